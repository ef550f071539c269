import { Query, Resolver } from "type-graphql";
import { WhatIfType } from "./what-if.type";

@Resolver(() => WhatIfType)
export class WhatIfResolver {
  @Query(() => WhatIfType, {
    description: "What would follow: working time, outcomes, fairness and money of values you give. Nothing is stored.",
  })
  whatIf(): WhatIfType {
    return {};
  }
}
