import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../platform/graphql/connection";
import { NodeType } from "../platform/graphql/node";
import { DateTime, LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { AmendmentRule } from "./amendment-rule";

export const AmendmentRuleEnum = {
  BY_VOLUME: "by_volume",
  BY_TIME: "by_time",
  START_VERSION: "start_version",
  END_VERSION: "end_version",
} as const;
registerEnumType(AmendmentRuleEnum, {
  name: "AmendmentRule",
  description: "What becomes of a period within which an amendment takes effect.",
  valuesConfig: {
    BY_VOLUME: {
      description:
        "The days before and after are measured apart, each by its own terms, and count by how many facts they rest on. " +
        "Counts and amounts, which have no volume besides themselves, count by days.",
    },
    BY_TIME: { description: "The days before and after are measured apart and count by how many days they are." },
    START_VERSION: { description: "The whole period goes by what held on its first day." },
    END_VERSION: { description: "The whole period goes by what holds on its last day." },
  },
});

@ObjectType("Amendment", {
  simpleResolvers: true,
  implements: NodeType,
  description: "A signed change of a contract. Seen by the client's people and by ours.",
})
export class AmendmentType extends NodeType {
  @Field(() => String, { description: "Unique within the contract." })
  code!: string;

  @Field(() => String, { description: "What it is about, for people." })
  title!: string;

  @Field(() => String, { description: "Document and section that hold it." })
  document!: string;

  @Field(() => LocalDate, { description: "The day on which it was signed." })
  signedOn!: Day;

  @Field(() => LocalDate, { description: "First local day of the contract on which it holds." })
  effectiveFrom!: Day;

  @Field(() => AmendmentRuleEnum, { description: "What becomes of a period within which it takes effect." })
  rule!: AmendmentRule;

  @Field(() => Int, { description: "Counted from 1 as recorded: how often it was retold." })
  version!: number;

  @Field(() => DateTime, { description: "When what it says was recorded." })
  recordedAt!: Date;
}

export const AmendmentList = connectionOf("Amendment", "amendments", () => AmendmentType);
