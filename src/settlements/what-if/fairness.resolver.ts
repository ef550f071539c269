import { Arg, Args, FieldResolver, Int, Resolver } from "type-graphql";
import { wilsonInterval, type Interval } from "../../kpis/interval.rules";
import type { KpiDefinition } from "../../kpis/kpi-definition";
import { KpiDirectionEnum } from "../../kpis/kpi.type";
import { allowableMisses } from "../../kpis/target.rules";
import { Decimal, NonNegativeInt } from "../../platform/graphql/scalars";
import { IntervalType } from "../../scorecards/figure.type";
import { acceptanceRisks, samplingHalfWidth } from "./fairness.rules";
import { AcceptancePlanArgs, AcceptanceRisksType } from "./fairness.type";
import {
  refuseEmptySample,
  refuseFigure,
  refuseManyDecimals,
  refusePlan,
  refuseShare,
  refuseShares,
} from "./what-if-limits.rules";
import { imaginedOutcome, type ImaginedOutcome } from "./what-if-objective.rules";
import { aimsOf, figureGiven, WhatIfAimsInput, WhatIfFigureInput, WhatIfOutcomeType } from "./what-if-objective.type";
import { WhatIfType } from "./what-if.type";

const DIRECTION = { defaultValue: "maximise", description: "Which shares are better. Left out: higher." } as const;

@Resolver(() => WhatIfType)
export class FairnessResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: "How many of so many events may miss so that a target is still met: ⌊n × (1 − target)⌋, exactly.",
  })
  missesAllowed(
    @Arg("events", () => NonNegativeInt, { description: "How many there are." }) events: number,
    @Arg("target", () => Decimal, { description: "A share: 0.99 is 99 %." }) target: string,
    @Arg("direction", () => KpiDirectionEnum, DIRECTION) direction: KpiDefinition["direction"],
  ): number | null {
    refuseShare(target, "target");
    return allowableMisses(direction, events, target);
  }

  @FieldResolver(() => WhatIfOutcomeType, {
    nullable: true,
    description: "How an objective would come out: its outcome, and whether chance alone could explain it.",
  })
  objectiveOutcome(
    @Arg("aims", () => WhatIfAimsInput, { description: "What it demands." }) aims: WhatIfAimsInput,
    @Arg("figure", () => WhatIfFigureInput, { description: "What was reached." }) figure: WhatIfFigureInput,
  ): ImaginedOutcome {
    const { unit, direction, rounding } = aims;
    const given = figureGiven(figure);
    refuseManyDecimals(rounding?.decimals ?? 0, ["aims", "rounding", "decimals"]);
    refuseFigure(unit, given);
    return imaginedOutcome({ kpi: { unit, direction }, ...given, aims: aimsOf(aims) });
  }

  @FieldResolver(() => IntervalType, {
    nullable: true,
    description: "Wilson's 95 % interval of a share. Null without a sample.",
  })
  wilsonInterval(
    @Arg("numerator", () => Decimal, { description: "How many reached it." }) numerator: string,
    @Arg("sample", () => NonNegativeInt, { description: "Of how many." }) sample: number,
  ): Interval | null {
    refuseShares(numerator, sample);
    return wilsonInterval(numerator, sample);
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description:
      "By how much a share of so many samples may be off, 95 % of the time: 1.96 × √(p (1 − p) ÷ n). Unrounded.",
  })
  samplingHalfWidth(
    @Arg("sample", () => NonNegativeInt, { description: "How many are looked at." }) sample: number,
    @Arg("share", () => Decimal, { defaultValue: "0.5", description: "The share itself. Left out: a half, the worst." })
    share: string,
  ): string {
    refuseEmptySample(sample);
    refuseShare(share, "share");
    return samplingHalfWidth(sample, share);
  }

  @FieldResolver(() => AcceptanceRisksType, {
    nullable: true,
    description: "Both parties' risks when service is accepted or refused by a sample.",
  })
  acceptanceSampling(@Args(() => AcceptancePlanArgs) plan: AcceptancePlanArgs): AcceptanceRisksType {
    refusePlan(plan);
    return acceptanceRisks(plan);
  }
}
