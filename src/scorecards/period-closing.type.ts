import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { StreamEnum } from "../facts/stream.type";
import { RoleScopeEnum } from "../people/role.type";
import { DateTime, LocalDate, TimeZone } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { Stream } from "../shared/stream";
import type { DefinitionKind } from "./definition-version.rules";

export const DefinitionKindEnum = {
  KPI: "kpi",
  KPI_USE: "use",
  KPI_ASSIGNMENT: "assignment",
  OBJECTIVE: "objective",
  POSITION: "position",
  KPI_SET: "kpi_set",
  CALENDAR: "calendar",
} as const satisfies Record<string, DefinitionKind>;

registerEnumType(DefinitionKindEnum, {
  name: "DefinitionKind",
  description: "What figures rest on besides facts.",
  valuesConfig: {
    KPI: { description: "A KPI of the catalogue, or of one's own: its formula." },
    KPI_USE: { description: "A KPI in use under a contract or service: its dialect and parameters." },
    KPI_ASSIGNMENT: { description: "A KPI that a role answers for: weight, target, scheme." },
    OBJECTIVE: { description: "A service level objective: target, minimum." },
    POSITION: { description: "A person in a role, on a service and in a team." },
    KPI_SET: { description: "How the KPIs of a role make one score." },
    CALENDAR: { description: "Working hours and holidays." },
  },
});

@ObjectType("DefinitionVersion", { simpleResolvers: true, description: "A version of something that figures rest on." })
export class DefinitionVersionType {
  @Field(() => DefinitionKindEnum, { description: "What it defines." })
  kind!: DefinitionKind;

  @Field(() => String, { nullable: true, description: "Code of the KPI it is about; null for what is about none." })
  kpi!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Global id of what is defined; null for KPIs and KPI sets, which have codes.",
  })
  definition!: string | null;

  @Field(() => Int, { description: "Which version of it." })
  version!: number;
}

@ObjectType("FeedMark", { simpleResolvers: true, description: "How far a feed reached at an instant." })
export class FeedMarkType {
  @Field(() => StreamEnum, { description: "What kind of facts it brings." })
  stream!: Stream;

  @Field(() => String, { description: "The source system." })
  source!: string;

  @Field(() => DateTime, { nullable: true, description: "Its watermark then; null: it had brought nothing." })
  through!: Date | null;

  @Field(() => Boolean, { description: "Whether its sender vouched for that." })
  isDeclared!: boolean;
}

@ObjectType("ClosingWatermark", { simpleResolvers: true, description: "How far the data reached at a closing." })
export class ClosingWatermarkType {
  @Field(() => DateTime, {
    nullable: true,
    description: "The earliest watermark of the feeds; null: no feed, or one of them had brought nothing.",
  })
  through!: Date | null;

  @Field(() => Boolean, { description: "Whether senders vouched for all of it." })
  isDeclared!: boolean;

  @Field(() => Boolean, { description: "Whether every stream had a feed and every feed reached the period's end." })
  coversPeriod!: boolean;

  @Field(() => [FeedMarkType], { description: "The feeds that were read, by stream and source." })
  feeds!: readonly FeedMarkType[];
}

@ObjectType("RoleReading", { simpleResolvers: true, description: "Whose figures a role answered for." })
export class RoleReadingType {
  @Field(() => String, { description: "Code of the role." })
  role!: string;

  @Field(() => RoleScopeEnum, { description: "Its scope." })
  scope!: string;
}

@ObjectType("ClosingDefinitions", {
  simpleResolvers: true,
  description: "What figures followed from at a closing, besides the versions that each scorecard names.",
})
export class ClosingDefinitionsType {
  @Field(() => LocalDate, { description: "First day of the contract." })
  startsOn!: Day;

  @Field(() => LocalDate, { nullable: true, description: "First day after the contract; null: open-ended." })
  endsOn!: Day | null;

  @Field(() => TimeZone, { description: "In which the contract counted its days." })
  timeZone!: string;

  @Field(() => Int, { description: "Days after a period's end during which late facts still moved its figures." })
  graceDays!: number;

  @Field(() => [RoleReadingType], { description: "The scopes of all roles, by code." })
  roles!: readonly RoleReadingType[];

  @Field(() => [DefinitionVersionType], { description: "The KPIs in use, promised or assigned, by code." })
  kpis!: readonly DefinitionVersionType[];

  @Field(() => [DefinitionVersionType], { description: "The calendars in force in the period." })
  calendars!: readonly DefinitionVersionType[];
}

@ObjectType("PeriodClosing", {
  simpleResolvers: true,
  description: "The end of a period's figures following the facts. What comes later shows as drift.",
})
export class PeriodClosingType {
  @Field(() => DateTime, { description: "When. Definitions as they were believed then made the figures." })
  closedAt!: Date;

  @Field(() => String, { description: "Who or what closed it: `settle` by hand, or the `worker`." })
  closedBy!: string;

  @Field(() => String, {
    description: "SHA-256 over the daily measures of the period, in hexadecimal; the same for the same measures.",
  })
  inputsFingerprint!: string;

  @Field(() => String, {
    description: "SHA-256 over what the scorecards and objective results of the period said, in hexadecimal.",
  })
  resultsFingerprint!: string;
}
