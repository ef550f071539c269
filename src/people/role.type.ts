import { Field, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../platform/graphql/connection";
import type { RoleScope } from "./role.entity";

export const RoleScopeEnum = {
  OWN: "own",
  TEAM: "team",
  TRAINED: "trained",
  SERVICE: "service",
  CONTRACT: "contract",
  ALL: "all",
} as const satisfies Record<string, RoleScope>;

registerEnumType(RoleScopeEnum, {
  name: "RoleScope",
  description: "Whose figures a role answers for.",
  valuesConfig: {
    OWN: { description: "Own work: what the person handled." },
    TEAM: { description: "The team's work: what its members did while they were in it." },
    TRAINED: { description: "The people trained: what each did while the person answered for the training." },
    SERVICE: { description: "The service as a whole." },
    CONTRACT: { description: "The contract as a whole." },
    ALL: { description: "Every contract of the client, all their services." },
  },
});

@ObjectType("Role", { simpleResolvers: true, description: "What a person does. The same for every client." })
export class RoleType {
  @Field(() => String, { description: "Unique in the house: `agent`, `team-lead`." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;

  @Field(() => RoleScopeEnum, { description: "Whose figures it answers for." })
  scope!: RoleScope;

  @Field(() => String, { description: "What it is for; may be empty." })
  description!: string;
}

export const RoleList = connectionOf("Role", "roles", () => RoleType);
