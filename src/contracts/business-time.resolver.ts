import { Arg, Args, Ctx, FieldResolver, Resolver, Root, type Complexity } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { DateTime } from "../platform/graphql/scalars";
import type { Decimal } from "../shared/decimal";
import { BusinessCalendar } from "./business-calendar.rules";
import { businessIn, deadline, elapsedIn, withoutPauses, type Pause } from "./business-pauses.rules";
import { daysLookedAt, refuseTooMuch } from "./business-time-limits.rules";
import { beforeDue, dayEnd, elapsedShare } from "./business-time.rules";
import {
  BusinessTimeArgs,
  BusinessTimeType,
  DeadlineArgs,
  DeadlineType,
  type ClockPauseInput,
} from "./business-time.type";
import type { CalendarVersion } from "./calendar-version.entity";
import type { Calendar } from "./calendar.entity";
import { versionsByCalendar } from "./calendar.loaders";
import { CalendarType } from "./calendar.type";

/** A calendar may be closed for long. */
const COST_OF_A_SEARCH = 100;
/** Days are looked at one by one, and cost as much as an object that is loaded. */
const complexity: Complexity = ({ args }) => daysLookedAt(args);

@Resolver(() => CalendarType)
export class BusinessTimeResolver {
  @FieldResolver(() => BusinessTimeType, {
    complexity,
    nullable: true,
    description: "How much working time lies between two instants, as the calendar is believed to be now.",
  })
  async businessTime(
    @Root() calendar: Calendar,
    @Args(() => BusinessTimeArgs) { from, until, pauses, allowedSeconds }: BusinessTimeArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<BusinessTimeType> {
    refuseTooMuch({ from, until, pauses });
    const spans = withoutPauses({ from, until }, pauses.map(pauseOf));
    const [businessSeconds, elapsedSeconds] = [businessIn(spans, await compiled(ctx, calendar)), elapsedIn(spans)];
    const shareOf = (seconds: number) => shown(elapsedShare(seconds, allowedSeconds ?? 0));
    const shares = { businessShare: shareOf(businessSeconds), elapsedShare: shareOf(elapsedSeconds) };
    return { businessSeconds, elapsedSeconds, ...shares };
  }

  @FieldResolver(() => DeadlineType, {
    complexity,
    nullable: true,
    description: "When so much working time has passed. Refused where the calendar is not open for so long.",
  })
  async deadline(
    @Root() calendar: Calendar,
    @Args(() => DeadlineArgs) { from, seconds, pauses, warnSecondsBefore }: DeadlineArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<DeadlineType> {
    refuseTooMuch({ from, seconds, pauses });
    refuseTooMuch({ from, seconds: warnSecondsBefore, pauses: [] });
    const business = await compiled(ctx, calendar);
    const dueAt = deadline({ start: from, seconds, pauses: pauses.map(pauseOf) }, business);
    return { dueAt, warnAt: dueAt && beforeDue(dueAt, warnSecondsBefore, business) };
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

const pauseOf = ({ from, until }: ClockPauseInput): Pause => ({ from, until: until ?? null });
const shown = (share: Decimal | null): string | null => share && share.toFixed();
