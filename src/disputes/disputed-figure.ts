import type { ApiContext } from "../platform/graphql/context";
import type { FoundFigure } from "../scorecards/manual/figure-named";
import { objectiveResultOf } from "../scorecards/objective-result.loaders";
import { scorecardOf } from "../scorecards/scorecard.loaders";
import type { FigureView } from "../scorecards/scorecard-view";
import { itemKey } from "../scorecards/target-choice.rules";
import type { DisputedFigure } from "./dispute.entity";

/** The figure as it stands: on the scorecard, or in a result of an objective. Null: nothing was computed yet. */
export async function standingFigure(ctx: ApiContext, found: FoundFigure): Promise<DisputedFigure | null> {
  const { subject, period, kpi, definitions } = found;
  const card = await ctx.loader(scorecardOf).load({ kind: subject.kind, subjectId: subject.id, period });
  const promised = definitions.objectives.filter(
    ({ serviceId }) => (serviceId ?? definitions.contract.id) === subject.id,
  );
  const results = await Promise.all(
    promised.map(({ id }) => ctx.loader(objectiveResultOf).load({ objectiveId: id, period })),
  );
  const figures = [...(card?.items ?? []), ...results].flatMap((one) => one?.figure ?? []);
  const same = figures.find(({ result }) => itemKey(result) === itemKey(kpi));
  return same ? disputedFigure(same) : null;
}

const disputedFigure = ({ value, numerator, denominator, sample, status }: FigureView): DisputedFigure => ({
  kind: "figure",
  ...{ value, numerator, denominator, sample, status },
});
