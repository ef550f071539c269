import { Not } from "typeorm";
import type { Tx } from "../../platform/database";
import type { Period } from "../../shared/period";
import { ObjectiveResult } from "../objective-result.entity";
import type { Place } from "../result-rows.queries";
import { Scorecard } from "../scorecard.entity";

export interface ResultsInForce {
  readonly cards: readonly Scorecard[];
  readonly objectives: readonly ObjectiveResult[];
}

/** The latest version of everything final of some periods. Two statements. */
export async function resultsInForce(tx: Tx, place: Place): Promise<ResultsInForce> {
  const { clientId, contractId, periods } = place;
  if (periods.length === 0) return { cards: [], objectives: [] };
  const where = periods.map(({ kind, from }: Period) => ({
    ...{ clientId, contractId, periodKind: kind, periodFrom: from },
    state: Not("provisional" as const),
  }));
  const order = { version: "ASC" } as const;
  const cards = await tx.find(Scorecard, { where, order });
  const objectives = await tx.find(ObjectiveResult, { where, order });
  return {
    cards: latest(cards, (one) => `${one.subjectKind}/${one.subjectId}`),
    objectives: latest(objectives, (one) => one.objectiveId),
  };
}

type Dated = Pick<Scorecard, "periodKind" | "periodFrom">;

/** Of several versions the last. */
const latest = <T extends Dated>(oldestFirst: readonly T[], subjectOf: (one: T) => string): T[] => [
  ...new Map(
    oldestFirst.map((one) => [`${subjectOf(one)}/${one.periodKind}/${one.periodFrom}`, one] as const),
  ).values(),
];
