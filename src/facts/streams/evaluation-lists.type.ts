import { Field, InputType, registerEnumType } from "type-graphql";
import { Decimal } from "../../platform/graphql/scalars";
import type { ErrorKind, RootCause } from "./evaluation.rules";

export const ErrorKindEnum = { PRODUCT: "product", PROCESS: "process", OTHER: "other" } as const satisfies Record<
  string,
  ErrorKind
>;

export const RootCauseEnum = {
  TRAINING: "training",
  PROCESS: "process",
  PRODUCT: "product",
  TOOL: "tool",
  KNOWLEDGE: "knowledge",
  BEHAVIOUR: "behaviour",
  CUSTOMER: "customer",
  OTHER: "other",
} as const satisfies Record<string, RootCause>;

registerEnumType(ErrorKindEnum, {
  name: "ErrorKind",
  description: "What an error concerns.",
  valuesConfig: {
    PRODUCT: { description: "What was said or done about a product." },
    PROCESS: { description: "How a procedure was followed." },
    OTHER: { description: "Anything else; in no share of errors traced to training." },
  },
});

registerEnumType(RootCauseEnum, {
  name: "RootCause",
  description: "What caused an error.",
  valuesConfig: {
    TRAINING: { description: "Nobody taught it, or not well enough." },
    PROCESS: { description: "The procedure itself." },
    PRODUCT: { description: "The product itself." },
    TOOL: { description: "Software or equipment." },
    KNOWLEDGE: { description: "What the knowledge base says, or does not." },
    BEHAVIOUR: { description: "The person knew better." },
    CUSTOMER: { description: "The customer." },
    OTHER: { description: "Anything else." },
  },
});

const N = { nullable: true } as const;

@InputType({ description: "A question of a quality form, as it was answered." })
export class EvaluationItemInput {
  @Field(() => String, { description: "Code of the question." })
  code!: string;

  @Field(() => String, { ...N, description: "Section of the form. Null: none." })
  section?: string | null;

  @Field(() => Decimal, { ...N, description: "Weight of the question, at most two decimals. Null: 1." })
  weight?: string | null;

  @Field(() => Decimal, { ...N, description: "Weight of its section, at most two decimals. Null: 1." })
  sectionWeight?: string | null;

  @Field(() => Decimal, { ...N, description: "Points earned, at most two decimals. Null where not applicable." })
  points?: string | null;

  @Field(() => Decimal, { ...N, description: "Points that could be earned. Null where not applicable." })
  maximum?: string | null;

  @Field(() => Boolean, { ...N, description: "Whether the question was not applicable: then it does not count." })
  notApplicable?: boolean | null;

  @Field(() => Boolean, { ...N, description: "Whether this answer alone fails the whole form." })
  autoFail?: boolean | null;
}

@InputType({ description: "An error that an evaluator found." })
export class EvaluationErrorInput {
  @Field(() => ErrorKindEnum, { description: "What it concerns." })
  kind!: ErrorKind;

  @Field(() => String, { ...N, description: "Code of the error. Null: none." })
  code?: string | null;

  @Field(() => RootCauseEnum, { ...N, description: "What caused it. Null: not analysed yet." })
  rootCause?: RootCause | null;

  @Field(() => Boolean, { ...N, description: "Whether that cause is approved. Null: not yet." })
  rootCauseApproved?: boolean | null;
}
