import { Ctx, FieldResolver, Resolver } from "type-graphql";
import { pageOf } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { pageUnder } from "../platform/graphql/row-list";
import { ViewerType } from "../platform/graphql/viewer.type";
import { dayOf } from "../shared/day";
import type { Person } from "./person.entity";
import { personById } from "./person.loaders";
import { PersonType } from "./person.type";
import type { Position } from "./position.entity";
import { positionsOfPerson } from "./position.loaders";
import { PositionType } from "./position.type";

/** Nobody holds more. */
const MOST_POSITIONS = 100;

@Resolver(() => ViewerType)
export class ViewerPersonResolver {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description: "The person behind it; null for systems, people of clients, and people of ours without a position.",
  })
  async person(@Ctx() ctx: ApiContext): Promise<Person | null> {
    const { personId } = ctx.viewer;
    return personId === null ? null : ((await ctx.loader(personById).load(personId)) ?? null);
  }

  @FieldResolver(() => [PositionType], {
    description: "What that person does today (UTC), by first day; empty without a person.",
  })
  async positions(@Ctx() ctx: ApiContext): Promise<readonly Position[]> {
    const { personId } = ctx.viewer;
    if (personId === null) return [];
    const filter = { list: "positions", validOn: dayOf(ctx.now, "UTC"), role: null };
    const page = await pageUnder(ctx, positionsOfPerson, personId, pageOf({ first: MOST_POSITIONS }, filter, 2));
    return page.nodes;
  }
}
