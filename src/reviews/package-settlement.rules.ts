import { display } from "../kpis/kpi-display.rules";
import type { ClauseOutcome, SettledPeriod, Step } from "../settlements/engine/settled-period";
import { inputsText } from "../settlements/engine/settlement-trace.rules";
import type { SettlementLine } from "../settlements/settlement-line.entity";
import type { Settlement } from "../settlements/settlement.entity";
import { periodLabel } from "../shared/period";
import type {
  PackageCounter,
  PackageMoney,
  PackageMoneyCorrection,
  PackageSettlement,
  PackageSettlementLine,
  PackageStep,
  PackageTrace,
} from "./package-settlement";

/** A settlement that was issued, with its lines in order. */
export interface IssuedSettlement {
  readonly settlement: Settlement;
  readonly lines: readonly SettlementLine[];
}

/** Names of objectives by their codes. */
export type ObjectiveNames = ReadonlyMap<string, string>;

/** The settlement of the reviewed period, with every step of every line. */
export function packageSettlement({ settlement, lines }: IssuedSettlement, names: ObjectiveNames): PackageSettlement {
  const { settled, currency, state } = settlement;
  const { credits, bonuses, held, net } = settlement;
  const money = inCurrency(currency);
  return {
    state: state as PackageSettlement["state"],
    issuedAt: settlement.issuedAt!.toISOString(),
    ...{ fee: money(settled.fee), pool: money(settled.pool) },
    ...{ credits: money(credits), bonuses: money(bonuses), held: money(held), net: money(net) },
    lines: lines.map((line) => packageLine(line, { names, money })),
    traces: settled.outcomes.flatMap((one) => packageTrace(one, lines)),
    steps: settled.steps.map(packageStep),
    counters: settled.counters.map((one) => packageCounter(one, names)),
  };
}

/** What a correction of an earlier period adds to it. */
export function packageMoneyCorrection({ settlement, lines }: IssuedSettlement): PackageMoneyCorrection {
  const { periodKind: kind, periodFrom: from, periodUntil: until, currency } = settlement;
  const period = { kind, from, until };
  const money = inCurrency(currency);
  return {
    period: { ...period, label: periodLabel(period) },
    issuedAt: settlement.issuedAt!.toISOString(),
    reason: settlement.reason ?? "",
    difference: money(settlement.net),
    lines: lines.map((line) => ({ from: line.origin, reason: line.reason, amount: money(line.amount) })),
  };
}

interface Setting {
  readonly names: ObjectiveNames;
  readonly money: (minor: string) => PackageMoney;
}

function packageLine(line: SettlementLine, { names, money }: Setting): PackageSettlementLine {
  const { no, kind, clause, cites, reason, state, objectiveCode } = line;
  return {
    ...{ no, kind, clause, cites, reason, state },
    objective: objectiveCode && (names.get(objectiveCode) ?? objectiveCode),
    amount: money(line.amount),
  };
}

function packageTrace(outcome: ClauseOutcome, lines: readonly SettlementLine[]): PackageTrace[] {
  const made = lines.filter((line) => line.origin === null && isBehind(outcome, line));
  return made.length === 0 ? [] : [{ lines: made.map(({ no }) => no), steps: outcome.steps.map(packageStep) }];
}

const isBehind = (one: ClauseOutcome, { clause, objectiveCode, stretchFrom }: SettlementLine): boolean =>
  one.clause === clause && one.objective === objectiveCode && (one.stretch?.from ?? null) === stretchFrom;

const packageStep = ({ rule, inputs, output, cites }: Step): PackageStep => ({
  rule,
  inputs: inputsText(inputs),
  output,
  cites,
});

function packageCounter(one: SettledPeriod["counters"][number], names: ObjectiveNames): PackageCounter {
  const { clause, objective, failures, within, limit, consequence, isDefault } = one;
  return {
    ...{ clause, failures, within, limit, consequence, isReached: isDefault },
    objective: names.get(objective) ?? objective,
  };
}

const inCurrency =
  (currency: string) =>
  (minor: string): PackageMoney => ({
    minor,
    display: display({ unit: "money", precision: 2 }, minor, "en", currency),
  });
