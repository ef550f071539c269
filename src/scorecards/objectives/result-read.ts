import type { ApiContext } from "../../platform/graphql/context";
import type { Period } from "../../shared/period";
import { objectiveResultOf } from "../objective-result.loaders";
import { resultsOnDay } from "../results-on-day.loaders";
import type { ObjectiveResultView, Reading } from "../scorecard-view";

/** An objective's result of a period. */
export interface ResultPlace {
  readonly clientId: string;
  readonly contractId: string;
  readonly objectiveId: string;
  readonly period: Period;
}

/** A result as it is or was believed, or as it would be by the definitions of a day; it remembers which. */
export async function readResult(
  ctx: ApiContext,
  { objectiveId, ...place }: ResultPlace,
  reading: Reading,
): Promise<ObjectiveResultView | undefined> {
  const { asOf, validOn } = reading;
  const found =
    validOn === null
      ? await ctx.loader(objectiveResultOf).load({ objectiveId, period: place.period, asOf })
      : (await ctx.loader(resultsOnDay).load({ ...place, asOf, validOn })).objectives.find(
          (one) => one.objectiveId === objectiveId,
        );
  return found && { ...found, reading, figure: { ...found.figure, reading } };
}
