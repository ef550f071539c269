import type { Tx } from "../../platform/database";
import { groupBy } from "../../shared/group-by";
import type { Period } from "../../shared/period";
import { computeResults, type ContractResults } from "../contract-results";
import type { ObjectiveResult } from "../objective-result.entity";
import type { ObjectiveResultRow, ScorecardRow } from "../result-rows.queries";
import type { Scorecard } from "../scorecard.entity";
import { DecidedItems } from "./decided-items.rules";
import type { PeriodBasis } from "./period-basis.queries";
import type { ResultDifference } from "./result-difference";
import { cardDifference, objectiveDifference } from "./result-difference.rules";
import { resultsInForce, type ResultsInForce } from "./results-in-force.queries";

/** A scorecard in force (null: none) that would be another (null: none is left). */
export interface CardChange {
  readonly basis: PeriodBasis;
  readonly former: Scorecard | null;
  readonly next: ScorecardRow | null;
  readonly difference: ResultDifference;
}

/** The same of an objective's result. */
export interface ObjectiveChange {
  readonly basis: PeriodBasis;
  readonly former: ObjectiveResult | null;
  readonly next: ObjectiveResultRow | null;
  readonly difference: ResultDifference;
}

export interface ResultChanges {
  readonly cards: readonly CardChange[];
  readonly objectives: readonly ObjectiveChange[];
}

export interface ChangesRequest {
  readonly clientId: string;
  readonly contractId: string;
  readonly bases: readonly PeriodBasis[];
  readonly now: Date;
  /** By definitions as they are believed now, instead of those that made the figures in force. */
  readonly asNow?: boolean;
}

/**
 * What would change in results in force by the facts, manual values and disputes known now. The number of statements
 * depends on how often the periods were closed, not on how many people there are.
 */
export async function resultChanges(tx: Tx, request: ChangesRequest): Promise<ResultChanges> {
  const { clientId, contractId, bases, now, asNow = false } = request;
  const periods = bases.map(({ period }) => period);
  const inForce = await resultsInForce(tx, { clientId, contractId, periods });
  const decided = asNow ? null : new DecidedItems(inForce.cards, inForce.objectives);
  const computed: ContractResults[] = [];
  for (const [, group] of groupBy(bases, (one) => (asNow ? "" : one.believedAt.toISOString()))) {
    const believedAt = asNow ? null : (group[0]?.believedAt ?? null);
    const some = group.map(({ period }) => period);
    computed.push(await computeResults(tx, { clientId, contractId, periods: some, now, believedAt, decided }));
  }
  const cards = computed.flatMap((one) => one.cards);
  const objectives = computed.flatMap((one) => one.objectives);
  return changesOf(bases, inForce, { cards, objectives });
}

function changesOf(bases: readonly PeriodBasis[], inForce: ResultsInForce, next: ContractResults): ResultChanges {
  const basisOf = new Map(bases.map((one) => [periodText(one.period), one]));
  const pair = <F extends Dated, N extends Dated>(
    former: readonly F[],
    found: readonly N[],
    subjectOf: (one: F | N) => string,
  ): Pair<F, N>[] => {
    const textOf = (one: F | N): string => `${subjectOf(one)}/${one.periodKind}/${one.periodFrom}`;
    const was = new Map(former.map((one) => [textOf(one), one]));
    const is = new Map(found.map((one) => [textOf(one), one]));
    return [...new Set([...was.keys(), ...is.keys()])].map((key) => {
      const [one, other] = [was.get(key) ?? null, is.get(key) ?? null];
      return { basis: basisOf.get(periodTextOf((one ?? other)!))!, former: one, next: other };
    });
  };
  return {
    cards: pair(inForce.cards, next.cards, cardSubject).flatMap((one) =>
      withDifference(one, cardDifference(one.former, one.next)),
    ),
    objectives: pair(inForce.objectives, next.objectives, ({ objectiveId }) => objectiveId).flatMap((one) =>
      withDifference(one, objectiveDifference(one.former, one.next)),
    ),
  };
}

type Dated = Pick<Scorecard, "periodKind" | "periodFrom">;

interface Pair<F, N> {
  readonly basis: PeriodBasis;
  readonly former: F | null;
  readonly next: N | null;
}

const cardSubject = ({ subjectKind, subjectId }: Scorecard | ScorecardRow): string => `${subjectKind}/${subjectId}`;
const periodText = ({ kind, from }: Period): string => `${kind}/${from}`;
const periodTextOf = ({ periodKind, periodFrom }: Dated): string => `${periodKind}/${periodFrom}`;

const withDifference = <P>(pair: P, difference: ResultDifference | null): (P & { difference: ResultDifference })[] =>
  difference ? [{ ...pair, difference }] : [];
