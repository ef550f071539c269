import type { KpiDefinition, ParameterDefinition } from "../kpi-definition";

const CAP: ParameterDefinition = {
  name: "autoFailCapPercent",
  unit: "percent",
  default: 0,
  minimum: 0,
  maximum: 100,
  description: "What a form that fails as a whole is worth at most, in percent of its points; read by CAPPED only.",
};

const EARNED = {
  ZERO: "quality_earned",
  CAPPED: "quality_earned_within_cap + quality_capped_percent / 100",
  IGNORED: "quality_earned_ignoring_fail",
} as const;

const FAILING = {
  ZERO: "a form that fails as a whole earns nothing",
  CAPPED: "a form that fails as a whole earns at most autoFailCapPercent of its points",
  IGNORED: "a failed form keeps its points",
} as const;

const byFailing = (what: string): KpiDefinition["dialects"] =>
  (["ZERO", "CAPPED", "IGNORED"] as const).map((code) => ({
    code: `FAIL_${code}`,
    description: `${what}; ${FAILING[code]}.`,
    numerator: EARNED[code],
    denominator: "quality_applicable",
    sample: "evaluations",
  }));

const QUALITY: KpiDefinition = {
  code: "QUALITY",
  names: { en: "Quality score", it: "Punteggio di qualità", hr: "Ocjena kvalitete", zh: "质检得分率" },
  descriptions: {
    en: "Weighted points earned in evaluations, of the points that could be earned; questions that were not applicable do not count.",
    it: "Punti ponderati ottenuti nelle valutazioni, sui punti ottenibili; le domande non applicabili non contano.",
    hr: "Ponderirani bodovi ostvareni u ocjenjivanjima, od mogućih bodova; neprimjenjiva pitanja se ne računaju.",
    zh: "质检评分中按权重获得的分数占可得分数的比例；不适用的题目不计。",
  },
  family: "quality",
  unit: "share",
  direction: "maximise",
  precision: 1,
  attribution: "evaluated",
  channels: "all",
  rollUp: "ratio",
  dialects: byFailing("Points earned ÷ points applicable"),
  defaultDialect: "FAIL_ZERO",
  parameters: [CAP],
  judges: ["contract", "service", "team", "position"],
  source: "Requirement K4; Amazon Connect evaluation forms (weights, not applicable, automatic fail).",
};

const AGENT_QUALITY: KpiDefinition = {
  code: "AGENT_QUALITY",
  names: {
    en: "Agents who reach the quality mark",
    it: "Operatori con qualità sufficiente",
    hr: "Agenti koji dosežu prag kvalitete",
    zh: "质检达标坐席占比",
  },
  descriptions: {
    en: "Share of agents whose quality score of the period reaches the pass mark, of those with enough evaluations; others are in neither.",
    it: "Quota di operatori il cui punteggio di qualità del periodo raggiunge la soglia, fra quelli con abbastanza valutazioni; gli altri non contano.",
    hr: "Udio agenata čija ocjena kvalitete u razdoblju doseže prag, među onima s dovoljno ocjenjivanja; ostali se ne računaju.",
    zh: "评分次数足够的坐席中，本期质检得分率达到及格线的占比；其余坐席不计入。",
  },
  family: "quality",
  unit: "share",
  direction: "maximise",
  precision: 1,
  attribution: "evaluated",
  channels: "all",
  rollUp: "distribution",
  dialects: byFailing("Agents at or above passMark ÷ agents with at least minEvaluations").map((dialect) => ({
    ...dialect,
    people: { markParameter: "passMark", sampleParameter: "minEvaluations" },
  })),
  defaultDialect: "FAIL_ZERO",
  parameters: [
    {
      ...{ name: "passMark", unit: "percent", default: 80, minimum: 0, maximum: 100 },
      description: "The quality score that an agent must reach.",
    },
    {
      ...{ name: "minEvaluations", unit: "evaluations", default: 5, minimum: 1, maximum: 1_000 },
      description: "With fewer evaluations in the period an agent neither passes nor fails.",
    },
    CAP,
  ],
  judges: ["contract", "service", "team", "position"],
  source: "Requirement K4: agents who reach the quality mark; minimum sample by agreement.",
};

const AUTO_FAIL_RATE: KpiDefinition = {
  code: "AUTO_FAIL_RATE",
  names: {
    en: "Automatic fail rate",
    it: "Tasso di errori bloccanti",
    hr: "Stopa automatskog pada",
    zh: "一票否决率",
  },
  descriptions: {
    en: "Share of evaluations that failed as a whole by a single answer.",
    it: "Quota di valutazioni fallite per intero per una sola risposta.",
    hr: "Udio ocjenjivanja koja su u cijelosti pala zbog jednog odgovora.",
    zh: "因单项答案而整单判为不合格的评分占比。",
  },
  family: "quality",
  unit: "share",
  direction: "minimise",
  precision: 1,
  attribution: "evaluated",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "EVALUATIONS",
      description: "Evaluations that failed as a whole ÷ evaluations.",
      numerator: "evaluations_failed",
      denominator: "evaluations",
    },
  ],
  defaultDialect: "EVALUATIONS",
  parameters: [],
  judges: ["contract", "service", "team", "position"],
  source: "Amazon Connect evaluation forms (automatic fail).",
};

export const QUALITY_KPIS: readonly KpiDefinition[] = [QUALITY, AGENT_QUALITY, AUTO_FAIL_RATE];
