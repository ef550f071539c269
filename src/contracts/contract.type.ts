import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../platform/graphql/connection";
import { NodeType } from "../platform/graphql/node";
import { LocalDate, NonNegativeInt, TimeZone } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { Approver } from "./exclusions/exclusion.rules";
import { ApproverEnum } from "./exclusions/exclusion-enums.type";

@ObjectType("Contract", {
  simpleResolvers: true,
  implements: NodeType,
  description: "The agreement with a client. Seen by the client's people and by ours.",
})
export class ContractType extends NodeType {
  @Field(() => String, { description: "Unique within the client; for people and documents." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;

  @Field(() => String, { description: "ISO 4217 code of the currency of its fees." })
  currency!: string;

  @Field(() => TimeZone, {
    description: "IANA zone whose days and periods count, for services without a zone of their own.",
  })
  timeZone!: string;

  @Field(() => LocalDate, { description: "First local day of the term." })
  startsOn!: Day;

  @Field(() => LocalDate, { nullable: true, description: "First local day after the term; null while open-ended." })
  endsOn!: Day | null;

  @Field(() => NonNegativeInt, {
    description: "Days after a period's end during which late facts still change its figures.",
  })
  graceDays!: number;

  @Field(() => Boolean, {
    description: "Whether final figures are corrected only when the client consents to the correction.",
  })
  restatementNeedsConsent!: boolean;

  @Field(() => ApproverEnum, { description: "Whose approval it takes that something does not count." })
  exclusionsApprovedBy!: Approver;
}

export const ContractList = connectionOf("Contract", "contracts", () => ContractType);
