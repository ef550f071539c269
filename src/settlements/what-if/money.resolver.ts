import { Arg, FieldResolver, Resolver, type Complexity } from "type-graphql";
import { ClauseInput, EarnBackInput } from "../../objectives/clauses/clause-input.type";
import { Decimal } from "../../platform/graphql/scalars";
import { creditPeriod, earnedBack, imaginedPeriods, pointsOfValues } from "./what-if-periods";
import { periodsOf } from "./what-if-limits.rules";
import { WhatIfAimsInput, WhatIfFigureInput } from "./what-if-objective.type";
import { WhatIfIncidentInput, WhatIfReportErrorInput } from "./what-if-events.type";
import { WhatIfPeriodType } from "./what-if-period.type";
import { WhatIfMoneyInput, WhatIfObjectiveInput, WhatIfTermsInput } from "./what-if-terms.type";
import { WhatIfType } from "./what-if.type";

const VALUES = {
  description: "One of each period, in order, in the unit: 0.985 is 98.5 %. At most 60.",
} as const;
const AIMS = { description: "What the objective demands that the clause names." } as const;

/** About one object for each look of a clause at an objective, and what is asked of each period. */
const costOfPeriods: Complexity = ({ args, childComplexity }) => {
  const { terms, objectives } = args as { terms: WhatIfTermsInput; objectives: WhatIfObjectiveInput[] };
  const periods = periodsOf(objectives);
  return periods * (terms.clauses.length * Math.max(1, objectives.length) + childComplexity);
};

@Resolver(() => WhatIfType)
export class WhatIfMoneyResolver {
  @FieldResolver(() => WhatIfPeriodType, {
    nullable: true,
    description: "What one clause would come to in one period, step by step. Null when it is refused.",
  })
  creditOfClause(
    @Arg("clause", () => ClauseInput, { description: "As contracts define it." }) clause: ClauseInput,
    @Arg("aims", () => WhatIfAimsInput, AIMS) aims: WhatIfAimsInput,
    @Arg("figure", () => WhatIfFigureInput, { description: "What was reached." }) figure: WhatIfFigureInput,
    @Arg("money", () => WhatIfMoneyInput, { description: "What it is a share of." }) money: WhatIfMoneyInput,
  ): Promise<WhatIfPeriodType> {
    return creditPeriod({ clause, aims, figures: [figure] }, money);
  }

  @FieldResolver(() => [Decimal], {
    nullable: true,
    description: "The points of a clause month by month, repeats included. Null when it is refused.",
  })
  pointsOfMonths(
    @Arg("clause", () => ClauseInput, { description: "A clause that gives points." }) clause: ClauseInput,
    @Arg("aims", () => WhatIfAimsInput, AIMS) aims: WhatIfAimsInput,
    @Arg("values", () => [Decimal], VALUES) values: string[],
  ): Promise<string[]> {
    return pointsOfValues(clause, aims, values);
  }

  @FieldResolver(() => [WhatIfPeriodType], {
    nullable: true,
    description: "What becomes of a credit that can be earned back: the first value misses, the others decide.",
  })
  earnBack(
    @Arg("credit", () => String, { description: "`5000.00 EUR`." }) credit: string,
    @Arg("earnBack", () => EarnBackInput, { description: "How it is earned back." }) earnBack: EarnBackInput,
    @Arg("aims", () => WhatIfAimsInput, AIMS) aims: WhatIfAimsInput,
    @Arg("values", () => [Decimal], VALUES) values: string[],
  ): Promise<WhatIfPeriodType[]> {
    return earnedBack({ credit, earnBack, aims, values });
  }

  @FieldResolver(() => [WhatIfPeriodType], {
    complexity: costOfPeriods,
    nullable: true,
    description: "What a contract would come to, one period after the other. Null when it is refused.",
  })
  settledPeriods(
    @Arg("terms", () => WhatIfTermsInput, { description: "What it says about money." }) terms: WhatIfTermsInput,
    @Arg("objectives", () => [WhatIfObjectiveInput], { description: "What it promises, and what that came to." })
    objectives: WhatIfObjectiveInput[],
    @Arg("incidents", () => [WhatIfIncidentInput], { defaultValue: [], description: "At most 100. Left out: none." })
    incidents: WhatIfIncidentInput[],
    @Arg("reportErrors", () => [WhatIfReportErrorInput], {
      defaultValue: [],
      description: "At most 100. Left out: none.",
    })
    reportErrors: WhatIfReportErrorInput[],
  ): Promise<WhatIfPeriodType[]> {
    return imaginedPeriods(terms, objectives, { incidents, reportErrors });
  }
}
