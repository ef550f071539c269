import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { KpiDefinition } from "../kpis/kpi-definition";
import { KpiParameterType, parameterList } from "../kpis/kpi-parameter.type";
import { KpiType } from "../kpis/kpi.type";
import { LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { KpiCheck } from "./crucial.rules";
import type { Letter, LetterResult, Verdict } from "./letter.rules";

export const VerdictEnum = {
  PASS: "pass",
  WARN: "warn",
  FAIL: "fail",
  NOT_APPLICABLE: "not_applicable",
} as const satisfies Record<string, Verdict>;

registerEnumType(VerdictEnum, {
  name: "CrucialVerdict",
  description: "What a letter of the CRUCIAL check came to.",
  valuesConfig: {
    PASS: { description: "As it should be." },
    WARN: { description: "Usable, with a weakness that the evidence names." },
    FAIL: { description: "Not fit to steer by, until what the evidence names is mended." },
    NOT_APPLICABLE: { description: "Nothing to judge by yet; says nothing for or against." },
  },
});

export const LetterEnum = {
  COLLECTABLE: "collectable",
  REPORTABLE: "reportable",
  USEFUL_FREQUENCY: "useful_frequency",
  IMPROVEMENT: "improvement",
  ACCURATE: "accurate",
  LOGICAL: "logical",
} as const satisfies Record<string, Letter>;

registerEnumType(LetterEnum, {
  name: "CrucialLetter",
  description: "The six words behind the letters C, R, U, CI, A, L.",
  valuesConfig: {
    COLLECTABLE: { description: "C: every stream of the formula has a feed that brings facts." },
    REPORTABLE: { description: "R: closed periods have a value." },
    USEFUL_FREQUENCY: { description: "U: data comes as often as objectives and forums need it." },
    IMPROVEMENT: { description: "CI, leads to continuous improvement: somebody answers for it, and has a target." },
    ACCURATE: { description: "A: little is refused, entered by hand or late; enough facts stand behind it." },
    LOGICAL: { description: "L: sound formula, possible values, parts that make the whole, one meaning." },
  },
});

@ObjectType("CrucialLetterResult", { simpleResolvers: true, description: "One letter of the check of one KPI." })
export class LetterResultType {
  @Field(() => LetterEnum, { description: "Which." })
  letter!: Letter;

  @Field(() => VerdictEnum, { description: "The worst of what was found." })
  verdict!: Verdict;

  @Field(() => [String], { description: "What it rests on: sentences in English, with numbers, days and periods." })
  evidence!: readonly string[];
}

@ObjectType("CrucialKpiCheck", { simpleResolvers: true, description: "The CRUCIAL check of one KPI." })
export class KpiCheckType {
  @Field(() => KpiType, { description: "What is measured." })
  kpi!: KpiDefinition;

  @Field(() => String, { description: "Code of the dialect: which of the KPI's formulas." })
  dialect!: string;

  @Field(() => [KpiParameterType], { description: "Every parameter of the KPI with its value." })
  parameters!: readonly KpiParameterType[];

  @Field(() => VerdictEnum, { description: "The worst of the letters." })
  verdict!: Verdict;

  @Field(() => [LetterResultType], { description: "In the order of the word." })
  letters!: readonly LetterResult[];
}

@ObjectType("CrucialCheck", {
  simpleResolvers: true,
  description: "Whether the KPIs of a contract are fit to steer by, worked out now from what is stored.",
})
export class CrucialCheckType {
  @Field(() => LocalDate, { description: "Periods that ended by this local day were looked at." })
  asOf!: Day;

  @Field(() => Int, { description: "At most how many closed periods of each KPI." })
  periods!: number;

  @Field(() => VerdictEnum, { description: "The worst of all KPIs." })
  verdict!: Verdict;

  @Field(() => [KpiCheckType], { description: "KPIs in use, and those that objectives measure besides, by code." })
  kpis!: readonly KpiCheckView[];
}

/** A check as the API shows it. */
export interface KpiCheckView extends KpiCheckType {
  readonly serviceId: string | null;
}

export const checkView = ({ evidence, verdict, letters }: KpiCheck): KpiCheckView => ({
  kpi: evidence.definition,
  serviceId: evidence.serviceId,
  dialect: evidence.kpi.dialect,
  parameters: parameterList(evidence.kpi.parameters),
  verdict,
  letters,
});
