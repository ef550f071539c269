import { ArgsType, Field, ObjectType } from "type-graphql";
import { Decimal, NonNegativeInt } from "../../platform/graphql/scalars";

@ArgsType()
export class AcceptancePlanArgs {
  @Field(() => NonNegativeInt, { description: "How many are looked at: 1 to 100,000." })
  sample!: number;

  @Field(() => NonNegativeInt, { description: "Up to so many misses among them are accepted; fewer than `sample`." })
  missesAccepted!: number;

  @Field(() => Decimal, { description: "Share of misses of service that is good: 0.01 is 1 %." })
  goodMissRate!: string;

  @Field(() => Decimal, { description: "Share of misses of service that is not to be accepted; above `goodMissRate`." })
  badMissRate!: string;
}

@ObjectType("AcceptanceRisks", {
  simpleResolvers: true,
  description: "How often a plan of samples judges wrongly. Exact, to six significant digits.",
})
export class AcceptanceRisksType {
  @Field(() => Decimal, { description: "α: how often good service is refused. A share." })
  providersRisk!: string;

  @Field(() => Decimal, { description: "β: how often bad service is accepted. A share." })
  clientsRisk!: string;
}
