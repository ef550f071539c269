import { newId } from "../../shared/ids";
import type { CardChange, ObjectiveChange } from "../drift/result-changes";
import type { ObjectiveResult } from "../objective-result.entity";
import type { Scorecard, ScorecardItem } from "../scorecard.entity";

/** Whose results, and since when they hold. */
export interface Restating {
  readonly clientId: string;
  readonly contractId: string;
  readonly now: Date;
}

/** Version 1 is what was published when the period was closed, also where that was nothing. */
const FIRST_RESTATED = 2;

/** The next version of a scorecard. When no fact is left it says so by having no items. */
export function restatedCard({ former, next }: CardChange, { clientId, contractId, now }: Restating): Scorecard {
  return {
    ...(next ?? emptied(former!)),
    ...{ clientId, contractId, id: newId() },
    ...{ version: former ? former.version + 1 : FIRST_RESTATED, state: "restated" },
    ...{ computedAt: now, recordedAt: now, finalAt: now },
  };
}

const emptied = (card: Scorecard): Scorecard => ({
  ...card,
  ...{ items: [], score: null, rank: null, rankedOf: null, level: null },
  composition: { ...card.composition, totalWeight: "0", unscored: null, closedGates: [], beforeGates: null },
});

/** The next version of an objective's result. When no fact is left it was not measured. */
export function restatedObjective(change: ObjectiveChange, { clientId, contractId, now }: Restating): ObjectiveResult {
  const { former, next } = change;
  return {
    ...(next ?? unmeasured(former!)),
    ...{ clientId, contractId, id: newId() },
    ...{ version: former ? former.version + 1 : FIRST_RESTATED, state: "restated" },
    ...{ computedAt: now, recordedAt: now, finalAt: now },
  };
}

const unmeasured = (result: ObjectiveResult): ObjectiveResult => ({
  ...result,
  ...{ outcome: "not_measured", shortfall: null, missesAllowed: null, item: withoutFigure(result.item) },
});

const withoutFigure = (item: ScorecardItem): ScorecardItem => ({
  ...item,
  ...{ numerator: null, denominator: null, sample: 0, value: null, status: "NO_DATA" },
  ...{ isMet: null, score: null, level: null, peers: null, manual: null },
});
