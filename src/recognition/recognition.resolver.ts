import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contract } from "../contracts/contract.entity";
import { contractById } from "../contracts/contract.loaders";
import { ContractType } from "../contracts/contract.type";
import type { Language } from "../kpis/kpi-definition";
import { LanguageEnum } from "../kpis/kpi.type";
import { personById } from "../people/person.loaders";
import { roleByCode } from "../people/role.loaders";
import { RoleType } from "../people/role.type";
import { teamById } from "../people/team.loaders";
import { TeamType } from "../people/team.type";
import { ConnectionArgs, type Connection } from "../platform/graphql/connection";
import { withNodes } from "../platform/graphql/connection-view";
import type { ApiContext } from "../platform/graphql/context";
import { pageInHand } from "../platform/graphql/list-in-hand";
import { ofType } from "../platform/graphql/node";
import { describePeriod, PeriodInput, periodNamed } from "../platform/graphql/period.type";
import { scorecardById } from "../scorecards/scorecard.loaders";
import { ScorecardType } from "../scorecards/scorecard.type";
import type { ScorecardView } from "../scorecards/scorecard-view";
import { dayOf } from "../shared/day";
import type { Recognition, RecognitionKind } from "./recognition";
import { RULE_TEXTS, sentenceOf } from "./recognition-words";
import { RecognitionService } from "./recognition.service";
import {
  RecognitionKindEnum,
  RecognitionList,
  RecognitionSubject,
  RecognitionType,
  type RecognitionView,
} from "./recognition.type";

/** One statement over every scorecard of some years. */
const COST = 1_000;

@ArgsType()
class RecognitionsArgs extends ConnectionArgs {
  @Field(() => PeriodInput, { description: "Which period, in the contract's time zone; nothing before it is over." })
  period!: PeriodInput;

  @Field(() => [RecognitionKindEnum], { nullable: true, description: "Only these kinds; null: all." })
  kinds?: RecognitionKind[] | null;
}

@Resolver(() => ContractType)
export class ContractRecognitionsResolver {
  @FieldResolver(() => RecognitionList.Connection, {
    complexity: ({ args, childComplexity }) => COST + Number(args.first) * childComplexity,
    description:
      "Personal bests, sustained improvements and consistently strong teams of a period, by kind and chance. People " +
      "only for whoever may see their scorecards; everybody sees one's own.",
  })
  recognitions(
    @Root() contract: Contract,
    @Args(() => RecognitionsArgs) args: RecognitionsArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<RecognitionView>> {
    return recognitionsOf(ctx, contract, args);
  }
}

@Resolver(() => TeamType)
export class TeamRecognitionsResolver {
  @FieldResolver(() => RecognitionList.Connection, {
    complexity: ({ args, childComplexity }) => COST + Number(args.first) * childComplexity,
    description: "What the team is recognised for in a period. Its people stand under the contract.",
  })
  async recognitions(
    @Root() team: { readonly id: string; readonly contractId: string },
    @Args(() => RecognitionsArgs) args: RecognitionsArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<RecognitionView>> {
    const contract = await ctx.loader(contractById).load(team.contractId);
    return recognitionsOf(ctx, contract, args, team.id);
  }
}

async function recognitionsOf(
  ctx: ApiContext,
  contract: Contract | undefined,
  args: RecognitionsArgs,
  teamId: string | null = null,
): Promise<Connection<RecognitionView>> {
  const period = periodNamed(args.period, ctx.now, contract?.timeZone ?? "UTC");
  const filter = {
    list: "recognitions",
    contract: contract?.id ?? null,
    teamId,
    period: `${period.kind}/${period.from}`,
  };
  const isOver = contract && period.until <= dayOf(ctx.now, contract.timeZone);
  const found = isOver
    ? await ctx.service(RecognitionService).inPeriod(ctx.tx, ctx.viewer, {
        ...{ clientId: contract.clientId, contractId: contract.id, period },
      })
    : [];
  const asked = found.filter(
    ({ kind, series }) => (!args.kinds || args.kinds.includes(kind)) && (!teamId || series.subject.id === teamId),
  );
  const page = pageInHand(args, { ...filter, kinds: args.kinds ?? null }, asked);
  return withNodes(page, (one) => viewOf(one, contract!, ctx.now));
}

function viewOf(of: Recognition, contract: Contract, now: Date): RecognitionView {
  const { kind, series, evidence, chance, compared, expectedByChance } = of;
  const figures = evidence.map((one) => ({ ...one, period: describePeriod(one.period, contract, now) }));
  const { period, finality } = figures.at(-1)!;
  const numbers = { chance: chance.toString(), compared, expectedByChance: expectedByChance.toString() };
  return {
    ...{ of, kind, kpi: series.kpi, period, finality, currency: contract.currency },
    evidence: { rule: RULE_TEXTS[kind], ...numbers, figures },
  };
}

@Resolver(() => RecognitionType)
export class RecognitionResolver {
  @FieldResolver(() => RecognitionSubject, {
    nullable: true,
    description: "Who is recognised; null when removed from the set-up since.",
  })
  async subject(@Root() { of }: RecognitionView, @Ctx() ctx: ApiContext): Promise<object | null> {
    const { kind, id } = of.series.subject;
    const row = await (kind === "team" ? ctx.loader(teamById).load(id) : ctx.loader(personById).load(id));
    return row ? ofType(kind === "team" ? "Team" : "Person", row) : null;
  }

  @FieldResolver(() => RoleType, { nullable: true, description: "In which role; null for teams." })
  role(@Root() { of }: RecognitionView, @Ctx() ctx: ApiContext): Promise<RoleType | undefined> | null {
    return of.series.roleCode === null ? null : ctx.loader(roleByCode).load(of.series.roleCode);
  }

  @FieldResolver(() => String, {
    description: "What to say, in a language: `Personal best, Customer satisfaction: …`.",
  })
  sentence(
    @Root() { of, currency }: RecognitionView,
    @Arg("language", () => LanguageEnum, { defaultValue: "en", description: "In which language." }) language: Language,
  ): string {
    return sentenceOf(of, language, currency);
  }

  @FieldResolver(() => ScorecardType, { nullable: true, description: "The scorecard that has the period's figure." })
  scorecard(@Root() { of }: RecognitionView, @Ctx() ctx: ApiContext): Promise<ScorecardView | undefined> {
    return ctx.loader(scorecardById).load(of.evidence.at(-1)!.scorecardId);
  }
}
