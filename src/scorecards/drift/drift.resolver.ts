import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contract } from "../../contracts/contract.entity";
import { ContractType } from "../../contracts/contract.type";
import type { LateFact } from "../../facts/late-fact.entity";
import type { Language } from "../../kpis/kpi-definition";
import { display } from "../../kpis/kpi-display.rules";
import { LanguageEnum } from "../../kpis/kpi.type";
import type { Objective } from "../../objectives/objective.entity";
import { objectiveById } from "../../objectives/objective.loaders";
import { ObjectiveType } from "../../objectives/objective.type";
import { ConnectionArgs, pageOf, type Connection } from "../../platform/graphql/connection";
import type { ApiContext } from "../../platform/graphql/context";
import { PeriodInput, periodNamed } from "../../platform/graphql/period.type";
import { requireRight } from "../../platform/graphql/rights";
import { pageUnder } from "../../platform/graphql/row-list";
import { FigureType } from "../figure.type";
import { objectiveResultById } from "../objective-result.loaders";
import { ObjectiveResultType } from "../objective-result.type";
import { scorecardById } from "../scorecard.loaders";
import { ScorecardSubject, ScorecardType } from "../scorecard.type";
import type { FigureView, ObjectiveResultView, ScorecardView } from "../scorecard-view";
import { subjectOfRow, type RowOfSubject } from "../subject.loaders";
import { itemKey } from "../target-choice.rules";
import { withNodes } from "../../platform/graphql/connection-view";
import { factsOfDrift } from "./drift-facts";
import { driftOf, driftOfContract, type DriftKey } from "./drift.loaders";
import { DriftType, LateFactList, ResultDriftList, ResultDriftType } from "./drift.type";
import { driftView, type FigureDriftView, type ResultDriftView } from "./drift-view";
import { FigureStandingType } from "./standing.type";
import type { FigureStandingView } from "./standing-view";

@ArgsType()
class DriftArgs extends ConnectionArgs {
  @Field(() => PeriodInput, { nullable: true, description: "Of this period only. Left out: of all closed ones." })
  period?: PeriodInput | null;
}

async function resultDrift(ctx: ApiContext, key: DriftKey, version: number): Promise<ResultDriftView | null> {
  const row = await ctx.loader(driftOf).load(key);
  return row && row.resultVersion === version ? driftView(row, ctx.now) : null;
}

const WHOLE = "What it would be by what is known now; null when nothing would change, and for versions not in force.";

@Resolver(() => ScorecardType)
export class ScorecardDriftResolver {
  @FieldResolver(() => ResultDriftType, { nullable: true, description: WHOLE })
  async drift(@Root() card: ScorecardView, @Ctx() ctx: ApiContext): Promise<ResultDriftView | null> {
    if (card.state === "provisional") return null;
    return resultDrift(ctx, { kind: card.subjectKind, subjectId: card.subjectId, period: card.period }, card.version);
  }
}

@Resolver(() => ObjectiveResultType)
export class ObjectiveDriftResolver {
  @FieldResolver(() => ResultDriftType, { nullable: true, description: WHOLE })
  async drift(@Root() result: ObjectiveResultView, @Ctx() ctx: ApiContext): Promise<ResultDriftView | null> {
    if (result.state === "provisional") return null;
    const key = { kind: "objective", subjectId: result.objectiveId, period: result.period } as const;
    return resultDrift(ctx, key, result.version);
  }
}

@Resolver(() => FigureType)
export class FigureDriftResolver {
  @FieldResolver(() => DriftType, {
    nullable: true,
    description:
      "What facts, manual values and disputes that came after it was final would change; null if nothing, while it is " +
      "provisional, and for versions not in force.",
  })
  async drift(@Root() figure: FigureView, @Ctx() ctx: ApiContext): Promise<FigureDriftView | null> {
    if (figure.finality === "provisional") return null;
    const { kind, id, objectiveId } = figure.of;
    const subject =
      objectiveId === null ? { kind, subjectId: id } : { kind: "objective" as const, subjectId: objectiveId };
    const row = await ctx.loader(driftOf).load({ ...subject, period: figure.period });
    const all = row ? driftView(row, ctx.now).figures : [];
    return all.find((one) => isOf(one, figure)) ?? null;
  }
}

