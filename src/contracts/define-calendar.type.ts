import { Field, InputType, ObjectType } from "type-graphql";
import { ActInput, Payload } from "../platform/graphql/mutation";
import { LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { Calendar } from "./calendar.entity";
import { CalendarType } from "./calendar.type";

@InputType({ description: "Windows on one weekday, or on a run of them." })
export class WeekdayWindowsInput {
  @Field(() => String, { description: "`monday`, or a run such as `monday-friday`." })
  weekdays!: string;

  @Field(() => [String], { description: 'Local times, `HH:MM-HH:MM`: `["09:00-13:00", "14:00-18:00"]`.' })
  windows!: string[];
}

@InputType({ description: "A day with windows of its own." })
export class HolidayInput {
  @Field(() => LocalDate, { description: "The local day." })
  on!: Day;

  @Field(() => String, { description: "What it is called." })
  name!: string;

  @Field(() => [String], { nullable: true, description: "Windows of a half-day; left out: closed all day." })
  windows?: string[] | null;
}

@InputType({ description: "Working time for a range of days." })
export class CalendarVersionInput {
  @Field(() => LocalDate, { description: "First local day." })
  validFrom!: Day;

  @Field(() => LocalDate, {
    nullable: true,
    description: "First local day on which it no longer applies. Left out: until the next version, or open-ended.",
  })
  validUntil?: Day | null;

  @Field(() => String, { description: "IANA zone of its local times: `Europe/Rome`." })
  timeZone!: string;

  @Field(() => [WeekdayWindowsInput], { description: "Weekdays that are not named are closed." })
  windows!: WeekdayWindowsInput[];

  @Field(() => [HolidayInput], { nullable: true, description: "Left out: none." })
  holidays?: HolidayInput[] | null;
}

@InputType({ description: "A calendar with all its versions; the one with this code is changed, or else made." })
export class DefineCalendarInput extends ActInput {
  @Field(() => String, { description: "Code of the client." })
  client!: string;

  @Field(() => String, { description: "Unique within the client." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;

  @Field(() => [CalendarVersionInput], { description: "All of them: what is left out no longer applies." })
  versions!: CalendarVersionInput[];
}

@ObjectType({ simpleResolvers: true, description: "The calendar as it is now defined." })
export class DefineCalendarPayload extends Payload {
  @Field(() => CalendarType, { nullable: true, description: "Null when refused." })
  calendar?: Calendar | null;
}
