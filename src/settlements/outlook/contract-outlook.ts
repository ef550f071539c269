import type { KpiDefinition } from "../../kpis/kpi-definition";
import type { Tx } from "../../platform/database";
import type { Aims } from "../../objectives/objective-terms";
import { Decimal } from "../../shared/decimal";
import type { Period, PeriodKind } from "../../shared/period";
import { loadSettlementBook, type SettlementBook } from "../settlement-book.queries";
import { openMoney, type ObjectiveStakes, type Stakes } from "./open-money.rules";
import { prospects, type Ends, type Prospects } from "./objective-outlook.rules";
import { openResults, periodsOf, type OpenResult } from "./open-results.queries";
import { loadRests, type OutlookAsk, type RestOfObjective } from "./rest-of-period";

type JudgedKpi = Pick<KpiDefinition, "code" | "unit" | "direction" | "precision">;

/** What is to come of one objective. */
export interface ObjectiveOutlook {
  readonly objectiveId: string;
  readonly code: string;
  /** Null: of the contract as a whole. */
  readonly serviceId: string | null;
  readonly kpi: JudgedKpi;
  readonly aims: Aims;
  /** Null: nothing tells of the rest, or values of days do not add up to it. */
  readonly prospects: Prospects | null;
  /** Null: nothing follows in money, or not by this length of period. */
  readonly stakes: ObjectiveStakes | null;
}

export interface ContractOutlook {
  readonly clientId: string;
  readonly contractId: string;
  readonly currency: string;
  readonly period: Period;
  /** What can still be saved with the most money comes first. */
  readonly objectives: readonly ObjectiveOutlook[];
  readonly stakes: Stakes | null;
}

/** What is to come of a contract's objectives in an open period. As many statements for few objectives as for many. */
export async function contractOutlook(tx: Tx, ask: OutlookAsk): Promise<ContractOutlook> {
  const { clientId, contractId, period } = ask;
  const book = await loadSettlementBook(tx, ask);
  const kinds = [...new Set<PeriodKind>([period.kind, ...book.terms.map(({ terms }) => terms.settledBy)])];
  const results = await openResults(tx, ask, { kinds, until: period.until });
  const rests = new Map((await loadRests(tx, ask)).map((one) => [one.objectiveId, one]));
  const standing = results.filter((one) => one.periodKind === period.kind && one.periodFrom === period.from);
  const found = [...standing.map((one) => ofResult(one, rests)), ...ofNothingYet(standing, rests)];
  const ends = new Map<string, Ends>();
  for (const { code, prospects } of found) if (prospects?.ends) ends.set(code, prospects.ends);
  const money = openMoney({ book: withUnclosed(book, results, period), period, results: standing, ends });
  const objectives = found.map((one) => ({ ...one, stakes: money?.byObjective.get(one.code) ?? null }));
  const { currency } = book.contract;
  return { clientId, contractId, currency, period, objectives: objectives.sort(byUrgency), stakes: money };
}

type Found = Omit<ObjectiveOutlook, "stakes">;
type Rests = ReadonlyMap<string, RestOfObjective>;

function ofResult(result: OpenResult, rests: Rests): Found {
  const { objectiveId, code, serviceId, kpi, aims, item, unadjusted, exclusions } = result;
  const rest = rests.get(objectiveId);
  return {
    objectiveId,
    code,
    serviceId,
    kpi,
    aims,
    prospects: rest ? prospects({ aims, figure: item, unadjusted, hasExclusions: exclusions.length > 0 }, rest) : null,
  };
}

/** In force, and nothing was computed yet. */
function ofNothingYet(standing: readonly OpenResult[], rests: Rests): Found[] {
  const known = new Set(standing.map(({ objectiveId }) => objectiveId));
  const nothing = { numerator: null, denominator: null, sample: 0, value: null, status: "NO_DATA" } as const;
  return [...rests.values()]
    .filter(({ objectiveId }) => !known.has(objectiveId))
    .map((rest) => {
      const { objectiveId, code, serviceId, kpi, aims } = rest;
      return {
        objectiveId,
        code,
        serviceId,
        kpi,
        aims,
        prospects: prospects({ aims, figure: nothing, unadjusted: null, hasExclusions: false }, rest),
      };
    });
}

/** Periods that are over but not closed yet count as they stand. */
function withUnclosed(book: SettlementBook, results: readonly OpenResult[], period: Period): SettlementBook {
  const closed = new Set(book.periods.map(({ kind, from }) => `${kind}/${from}`));
  const before = results.filter((one) => one.periodUntil <= period.from);
  const unclosed = periodsOf(before).filter(({ kind, from }) => !closed.has(`${kind}/${from}`));
  const open = new Set(unclosed.map(({ kind, from }) => `${kind}/${from}`));
  return {
    ...book,
    periods: [...book.periods.filter(({ until }) => until <= period.from), ...unclosed].sort(byDay),
    results: [...book.results, ...before.filter((one) => open.has(`${one.periodKind}/${one.periodFrom}`))],
  };
}

const byDay = (a: Period, b: Period): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);

const URGENCY = { open: 0, out_of_reach: 1, safe: 2, unknown: 3 } as const;

/** What can be saved by most money, then by what is least likely; then what is lost, what is safe, what nobody knows. */
function byUrgency(a: ObjectiveOutlook, b: ObjectiveOutlook): number {
  const urgency = ({ prospects }: ObjectiveOutlook): number => URGENCY[prospects?.needed?.reach ?? "unknown"];
  const money = ({ stakes }: ObjectiveOutlook): Decimal => new Decimal(stakes?.savable ?? 0);
  const chance = ({ prospects }: ObjectiveOutlook): number => Number(prospects?.chanceOfTarget ?? 1);
  return (
    urgency(a) - urgency(b) || money(b).comparedTo(money(a)) || chance(a) - chance(b) || (a.code < b.code ? -1 : 1)
  );
}
