import { Field, InputType, ObjectType } from "type-graphql";
import { Decimal } from "../platform/graphql/scalars";

@InputType({ description: "What a target is relative to. The target is worked out once, and stays." })
export class BaselineInput {
  @Field(() => String, { description: "What was measured before, in the KPI's unit: `80 %`, `240`." })
  value!: string;

  @Field(() => String, {
    description: "A share of it, whichever way is better: `25 %` asks for a quarter more of what is to grow.",
  })
  improveBy!: string;

  @Field(() => String, { description: "Where the value comes from, for people: `2026-W10 of aurora-voice`." })
  measured!: string;
}

@ObjectType("Baseline", { simpleResolvers: true, description: "What a target was worked out from, once." })
export class BaselineType {
  @Field(() => Decimal, { description: "What was measured before, in the KPI's unit. Exact." })
  value!: string;

  @Field(() => Decimal, { description: "The share of it by which to improve, 0.25 for a quarter. Exact." })
  improveBy!: string;

  @Field(() => String, { description: "Where the value comes from, for people." })
  measured!: string;
}
