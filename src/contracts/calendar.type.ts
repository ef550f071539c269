import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../platform/graphql/connection";
import { DatedType } from "../platform/graphql/dated.type";
import { NodeType } from "../platform/graphql/node";
import { LocalDate, TimeZone } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";

@ObjectType("CalendarWindow", { simpleResolvers: true, description: "Open from one local time until another." })
export class WindowType {
  @Field(() => String, { description: "Local time `HH:MM` at which it opens." })
  from!: string;

  @Field(() => String, { description: "Local time `HH:MM` at which it closes; `24:00` is the end of the day." })
  until!: string;
}

@ObjectType("WeekdayWindow", { simpleResolvers: true, description: "A window on one day of every week." })
export class WeekdayWindowType extends WindowType {
  @Field(() => Int, { description: "1 Monday to 7 Sunday." })
  weekday!: number;
}

@ObjectType("Holiday", { simpleResolvers: true, description: "A day with windows of its own." })
export class HolidayType {
  @Field(() => LocalDate, { description: "The local day." })
  on!: Day;

  @Field(() => String, { description: "What it is called." })
  name!: string;

  @Field(() => [WindowType], { description: "Empty: closed all day. Otherwise a half-day with these windows." })
  windows!: readonly WindowType[];
}

@ObjectType("CalendarVersion", { simpleResolvers: true, description: "Working time for a range of days." })
export class CalendarVersionType extends DatedType {
  @Field(() => TimeZone, { description: "IANA zone of its local times." })
  timeZone!: string;

  @Field(() => [WeekdayWindowType], { description: "By weekday and time; weekdays without a window are closed." })
  windows!: readonly WeekdayWindowType[];

  @Field(() => [HolidayType], { description: "By day." })
  holidays!: readonly HolidayType[];
}

@ObjectType("Calendar", {
  simpleResolvers: true,
  implements: NodeType,
  description: "Working time under contracts. Seen by the client's people and by ours.",
})
export class CalendarType extends NodeType {
  @Field(() => String, { description: "Unique within the client." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;
}

export const CalendarList = connectionOf("Calendar", "calendars", () => CalendarType);
