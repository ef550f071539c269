import { Field, InputType, ObjectType } from "type-graphql";
import { ActInput, Payload } from "../platform/graphql/mutation";
import { LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { Person } from "./person.entity";
import { PersonType } from "./person.type";
import type { Position } from "./position.entity";
import { PositionType } from "./position.type";
import type { Role, RoleScope } from "./role.entity";
import { RoleScopeEnum, RoleType } from "./role.type";
import type { Team } from "./team.entity";
import { TeamType } from "./team.type";

@InputType({ description: "A role; the one with this code is changed, or else made." })
export class DefineRoleInput extends ActInput {
  @Field(() => String, { description: "Unique in the house: `team-lead`." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;

  @Field(() => RoleScopeEnum, { description: "Whose figures it answers for." })
  scope!: RoleScope;

  @Field(() => String, { nullable: true, description: "What it is for. Left out: empty." })
  description?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "The role as it is now defined." })
export class DefineRolePayload extends Payload {
  @Field(() => RoleType, { nullable: true, description: "Null when refused." })
  role?: Role | null;
}

@InputType({ description: "The name that a feed uses for a person." })
export class LoginInput {
  @Field(() => String, { description: "The source system, as import profiles call it." })
  source!: string;

  @Field(() => String, { description: "The name used there; of one person only within a client." })
  name!: string;
}

@InputType({ description: "A person; the one with this code is changed, or else made." })
export class DefinePersonInput extends ActInput {
  @Field(() => String, { description: "Unique in the house." })
  code!: string;

  @Field(() => String, { description: "Name." })
  name!: string;

  @Field(() => [LoginInput], { nullable: true, description: "One per source. Left out: none." })
  logins?: LoginInput[] | null;
}

@ObjectType({ simpleResolvers: true, description: "The person as now defined." })
export class DefinePersonPayload extends Payload {
  @Field(() => PersonType, { nullable: true, description: "Null when refused." })
  person?: Person | null;
}

@InputType({ description: "A team; the one with this code is changed, or else made." })
export class DefineTeamInput extends ActInput {
  @Field(() => String, { description: "Code of the client." })
  client!: string;

  @Field(() => String, { description: "Code of the contract; a team stays under its contract." })
  contract!: string;

  @Field(() => String, { description: "Unique within the client." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;
}

@ObjectType({ simpleResolvers: true, description: "The team as it is now defined." })
export class DefineTeamPayload extends Payload {
  @Field(() => TeamType, { nullable: true, description: "Null when refused." })
  team?: Team | null;
}

@InputType({
  description:
    "A person in a role. A position of that person at the same place (role, contract, service, team) whose days meet " +
    "these is corrected; otherwise a new one is made.",
})
export class DefinePositionInput extends ActInput {
  @Field(() => String, { description: "Code of the client." })
  client!: string;

  @Field(() => String, { description: "Code of the contract." })
  contract!: string;

  @Field(() => String, { description: "Code of the person." })
  person!: string;

  @Field(() => String, { description: "Code of the role." })
  role!: string;

  @Field(() => String, { nullable: true, description: "Code of the service. Left out: every one of the contract." })
  service?: string | null;

  @Field(() => String, { nullable: true, description: "Code of the team. Left out: none." })
  team?: string | null;

  @Field(() => LocalDate, { nullable: true, description: "First local day. Left out: the contract's first day." })
  validFrom?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: "First local day after it. Left out: open-ended." })
  validUntil?: Day | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: the position was entered by mistake and never was. Left out: false.",
  })
  withdrawn?: boolean | null;
}

@ObjectType({ simpleResolvers: true, description: "The position as it is now defined." })
export class DefinePositionPayload extends Payload {
  @Field(() => PositionType, { nullable: true, description: "Null when refused, and when withdrawn." })
  position?: Position | null;
}
