import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { StreamEnum } from "../facts/stream.type";
import { findKpi } from "../kpis/catalogue/kpis";
import { allMeasures } from "../kpis/catalogue/measures";
import { ownDefinitions } from "../kpis/catalogue/own";
import type { Measure } from "../kpis/measure-definition";
import { OwnKpiService } from "../kpis/own/own-kpi.service";
import { OwnMeasureService } from "../kpis/own/own-measure.service";
import { STREAM_FIELDS } from "../kpis/stream-fields/stream-fields";
import type { ApiContext } from "../platform/graphql/context";
import { define } from "../platform/graphql/definition";
import type { Outcome } from "../platform/graphql/mutation";
import type { Stream } from "../shared/stream";
import { DefineKpiInput, DefineKpiPayload } from "./own-kpi.type";
import {
  DefineMeasureInput,
  DefineMeasurePayload,
  MeasureFieldType,
  MeasureType,
  writtenCondition,
} from "./own-measure.type";

const OF_STREAM = { nullable: true, description: "Left out: of every stream." };

@Resolver(() => MeasureType)
export class MeasureResolver {
  @Query(() => [MeasureType], { description: "Every measure that formulas may name: built in, then of one's own." })
  measures(@Arg("stream", () => StreamEnum, OF_STREAM) stream: Stream | null): Measure[] {
    return allMeasures().filter((one) => !stream || one.stream === stream);
  }

  @Query(() => [MeasureFieldType], { description: "The fields of a stream's facts that conditions may look at." })
  measureFields(@Arg("stream", () => StreamEnum, { description: "Kind of fact." }) stream: Stream): MeasureFieldType[] {
    return [...(STREAM_FIELDS[stream]?.fields ?? [])];
  }

  @Mutation(() => DefineMeasurePayload, {
    description:
      "Defines a measure of one's own. A new version applies from its day on; sums are back-filled, the latest days " +
      "first. Needs WRITE_SETUP; for every client: our own people only.",
  })
  defineMeasure(
    @Arg("input", () => DefineMeasureInput, { description: "The measure, whole." }) input: DefineMeasureInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DefineMeasurePayload>> {
    return define(ctx, { name: "defineMeasure", input }, async (context, { versions, ...written }) => {
      const whole = versions.map((one) => ({ ...one, where: one.where?.map(writtenCondition) as never }));
      const { thing } = await ctx.service(OwnMeasureService).define(ctx.tx, context, { ...written, versions: whole });
      return { measure: allMeasures().find(({ code }) => code === thing.code) ?? null };
    });
  }

  @FieldResolver(() => Boolean, { description: "Whether operators defined it, for the house or for one client." })
  isOwn(@Root() measure: Measure): boolean {
    return ownDefinitions().measures.has(measure.code);
  }
}

@Resolver()
export class OwnKpiResolver {
  @Mutation(() => DefineKpiPayload, {
    description:
      "Defines a KPI of one's own. What is wrong with the formula is told by line and character. A new version applies " +
      "from its day on. Needs WRITE_SETUP; for every client: our own people only.",
  })
  defineKpi(
    @Arg("input", () => DefineKpiInput, { description: "The KPI, whole." }) input: DefineKpiInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DefineKpiPayload>> {
    return define(ctx, { name: "defineKpi", input }, async (context, written) => {
      const { thing } = await ctx.service(OwnKpiService).define(ctx.tx, context, plain(written) as never);
      return { kpi: findKpi(thing.code) ?? null };
    });
  }
}

/** Inputs are objects of classes; schemas take plain ones. */
export const plain = (input: object): object => JSON.parse(JSON.stringify(input)) as object;
