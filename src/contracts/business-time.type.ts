import { ArgsType, Field, InputType, Int, ObjectType } from "type-graphql";
import { DateTime, Decimal, NonNegativeInt } from "../platform/graphql/scalars";

@InputType({ description: "Time that does not count, as waiting for the customer. Pauses may overlap." })
export class ClockPauseInput {
  @Field(() => DateTime, { description: "When it began." })
  from!: Date;

  @Field(() => DateTime, { nullable: true, description: "When it ended; left out while it lasts." })
  until?: Date | null;
}

const PAUSES = { defaultValue: [] as ClockPauseInput[], description: "Time that does not count; at most 500." };

@ArgsType()
export class BusinessTimeArgs {
  @Field(() => DateTime, { description: "Counted from here." })
  from!: Date;

  @Field(() => DateTime, { description: "Until here: not before `from`, and at most ten years after it." })
  until!: Date;

  @Field(() => [ClockPauseInput], PAUSES)
  pauses!: ClockPauseInput[];

  @Field(() => NonNegativeInt, {
    nullable: true,
    description: "Seconds allowed, for the shares: of working time for one, on any clock for the other.",
  })
  allowedSeconds?: number | null;
}

@ArgsType()
export class DeadlineArgs {
  @Field(() => DateTime, { description: "When the clock starts; outside hours, it waits for the next opening." })
  from!: Date;

  @Field(() => NonNegativeInt, { description: "Seconds of working time allowed; at most a year of them." })
  seconds!: number;

  @Field(() => [ClockPauseInput], PAUSES)
  pauses!: ClockPauseInput[];

  @Field(() => NonNegativeInt, {
    defaultValue: 0,
    description: "Seconds of working time before it is due at which to warn.",
  })
  warnSecondsBefore!: number;
}

@ObjectType("BusinessTime", {
  simpleResolvers: true,
  description: "What passed between two instants without pauses, in whole seconds, by two clocks that are never mixed.",
})
export class BusinessTimeType {
  @Field(() => Int, { description: "Seconds within the calendar's windows." })
  businessSeconds!: number;

  @Field(() => Int, { description: "Seconds on any clock, nights and holidays included." })
  elapsedSeconds!: number;

  @Field(() => Decimal, {
    nullable: true,
    description: "`businessSeconds` ÷ `allowedSeconds`; over 1 when late; null when nothing is allowed.",
  })
  businessShare!: string | null;

  @Field(() => Decimal, { nullable: true, description: "`elapsedSeconds` ÷ `allowedSeconds`, by the same rules." })
  elapsedShare!: string | null;
}

@ObjectType("BusinessDeadline", { simpleResolvers: true, description: "When working time allowed is used up." })
export class DeadlineType {
  @Field(() => DateTime, {
    nullable: true,
    description: "The last second of a day is due at its close. Null while a pause lasts that began before.",
  })
  dueAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "So much working time before; null as `dueAt`." })
  warnAt!: Date | null;
}
