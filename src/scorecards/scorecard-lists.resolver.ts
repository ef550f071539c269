import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from "type-graphql";
import { contractById } from "../contracts/contract.loaders";
import { ContractType } from "../contracts/contract.type";
import { ServiceType } from "../contracts/service.type";
import type { SubjectKind } from "../kpis/kpi-definition";
import { SubjectKindEnum } from "../kpis/kpi.type";
import { PositionType } from "../people/position.type";
import { TeamType } from "../people/team.type";
import { InvalidCursor } from "../platform/graphql/bad-input.errors";
import { connection, ConnectionArgs, pageOf, type Connection, type Page } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { isFixed, PeriodInput, periodNamed } from "../platform/graphql/period.type";
import { isId } from "../shared/ids";
import type { Period } from "../shared/period";
import { scorecardCount, scorecardOf, scorecardPage } from "./scorecard.loaders";
import type { ListParentKind, ListShape, ScorecardOrder } from "./scorecard-reading.queries";
import type { ScorecardView } from "./scorecard-view";
import { ScorecardList, ScorecardOrderEnum, ScorecardType } from "./scorecard.type";

const PERIOD = "Which period, in the contract's time zone.";
const ONE = "Latest version of its scorecard of a period; null when nothing was computed for it.";

@ArgsType()
class ScorecardsArgs extends ConnectionArgs {
  @Field(() => PeriodInput, { description: PERIOD })
  period!: PeriodInput;

  @Field(() => ScorecardOrderEnum, { defaultValue: "score_desc", description: "In which order." })
  orderBy: ScorecardOrder = "score_desc";

  @Field(() => String, { nullable: true, description: "Code of a role: only scorecards of people in that role." })
  role?: string | null;
}

@ArgsType()
class SubjectScorecardsArgs extends ScorecardsArgs {
  @Field(() => SubjectKindEnum, {
    nullable: true,
    description: "Only scorecards of this kind of subject; null: of all.",
  })
  of?: SubjectKind | null;
}

/** A contract, or something that belongs to one. */
interface Owned {
  readonly clientId: string;
  readonly id: string;
  readonly contractId: string;
}

@Resolver(() => ContractType)
export class ContractScorecardsResolver {
  @FieldResolver(() => ScorecardType, { nullable: true, description: ONE })
  scorecard(
    @Root() contract: Owned,
    @Arg("period", () => PeriodInput, { description: PERIOD }) period: PeriodInput,
    @Ctx() ctx: ApiContext,
  ): Promise<ScorecardView | undefined> {
    return scorecardOfSubject(ctx, "contract", ofContract(contract), period);
  }

  @FieldResolver(() => ScorecardList.Connection, { description: "Scorecards of everything and everybody under it." })
  scorecards(
    @Root() contract: Owned,
    @Args(() => SubjectScorecardsArgs) args: SubjectScorecardsArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<ScorecardView>> {
    return scorecardsUnder(ctx, "contract", ofContract(contract), args);
  }
}

@Resolver(() => ServiceType)
export class ServiceScorecardsResolver {
  @FieldResolver(() => ScorecardType, { nullable: true, description: ONE })
  scorecard(
    @Root() service: Owned,
    @Arg("period", () => PeriodInput, { description: PERIOD }) period: PeriodInput,
    @Ctx() ctx: ApiContext,
  ): Promise<ScorecardView | undefined> {
    return scorecardOfSubject(ctx, "service", service, period);
  }

  @FieldResolver(() => ScorecardList.Connection, { description: "Scorecards of the people who work on it alone." })
  scorecards(
    @Root() service: Owned,
    @Args(() => ScorecardsArgs) args: ScorecardsArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<ScorecardView>> {
    return scorecardsUnder(ctx, "service", service, { ...args, of: "position" });
  }
}

@Resolver(() => TeamType)
export class TeamScorecardsResolver {
  @FieldResolver(() => ScorecardType, { nullable: true, description: ONE })
  scorecard(
    @Root() team: Owned,
    @Arg("period", () => PeriodInput, { description: PERIOD }) period: PeriodInput,
    @Ctx() ctx: ApiContext,
  ): Promise<ScorecardView | undefined> {
    return scorecardOfSubject(ctx, "team", team, period);
  }

  @FieldResolver(() => ScorecardList.Connection, { description: "Scorecards of the people in it." })
  scorecards(
    @Root() team: Owned,
    @Args(() => ScorecardsArgs) args: ScorecardsArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<ScorecardView>> {
    return scorecardsUnder(ctx, "team", team, { ...args, of: "position" });
  }
}

@Resolver(() => PositionType)
export class PositionScorecardsResolver {
  @FieldResolver(() => ScorecardType, { nullable: true, description: ONE })
  scorecard(
    @Root() position: Owned,
    @Arg("period", () => PeriodInput, { description: PERIOD }) period: PeriodInput,
    @Ctx() ctx: ApiContext,
  ): Promise<ScorecardView | undefined> {
    return scorecardOfSubject(ctx, "position", position, period);
  }
}

const ofContract = (contract: { clientId: string; id: string }): Owned => ({ ...contract, contractId: contract.id });

async function scorecardOfSubject(
  ctx: ApiContext,
  kind: SubjectKind,
  { id, contractId }: Owned,
  input: PeriodInput,
): Promise<ScorecardView | undefined> {
  const period = await periodUnder(ctx, contractId, input);
  return period ? ctx.loader(scorecardOf).load({ kind, subjectId: id, period }) : undefined;
}

async function scorecardsUnder(
  ctx: ApiContext,
  kind: ListParentKind,
  { clientId, id, contractId }: Owned,
  args: SubjectScorecardsArgs,
): Promise<Connection<ScorecardView>> {
  const { of = null, role: roleCode = null, orderBy: order, first } = args;
  const period = await periodUnder(ctx, contractId, args.period);
  const filter = { list: "scorecards", kind, id, period: `${period?.kind}/${period?.from}`, of, roleCode, order };
  const page = pageOf(args, filter, 2);
  const after = afterOf(page);
  if (!period)
    return connection(
      page,
      [],
      () => [],
      () => 0,
    );
  const shape: ListShape = { periodKind: period.kind, subjectKind: of, roleCode, order, first, after };
  const list = { parent: { kind, clientId, id, periodFrom: period.from }, shape };
  const found = await ctx.loader(scorecardPage).load(list);
  const count = () => ctx.loader(scorecardCount).load({ ...list, shape: { ...shape, first: 1, after: null } });
  return connection(page, found, (card) => [card.score, card.id], count);
}

/** Null for a contract out of sight. Only periods counted from today need to know where the contract is. */
async function periodUnder(ctx: ApiContext, contractId: string, input: PeriodInput): Promise<Period | null> {
  if (isFixed(input)) return periodNamed(input, ctx.now, "UTC");
  const contract = await ctx.loader(contractById).load(contractId);
  return contract ? periodNamed(input, ctx.now, contract.timeZone) : null;
}

const SCORE = /^\d{1,3}(\.\d{1,40})?$/;

/** What a cursor of ours holds, checked again: it came from outside. */
function afterOf({ after }: Page): ListShape["after"] {
  if (after === null) return null;
  const [score, id] = after;
  const isScore = score === null || (typeof score === "string" && SCORE.test(score));
  if (!isScore || typeof id !== "string" || !isId(id)) throw new InvalidCursor();
  return [score, id];
}
