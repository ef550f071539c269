import type { Dialect, KpiDefinition } from "../kpi-definition";

const byInstant = (what: string, measure: string): Dialect[] => [
  {
    code: "SURVEYED",
    description: `${what} ÷ surveys with a rating, counted on the day of the survey.`,
    numerator: measure,
    denominator: "rated",
  },
  {
    code: "CLOSED",
    description: `${what} ÷ surveys with a rating, counted on the day the contact or case was closed.`,
    numerator: `${measure}_closed`,
    denominator: "rated_closed",
  },
];

const CSAT: KpiDefinition = {
  code: "CSAT",
  names: {
    en: "Customer satisfaction",
    it: "Soddisfazione dei clienti",
    hr: "Zadovoljstvo klijenata",
    zh: "客户满意度",
  },
  descriptions: {
    en: "Share of rated surveys with one of the best answers: extremely or moderately satisfied.",
    it: "Quota di sondaggi con una delle risposte migliori: estremamente o moderatamente soddisfatto.",
    hr: "Udio ocijenjenih anketa s jednim od najboljih odgovora: iznimno ili umjereno zadovoljan.",
    zh: "有评分的调查中给出最好几档答案（非常满意或比较满意）的占比。",
  },
  family: "quality",
  unit: "share",
  direction: "maximise",
  precision: 1,
  attribution: "surveyed; CLOSED: closed",
  channels: "all",
  rollUp: "ratio",
  dialects: byInstant("Ratings in the topBoxes best answers", "rated_top"),
  defaultDialect: "SURVEYED",
  parameters: [
    {
      name: "topBoxes",
      unit: "answers",
      default: 2,
      minimum: 1,
      maximum: 5,
      description: "How many of the best answers of the scale count as satisfied.",
    },
  ],
  judges: ["contract", "service", "team", "position"],
  source: "Requirement K3; Delighted (top-2 of 5).",
};

const DSAT: KpiDefinition = {
  code: "DSAT",
  names: {
    en: "Customer dissatisfaction",
    it: "Insoddisfazione dei clienti",
    hr: "Nezadovoljstvo klijenata",
    zh: "客户不满意度",
  },
  descriptions: {
    en: "Share of rated surveys with one of the worst answers.",
    it: "Quota di sondaggi con una delle risposte peggiori.",
    hr: "Udio ocijenjenih anketa s jednim od najgorih odgovora.",
    zh: "有评分的调查中给出最差几档答案的占比。",
  },
  family: "quality",
  unit: "share",
  direction: "minimise",
  precision: 1,
  attribution: "surveyed; CLOSED: closed",
  channels: "all",
  rollUp: "ratio",
  dialects: byInstant("Ratings in the bottomBoxes worst answers", "rated_bottom"),
  defaultDialect: "SURVEYED",
  parameters: [
    {
      name: "bottomBoxes",
      unit: "answers",
      default: 1,
      minimum: 1,
      maximum: 2,
      description: "How many of the worst answers of the scale count as dissatisfied.",
    },
  ],
  judges: ["contract", "service", "team", "position"],
  source: 'Requirement K3 (one label, "dissatisfied"); Delighted (bottom-2 of 5).',
};

const RESOLUTION_RATE: KpiDefinition = {
  code: "RESOLUTION_RATE",
  names: { en: "Resolution rate", it: "Tasso di risoluzione", hr: "Stopa rješavanja", zh: "解决率" },
  descriptions: {
    en: "Share of customers who say their matter was resolved, of those who answered the question.",
    it: "Quota di clienti che dichiarano risolta la richiesta, fra quelli che hanno risposto alla domanda.",
    hr: "Udio klijenata koji kažu da je problem riješen, među onima koji su odgovorili na pitanje.",
    zh: "在回答该问题的客户中，表示事项已解决的占比。",
  },
  family: "quality",
  unit: "share",
  direction: "maximise",
  precision: 1,
  attribution: "surveyed",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "SURVEY",
      description: 'Surveys that say "resolved" ÷ surveys that answer the question.',
      numerator: "resolved_yes",
      denominator: "resolved_asked",
    },
  ],
  defaultDialect: "SURVEY",
  parameters: [],
  judges: ["contract", "service", "team", "position"],
  source: "Requirement K3: declared by the customer, never taken from an internal status.",
};

export const SURVEY_KPIS: readonly KpiDefinition[] = [CSAT, DSAT, RESOLUTION_RATE];
