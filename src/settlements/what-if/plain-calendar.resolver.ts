import { Arg, Args, FieldResolver, Resolver, Root } from "type-graphql";
import { BusinessCalendar } from "../../contracts/business-calendar.rules";
import { businessTimeBetween, deadlineFrom } from "../../contracts/business-time-answers";
import { COST_OF_A_SEARCH, costOfDays } from "../../contracts/business-time.resolver";
import { dayEnd } from "../../contracts/business-time.rules";
import { BusinessTimeArgs, BusinessTimeType, DeadlineArgs, DeadlineType } from "../../contracts/business-time.type";
import { DateTime } from "../../platform/graphql/scalars";
import { PlainCalendarArgs, PlainCalendarType } from "./plain-calendar.type";
import { readCalendar } from "./plain-calendar";
import { WhatIfType } from "./what-if.type";

@Resolver(() => WhatIfType)
export class WhatIfCalendarResolver {
  @FieldResolver(() => PlainCalendarType, {
    nullable: true,
    description: "A calendar that always was and will be as you say. Null when it is refused.",
  })
  calendar(@Args(() => PlainCalendarArgs) args: PlainCalendarArgs): BusinessCalendar {
    return readCalendar(args);
  }
}

@Resolver(() => PlainCalendarType)
export class PlainCalendarResolver {
  @FieldResolver(() => BusinessTimeType, {
    complexity: costOfDays,
    nullable: true,
    description: "How much working time lies between two instants, and which share of what is allowed.",
  })
  businessTime(
    @Root() calendar: BusinessCalendar,
    @Args(() => BusinessTimeArgs) args: BusinessTimeArgs,
  ): BusinessTimeType {
    return businessTimeBetween(args, calendar);
  }

  @FieldResolver(() => DeadlineType, {
    complexity: costOfDays,
    nullable: true,
    description: "When so much working time has passed. Refused where the calendar is not open for so long.",
  })
  deadline(@Root() calendar: BusinessCalendar, @Args(() => DeadlineArgs) args: DeadlineArgs): DeadlineType {
    return deadlineFrom(args, calendar);
  }

  @FieldResolver(() => DateTime, {
    complexity: COST_OF_A_SEARCH,
    nullable: true,
    description: "When the business day closes that an instant belongs to: its local day's, or the next that opens.",
  })
  businessDayEnd(
    @Root() calendar: BusinessCalendar,
    @Arg("at", () => DateTime, { description: "The instant." }) at: Date,
  ): Date {
    return dayEnd(at, calendar);
  }
}
