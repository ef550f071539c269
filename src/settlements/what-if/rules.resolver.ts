import { Arg, FieldResolver, Resolver } from "type-graphql";
import { PointsLadderInput, RatchetInput } from "../../objectives/clauses/mechanism-input.type";
import { Decimal } from "../../platform/graphql/scalars";
import { ladderOf, ratchetOf } from "./single-rules";
import { WhatIfAimsInput } from "./what-if-objective.type";
import { WhatIfPayType } from "./what-if-pay.type";
import { WhatIfMoneyInput } from "./what-if-terms.type";
import { WhatIfType } from "./what-if.type";

@Resolver(() => WhatIfType)
export class WhatIfRulesResolver {
  @FieldResolver(() => WhatIfPayType, {
    nullable: true,
    description: "What a ladder pays for so many points: the highest rung that they reach. Null when it is refused.",
  })
  ladder(
    @Arg("ladder", () => PointsLadderInput, { description: "As contracts define it." }) ladder: PointsLadderInput,
    @Arg("points", () => Decimal, { description: "Of all periods that it looks at." }) points: string,
    @Arg("money", () => WhatIfMoneyInput, { description: "What it is a share of." }) money: WhatIfMoneyInput,
  ): WhatIfPayType {
    return ladderOf(ladder, points, money);
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description: "The target after these periods: old + share × (mean − old). Null: it stays.",
  })
  ratchet(
    @Arg("ratchet", () => RatchetInput, { description: "As contracts define it." }) ratchet: RatchetInput,
    @Arg("aims", () => WhatIfAimsInput, { description: "What is demanded so far." }) aims: WhatIfAimsInput,
    @Arg("values", () => [Decimal], { description: "Of periods in a row, oldest first, in the unit." })
    values: string[],
  ): string | null {
    return ratchetOf(ratchet, aims, values);
  }
}
