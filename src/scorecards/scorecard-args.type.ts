import { ArgsType, Field } from "type-graphql";
import type { SubjectKind } from "../kpis/kpi-definition";
import { SubjectKindEnum } from "../kpis/kpi.type";
import { ConnectionArgs } from "../platform/graphql/connection";
import { PeriodInput } from "../platform/graphql/period.type";
import { DateTime, LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { ScorecardOrder } from "./scorecard-reading.queries";
import { ScorecardOrderEnum } from "./scorecard.type";

const PERIOD = "Which period, in the contract's time zone.";
const AS_OF =
  "What was believed at this instant: the version in force then, in the state it had then. Default, and for instants to " +
  "come: now. Beliefs that are no longer held have ids of their own, which `node` does not find.";
const VALID_ON =
  "Instead of what was published: computed now, by the definitions in force on this local day as they were believed at " +
  "`asOf`, from the facts known now. `validOn` of the result says so; it is PROVISIONAL, version 0, and `node` does not " +
  "find it.";

/** One scorecard or result: of which period, as it was believed when, and by the definitions of which day. */
@ArgsType()
export class ResultArgs {
  @Field(() => PeriodInput, { description: PERIOD })
  period!: PeriodInput;

  @Field(() => DateTime, { nullable: true, description: AS_OF })
  asOf?: Date | null;

  @Field(() => LocalDate, { nullable: true, description: VALID_ON })
  validOn?: Day | null;
}

@ArgsType()
export class ScorecardsArgs extends ConnectionArgs {
  @Field(() => PeriodInput, { description: PERIOD })
  period!: PeriodInput;

  @Field(() => ScorecardOrderEnum, { defaultValue: "score_desc", description: "In which order." })
  orderBy: ScorecardOrder = "score_desc";

  @Field(() => String, { nullable: true, description: "Code of a role: only scorecards of people in that role." })
  role?: string | null;

  @Field(() => DateTime, { nullable: true, description: AS_OF })
  asOf?: Date | null;

  @Field(() => LocalDate, { nullable: true, description: VALID_ON })
  validOn?: Day | null;
}

@ArgsType()
export class SubjectScorecardsArgs extends ScorecardsArgs {
  @Field(() => SubjectKindEnum, {
    nullable: true,
    description: "Only scorecards of this kind of subject; null: of all.",
  })
  of?: SubjectKind | null;
}

/** Computing a contract's period anew reads its daily measures. */
const COST_OF_COMPUTING = 500;

interface Costed {
  readonly args: Record<string, unknown>;
  readonly childComplexity: number;
}

export const costOfResult = ({ args, childComplexity }: Costed): number =>
  1 + childComplexity + (args.validOn == null ? 0 : COST_OF_COMPUTING);

export const costOfResults = ({ args, childComplexity }: Costed): number =>
  (1 + childComplexity) * Number(args.first) + (args.validOn == null ? 0 : COST_OF_COMPUTING);
