import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { ClientRow } from "../clients/client.loaders";
import { ClientType } from "../clients/client.type";
import { ConnectionArgs, pageOf, type Connection } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { versionOn } from "../platform/graphql/dated.type";
import { pageUnder } from "../platform/graphql/row-list";
import { LocalDate } from "../platform/graphql/scalars";
import { dayOf, type Day } from "../shared/day";
import type { CalendarVersion } from "./calendar-version.entity";
import type { Calendar } from "./calendar.entity";
import { calendarsOfClient, versionsByCalendar } from "./calendar.loaders";
import { CalendarList, CalendarType, CalendarVersionType } from "./calendar.type";

const VALID_ON = { nullable: true, description: "Local day; today (UTC) when left out." };

@Resolver(() => CalendarType)
export class CalendarResolver {
  @FieldResolver(() => [CalendarVersionType], { description: "As believed now, by the days they apply on." })
  versions(@Root() calendar: Calendar, @Ctx() ctx: ApiContext): Promise<CalendarVersion[]> {
    return ctx.loader(versionsByCalendar).load(calendar.id);
  }

  @FieldResolver(() => CalendarVersionType, {
    nullable: true,
    description: "The version that applies on a day; null where none does.",
  })
  async inForce(
    @Root() calendar: Calendar,
    @Arg("validOn", () => LocalDate, VALID_ON) validOn: Day | null,
    @Ctx() ctx: ApiContext,
  ): Promise<CalendarVersion | null> {
    const versions = await ctx.loader(versionsByCalendar).load(calendar.id);
    return versionOn(versions, validOn ?? dayOf(ctx.now, "UTC"));
  }
}

@Resolver(() => ClientType)
export class ClientCalendarsResolver {
  @FieldResolver(() => CalendarList.Connection, { description: "Its working times, by code." })
  calendars(
    @Root() client: ClientRow,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Calendar>> {
    return pageUnder(ctx, calendarsOfClient, client.id, pageOf(args, { list: "calendars" }, 2));
  }
}
