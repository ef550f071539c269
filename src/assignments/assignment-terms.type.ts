import { Field, InputType, ObjectType } from "type-graphql";
import { Decimal } from "../platform/graphql/scalars";

@InputType({ description: "A KPI that caps the whole score when it is missed." })
export class GateInput {
  @Field(() => String, { description: "The worst value that passes, in the KPI's unit: `80 %`, `240`." })
  atLeast!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "What the whole score is at most where it does not pass, 0 to 200. Left out: 0.",
  })
  cap?: string | null;
}

@ObjectType("Gate", { simpleResolvers: true, description: "A KPI that caps the whole score when it is missed." })
export class GateType {
  @Field(() => Decimal, { description: "The worst value that passes, in the KPI's unit. Exact." })
  atLeast!: string;

  @Field(() => Decimal, { description: "What the whole score is at most where it does not pass, 0 to 200. Exact." })
  cap!: string;
}
