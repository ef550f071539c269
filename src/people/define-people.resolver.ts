import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { define } from "../platform/graphql/definition";
import type { Outcome } from "../platform/graphql/mutation";
import {
  DefinePersonInput,
  DefinePersonPayload,
  DefinePositionInput,
  DefinePositionPayload,
  DefineRoleInput,
  DefineRolePayload,
  DefineTeamInput,
  DefineTeamPayload,
} from "./define-people.type";
import { PersonService } from "./person.service";
import { PositionService } from "./position.service";
import { RoleService } from "./role.service";
import { TeamService } from "./team.service";

@Resolver()
export class DefinePeopleResolver {
  @Mutation(() => DefineRolePayload, { description: "Defines a role. For our own people. Needs WRITE_SETUP." })
  defineRole(
    @Arg("input", () => DefineRoleInput, { description: "The role, whole." }) input: DefineRoleInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DefineRolePayload>> {
    return define(ctx, { name: "defineRole", input }, async (context, written) => {
      const { thing } = await ctx.service(RoleService).define(ctx.tx, context, written);
      return { role: thing };
    });
  }

  @Mutation(() => DefinePersonPayload, { description: "Defines a person. For our own people. Needs WRITE_SETUP." })
  definePerson(
    @Arg("input", () => DefinePersonInput, { description: "The person, whole." }) input: DefinePersonInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DefinePersonPayload>> {
    return define(ctx, { name: "definePerson", input }, async (context, { logins, ...written }) => {
      const person = {
        ...written,
        logins: Object.fromEntries((logins ?? []).map(({ source, name }) => [source, name])),
      };
      const { thing } = await ctx.service(PersonService).define(ctx.tx, context, person);
      return { person: thing };
    });
  }

  @Mutation(() => DefineTeamPayload, { description: "Defines a team under a contract. Needs WRITE_SETUP." })
  defineTeam(
    @Arg("input", () => DefineTeamInput, { description: "The team, whole." }) input: DefineTeamInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DefineTeamPayload>> {
    return define(ctx, { name: "defineTeam", input }, async (context, written) => {
      const { thing } = await ctx.service(TeamService).define(ctx.tx, context, written);
      return { team: thing };
    });
  }

  @Mutation(() => DefinePositionPayload, {
    description: "Puts a person in a role, corrects that, or withdraws it. Needs WRITE_SETUP.",
  })
  definePosition(
    @Arg("input", () => DefinePositionInput, { description: "The position, whole." }) input: DefinePositionInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DefinePositionPayload>> {
    return define(ctx, { name: "definePosition", input }, async (context, written) => {
      const { thing } = await ctx.service(PositionService).define(ctx.tx, context, written);
      return { position: thing };
    });
  }
}
