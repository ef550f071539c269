import { Arg, Args, Ctx, FieldResolver, Resolver, Root, type Complexity } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { DateTime } from "../platform/graphql/scalars";
import { BusinessCalendar } from "./business-calendar.rules";
import { businessTimeBetween, deadlineFrom } from "./business-time-answers";
import { daysLookedAt } from "./business-time-limits.rules";
import { dayEnd } from "./business-time.rules";
import { BusinessTimeArgs, BusinessTimeType, DeadlineArgs, DeadlineType } from "./business-time.type";
import type { CalendarVersion } from "./calendar-version.entity";
import type { Calendar } from "./calendar.entity";
import { versionsByCalendar } from "./calendar.loaders";
import { CalendarType } from "./calendar.type";

/** A calendar may be closed for long. */
export const COST_OF_A_SEARCH = 100;
/** Days are looked at one by one, and cost as much as an object that is loaded. */
export const costOfDays: Complexity = ({ args }) => daysLookedAt(args);

@Resolver(() => CalendarType)
export class BusinessTimeResolver {
  @FieldResolver(() => BusinessTimeType, {
    complexity: costOfDays,
    nullable: true,
    description: "How much working time lies between two instants, as the calendar is believed to be now.",
  })
  async businessTime(
    @Root() calendar: Calendar,
    @Args(() => BusinessTimeArgs) args: BusinessTimeArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<BusinessTimeType> {
    return businessTimeBetween(args, await compiled(ctx, calendar));
  }

  @FieldResolver(() => DeadlineType, {
    complexity: costOfDays,
    nullable: true,
    description: "When so much working time has passed. Refused where the calendar is not open for so long.",
  })
  async deadline(
    @Root() calendar: Calendar,
    @Args(() => DeadlineArgs) args: DeadlineArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<DeadlineType> {
    return deadlineFrom(args, await compiled(ctx, calendar));
  }

  @FieldResolver(() => DateTime, {
    complexity: COST_OF_A_SEARCH,
    nullable: true,
    description:
      "When the business day closes that an instant belongs to: its local day's, or after that close the next that opens.",
  })
  async businessDayEnd(
    @Root() calendar: Calendar,
    @Arg("at", () => DateTime, { description: "The instant." }) at: Date,
    @Ctx() ctx: ApiContext,
  ): Promise<Date> {
    return dayEnd(at, await compiled(ctx, calendar));
  }
}

/** Once per request, since its loader answers with the same versions. */
const kept = new WeakMap<readonly CalendarVersion[], BusinessCalendar>();

async function compiled(ctx: ApiContext, { id }: Calendar): Promise<BusinessCalendar> {
  const versions = await ctx.loader(versionsByCalendar).load(id);
  const known = kept.get(versions) ?? new BusinessCalendar(versions);
  kept.set(versions, known);
  return known;
}
