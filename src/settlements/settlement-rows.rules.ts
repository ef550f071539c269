import { contentHash, type Json } from "../shared/canonical-hash";
import { Decimal } from "../shared/decimal";
import { periodLabel } from "../shared/period";
import type { LineKind, SettledLine } from "./engine/settled-period";
import { basisChanges, reasonOf } from "./basis-changes.rules";
import type { SettlementLine } from "./settlement-line.entity";
import { changedSince } from "./settlement-chain.rules";
import type { WantedSettlement } from "./settlement-plan.rules";
import type { BasisChange, Settlement } from "./settlement.entity";

/** What is kept of a settlement that has not been issued, beside its identity. */
export type SettlementContent = Pick<
  Settlement,
  | "currency"
  | "termsVersion"
  | "amendmentId"
  | "fee"
  | "credits"
  | "bonuses"
  | "held"
  | "released"
  | "returned"
  | "net"
  | "settled"
  | "basis"
  | "changes"
  | "reason"
  | "fingerprint"
  | "chain"
  | "followedFrom"
> & { readonly lines: readonly LineContent[] };

export type LineContent = Omit<
  SettlementLine,
  "clientId" | "settlementId" | "state" | "disputeId" | "invoiceReference"
>;

/** What a period comes to, and what it and those before it follow from. */
export type ChainedSettlement = WantedSettlement & Pick<Settlement, "chain" | "followedFrom">;

/** The settlement of a period as it is worked out now. */
export const regularContent = (wanted: ChainedSettlement, currency: string): SettlementContent =>
  contentOf(wanted, { currency, lines: wanted.settled.lines, changes: [], reason: null });

/** What a settlement that was issued lacks by what is known now: the differences. */
export function correctionContent(
  wanted: ChainedSettlement,
  issued: Pick<Settlement, "basis" | "version" | "currency" | "followedFrom">,
  lines: readonly SettledLine[],
): SettlementContent {
  const label = periodLabel(wanted.period);
  const earlier = changedSince(issued.followedFrom, wanted.followedFrom).filter((one) => one !== label);
  const changes = basisChanges(issued.basis, wanted.basis, earlier);
  const reason = reasonOf(changes, { label, version: issued.version, currency: issued.currency });
  return contentOf(wanted, { currency: issued.currency, lines, changes, reason });
}

interface Said {
  readonly currency: string;
  readonly lines: readonly SettledLine[];
  readonly changes: readonly BasisChange[];
  readonly reason: string | null;
}

function contentOf(wanted: ChainedSettlement, { currency, lines, changes, reason }: Said): SettlementContent {
  const { settled, basis, termsVersion, amendmentId, objectiveIds } = wanted;
  const content = {
    ...{ currency, termsVersion, amendmentId, fee: settled.fee, ...totalsOf(lines) },
    ...{ settled, basis, changes, reason },
    lines: lines.map((line, at) => lineContent(line, at + 1, objectiveIds)),
  };
  const { chain, followedFrom } = wanted;
  return { ...content, fingerprint: contentHash(content as unknown as Json), chain, followedFrom };
}

const lineContent = (line: SettledLine, no: number, ids: ReadonlyMap<string, string>): LineContent => ({
  ...{ no, kind: line.kind, clause: line.clause, cites: line.cites, amount: line.amount },
  ...{ reason: line.reason, origin: line.origin, objectiveCode: line.objective },
  objectiveId: line.objective === null ? null : (ids.get(line.objective) ?? null),
  ...{ stretchFrom: line.stretch?.from ?? null, stretchUntil: line.stretch?.until ?? null },
});

/**
 * Sums of lines; bonuses, what is withheld and what is taken back are shown as positive amounts.
 * | credit 500, hold −500, bonus −200 | credits 500, held 500, bonuses 200, net −200 |
 */
export function totalsOf(lines: readonly Pick<SettledLine, "kind" | "amount">[]) {
  const sum = (kind: LineKind | null): Decimal =>
    lines
      .filter((one) => kind === null || one.kind === kind)
      .reduce((total, { amount }) => total.plus(amount), new Decimal(0));
  const ours = (kind: LineKind): string => sum(kind).times(-1).plus(0).toFixed();
  return {
    ...{ credits: sum("credit").toFixed(), bonuses: ours("bonus"), held: ours("earn_back_hold") },
    ...{ released: sum("earn_back_release").toFixed(), returned: ours("earn_back_return"), net: sum(null).toFixed() },
  };
}
