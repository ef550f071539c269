import { quotient } from "../../kpis/exact.rules";
import { requireKpi } from "../../kpis/kpi-in-use.rules";
import type { Objective } from "../../objectives/objective.entity";
import { objectiveById } from "../../objectives/objective.loaders";
import type { ApiContext } from "../../platform/graphql/context";
import { attainment } from "../composite-objective.rules";
import { NOW, periodOf, type ObjectiveResultView } from "../scorecard-view";
import { saidByVersion } from "./said-by-version.loaders";
import { readResult } from "./result-read";

/** How a part of a composite came out. */
export interface PartResult {
  readonly place: number;
  readonly objective: Objective;
  readonly weight: string;
  readonly result: ObjectiveResultView | null;
  readonly isJudged: boolean;
  readonly attainment: string | null;
}

/** The parts of a composite objective's result, as they were published and read as it is; none of other objectives. */
export async function partsOfResult(ctx: ApiContext, whole: ObjectiveResultView): Promise<PartResult[]> {
  const { clientId, contractId, objectiveVersion: version, reading = NOW } = whole;
  const said = await ctx.loader(saidByVersion).load({ objectiveId: whole.objectiveId, version });
  const parts = said?.composite?.parts ?? [];
  const place = { clientId, contractId, period: periodOf(whole) };
  const found = await Promise.all(
    parts.map(async ({ objectiveId, weight }, index): Promise<PartResult | null> => {
      const objective = await ctx.loader(objectiveById).load(objectiveId);
      const result = await readResult(ctx, { ...place, objectiveId }, reading);
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
