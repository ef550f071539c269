import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { ConnectionArgs, pageOf, type Connection } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { pageOfAll } from "../platform/graphql/row-list";
import { may, type Viewer } from "../platform/viewer";
import type { Person } from "./person.entity";
import { personByCode, personRows } from "./person.loaders";
import { LoginType, PersonList, PersonType } from "./person.type";

/** Names are for those who lead people, and for oneself. */
const maySeeName = (viewer: Viewer, person: Person): boolean =>
  may(viewer, "people:read") || viewer.personId === person.id || (viewer.sight?.knownIds.includes(person.id) ?? false);

@Resolver(() => PersonType)
export class PersonResolver {
  @Query(() => PersonType, {
    nullable: true,
    description: "The person of a code. Null when there is none that you may see.",
  })
  person(
    @Arg("code", () => String, { description: "As in `Person.code`." }) code: string,
    @Ctx() ctx: ApiContext,
  ): Promise<Person | undefined> {
    return ctx.loader(personByCode).load(code);
  }

  @Query(() => PersonList.Connection, { description: "The people you may see, by code." })
  people(@Args(() => ConnectionArgs) args: ConnectionArgs, @Ctx() ctx: ApiContext): Promise<Connection<Person>> {
    return pageOfAll(ctx, personRows, pageOf(args, { list: "people" }, 2));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Name; null without the right READ_PEOPLE, except one's own.",
  })
  name(@Root() person: Person, @Ctx() ctx: ApiContext): string | null {
    return maySeeName(ctx.viewer, person) ? person.name : null;
  }

  @FieldResolver(() => [LoginType], {
    description: "What feeds call this person, by source. Empty without the right READ_PEOPLE, except one's own.",
  })
  logins(@Root() person: Person, @Ctx() ctx: ApiContext): LoginType[] {
    if (!maySeeName(ctx.viewer, person)) return [];
    return Object.entries(person.logins).map(([source, name]) => ({ source, name }));
  }
}
