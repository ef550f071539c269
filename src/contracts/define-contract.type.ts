import { Field, InputType, Int, ObjectType } from "type-graphql";
import { ActInput, Payload } from "../platform/graphql/mutation";
import { LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { Contract } from "./contract.entity";
import { ContractType } from "./contract.type";
import type { Approver } from "./exclusions/exclusion.rules";
import { ApproverEnum } from "./exclusions/exclusion-enums.type";
import type { Service } from "./service.entity";
import { ServiceType } from "./service.type";

@InputType({ description: "The days on which a contract is in force." })
export class TermInput {
  @Field(() => LocalDate, { description: "First local day." })
  from!: Day;

  @Field(() => LocalDate, { nullable: true, description: "First local day after it. Left out: open-ended." })
  until?: Day | null;
}

@InputType({ description: "A contract; the one with this code is changed, or else made." })
export class DefineContractInput extends ActInput {
  @Field(() => String, { description: "Code of the client." })
  client!: string;

  @Field(() => String, { description: "Unique within the client." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;

  @Field(() => String, { description: "ISO 4217: `EUR`." })
  currency!: string;

  @Field(() => String, { description: "IANA zone: `Europe/Rome`. Cannot change once its services have facts." })
  timeZone!: string;

  @Field(() => String, { description: "Code of one of the client's calendars." })
  calendar!: string;

  @Field(() => TermInput, { description: "The days on which it is in force." })
  term!: TermInput;

  @Field(() => Int, {
    nullable: true,
    description: "Days after a period's end during which late facts still change its figures. Left out: 5.",
  })
  graceDays?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether final figures are corrected only when the client consents. Left out: no.",
  })
  restatementNeedsConsent?: boolean | null;

  @Field(() => ApproverEnum, {
    nullable: true,
    description: "Whose approval it takes that something does not count. Left out: both parties'.",
  })
  exclusionsApprovedBy?: Approver | null;
}

@ObjectType({ simpleResolvers: true, description: "The contract as it is now defined." })
export class DefineContractPayload extends Payload {
  @Field(() => ContractType, { nullable: true, description: "Null when refused." })
  contract?: Contract | null;
}

@InputType({ description: "A service; the one with this code is changed, or else made." })
export class DefineServiceInput extends ActInput {
  @Field(() => String, { description: "Code of the client." })
  client!: string;

  @Field(() => String, { description: "Code of the contract; a service stays under its contract." })
  contract!: string;

  @Field(() => String, { description: "Unique within the client." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;

  @Field(() => [String], { description: "Codes of its channels, such as `phone`; one at least." })
  channels!: string[];

  @Field(() => String, { nullable: true, description: "IANA zone of its own. Left out: the contract's." })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: "Code of a calendar of its own. Left out: the contract's." })
  calendar?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "The service as it is now defined." })
export class DefineServicePayload extends Payload {
  @Field(() => ServiceType, { nullable: true, description: "Null when refused." })
  service?: Service | null;
}
