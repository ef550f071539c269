import { quotient } from "../../kpis/exact.rules";
import { requireKpi } from "../../kpis/kpi-in-use.rules";
import type { Objective } from "../../objectives/objective.entity";
import { objectiveById, versionsByObjective } from "../../objectives/objective.loaders";
import type { ApiContext } from "../../platform/graphql/context";
import { attainment } from "../composite-objective.rules";
import { objectiveResultOf } from "../objective-result.loaders";
import { periodOf, type ObjectiveResultView } from "../scorecard-view";

/** How a part of a composite came out. */
export interface PartResult {
  readonly place: number;
  readonly objective: Objective;
  readonly weight: string;
  readonly result: ObjectiveResultView | null;
  readonly isJudged: boolean;
  readonly attainment: string | null;
}

/** The parts of a composite objective's result, as they were published; none of other objectives. */
export async function partsOfResult(ctx: ApiContext, whole: ObjectiveResultView): Promise<PartResult[]> {
  const versions = await ctx.loader(versionsByObjective).load(whole.objectiveId);
  const { composite = null } = versions.find(({ version }) => version === whole.objectiveVersion) ?? {};
  const parts = composite?.parts ?? [];
  const found = await Promise.all(
    parts.map(async ({ objectiveId, weight }, index): Promise<PartResult | null> => {
      const objective = await ctx.loader(objectiveById).load(objectiveId);
      const result = await ctx.loader(objectiveResultOf).load({ objectiveId, period: periodOf(whole) });
      return objective ? { place: index + 1, objective, weight, ...judged(result ?? null) } : null;
    }),
  );
  return found.filter((one) => one !== null);
}

function judged(result: ObjectiveResultView | null): Pick<PartResult, "result" | "isJudged" | "attainment"> {
  if (result === null) return { result, isJudged: false, attainment: null };
  const reached = attainment(result.item, { kpi: requireKpi(result.item.kpiCode), aims: result.aims });
  return { result, isJudged: reached !== null, attainment: reached && quotient(reached.top, reached.bottom) };
}
