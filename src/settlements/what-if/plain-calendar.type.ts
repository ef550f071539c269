import { ArgsType, Field, ObjectType } from "type-graphql";
import { HolidayInput, WeekdayWindowsInput } from "../../contracts/define-calendar.type";

@ArgsType()
export class PlainCalendarArgs {
  @Field(() => String, { description: "IANA zone of its local times: `Europe/Rome`." })
  timeZone!: string;

  @Field(() => [WeekdayWindowsInput], { description: "Weekdays that are not named are closed." })
  windows!: WeekdayWindowsInput[];

  @Field(() => [HolidayInput], { defaultValue: [], description: "Days with windows of their own. Left out: none." })
  holidays!: HolidayInput[];
}

@ObjectType("PlainCalendar", {
  simpleResolvers: true,
  description: "Working time as it was given. Calendars of contracts answer the same questions: see `Calendar`.",
})
export class PlainCalendarType {}
