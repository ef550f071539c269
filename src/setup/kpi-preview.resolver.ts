import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { servicesToPreview } from "./kpi-preview.queries";
import { ownKpiSchema, type KpiHead } from "../kpis/own/own-kpi.schema";
import type { ApiContext } from "../platform/graphql/context";
import { userErrorsOf } from "../platform/graphql/mutation";
import { requireRight } from "../platform/graphql/rights";
import { KpiPreviewService } from "../scorecards/kpi-preview.service";
import { DomainError } from "../shared/errors";
import { parseInput } from "../shared/input";
import { KpiPreviewType, PreviewKpiInput } from "./kpi-preview.type";
import { plain } from "./own-kpi.resolver";

@Resolver()
export class KpiPreviewResolver {
  @Query(() => KpiPreviewType, {
    description: "Tries a formula on a client's facts; nothing is saved. Needs WRITE_SETUP.",
  })
  async previewKpi(
    @Arg("input", () => PreviewKpiInput, { description: "Formula, facts and days." }) input: PreviewKpiInput,
    @Ctx() ctx: ApiContext,
  ): Promise<KpiPreviewType> {
    requireRight(ctx.viewer, "setup:write");
    try {
      const { formula, sample = null, from, until, by, chosen } = input;
      const place = await servicesToPreview(ctx.tx, ctx.viewer.clientIds, input);
      const values = Object.fromEntries((chosen ?? []).map(({ name, value }) => [name, value]));
      const order = { ...place, head: headOf(input), formula, sample, chosen: values, from, until, by };
      return { points: await ctx.service(KpiPreviewService).preview(ctx.tx, order, ctx.now), errors: [] };
    } catch (error) {
      if (error instanceof DomainError) return { points: [], errors: userErrorsOf(error) };
      throw error;
    }
  }
}

/** What a KPI would say besides its formula; words do not matter for a value. */
function headOf({ unit, channels, parameters }: PreviewKpiInput): KpiHead {
  const words = { names: { en: "Preview" }, descriptions: { en: "Preview" }, family: "demand", direction: "range" };
  const whole = { code: "PREVIEW", ...words, unit, channels, parameters, versions: [{ formula: "" }] };
  const { client: _client, code: _code, versions: _versions, ...head } = parseInput(ownKpiSchema, plain(whole));
  return head;
}