/** The same KPI and rule, in the version from which it would change. */
const isOf = ({ from, difference }: FigureDriftView, { result }: FigureView): boolean =>
  itemKey(difference.kpi) === itemKey(result) &&
  (["value", "numerator", "denominator", "sample", "status"] as const).every((name) => from?.[name] === result[name]);

@Resolver(() => ContractType)
export class ContractDriftResolver {
  @FieldResolver(() => ResultDriftList.Connection, {
    description: "All final results that would change by what is known now: what was noticed last comes first.",
  })
  async drift(
    @Root() contract: Contract,
    @Args(() => DriftArgs) args: DriftArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<ResultDriftView>> {
    const period = args.period ? periodNamed(args.period, ctx.now, contract.timeZone) : null;
    const filter = { list: "drift", kind: period?.kind ?? null, from: period?.from ?? null };
    const page = await pageUnder(ctx, driftOfContract, contract.id, pageOf(args, filter, 2));
    return withNodes(page, (row) => driftView(row, ctx.now));
  }
}

@Resolver(() => ResultDriftType)
export class ResultDriftResolver {
  @FieldResolver(() => ScorecardType, {
    nullable: true,
    description: "The scorecard in force; null for objectives, and where there is none.",
  })
  async scorecard(@Root() { row }: ResultDriftView, @Ctx() ctx: ApiContext): Promise<ScorecardView | null> {
    if (row.subjectKind === "objective" || row.resultId === null) return null;
    return (await ctx.loader(scorecardById).load(row.resultId)) ?? null;
  }

  @FieldResolver(() => ObjectiveResultType, {
    nullable: true,
    description: "The result in force; null for scorecards, and where there is none.",
  })
  async objectiveResult(@Root() { row }: ResultDriftView, @Ctx() ctx: ApiContext): Promise<ObjectiveResultView | null> {
    if (row.subjectKind !== "objective" || row.resultId === null) return null;
    return (await ctx.loader(objectiveResultById).load(row.resultId)) ?? null;
  }

  @FieldResolver(() => ScorecardSubject, {
    nullable: true,
    description: "Whose scorecard it is or would be; null for objectives, and when it is gone from the set-up.",
  })
  async subject(@Root() { row }: ResultDriftView, @Ctx() ctx: ApiContext): Promise<object | null> {
    return row.subjectKind === "objective" ? null : subjectOfRow(ctx, row as RowOfSubject);
  }

  @FieldResolver(() => ObjectiveType, { nullable: true, description: "The objective; null for scorecards." })
  async objective(@Root() { row }: ResultDriftView, @Ctx() ctx: ApiContext): Promise<Objective | null> {
    if (row.subjectKind !== "objective") return null;
    return (await ctx.loader(objectiveById).load(row.subjectId)) ?? null;
  }
}

/** A statement for each figure that is opened, beside the definitions of its time. */
const COST_OF_OPENING = 100;

@Resolver(() => DriftType)
export class DriftFactsResolver {
  @FieldResolver(() => LateFactList.Connection, {
    complexity: ({ args, childComplexity }) => COST_OF_OPENING + Number(args.first) * childComplexity,
    description:
      "What happened to facts that the figure reads since it was decided, the latest first; also to those that count " +
      "elsewhere now. Empty where a manual value or a dispute is the cause. Needs the right READ_FACTS.",
  })
  facts(
    @Root() drift: FigureDriftView,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<LateFact>> {
    requireRight(ctx.viewer, "facts:read");
    return factsOfDrift(ctx, drift, args);
  }
}

@Resolver(() => FigureStandingType)
export class FigureStandingResolver {
  @FieldResolver(() => String, {
    description: "The value for people, in the KPI's precision; `–` where there is none.",
  })
  display(
    @Root() { kpi, value, currency }: FigureStandingView,
    @Arg("language", () => LanguageEnum, { defaultValue: "en", description: "Language of units and number marks." })
    language: Language,
  ): string {
    return display(kpi, value, language, currency);
  }
}
