import type { Dialect, KpiDefinition, Requirement } from "../kpi-definition";

const KINDS = "(evaluation_product_errors + evaluation_process_errors)";

/** Errors, those with an approved root cause, and those traced to training, by where they were found. */
const FOUND = {
  ALL: {
    where: "in evaluations and in customers' words",
    errors: `${KINDS} + survey_errors`,
    traced: "evaluation_traced_errors + survey_traced_errors",
    training: "evaluation_training_errors + survey_training_errors",
  },
  EVALUATIONS: {
    where: "in evaluations",
    errors: KINDS,
    traced: "evaluation_traced_errors",
    training: "evaluation_training_errors",
  },
  SURVEYS: {
    where: "in customers' words",
    errors: "survey_errors",
    traced: "survey_traced_errors",
    training: "survey_training_errors",
  },
} as const;

const PLACES = ["ALL", "EVALUATIONS", "SURVEYS"] as const;

const coverage = ({ errors, traced }: (typeof FOUND)[keyof typeof FOUND]): Requirement => ({
  numerator: traced,
  denominator: errors,
  atLeastParameter: "minCoveragePercent",
});

const TRAINING_ERROR_SHARE: KpiDefinition = {
  code: "TRAINING_ERROR_SHARE",
  names: {
    en: "Errors traced to training",
    it: "Errori riconducibili alla formazione",
    hr: "Pogreške zbog obuke",
    zh: "培训原因差错占比",
  },
  descriptions: {
    en: "Product and process errors whose approved root cause is training, of those with a finished root-cause analysis.",
    it: "Errori di prodotto e di processo la cui causa radice approvata è la formazione, su quelli con analisi delle cause conclusa.",
    hr: "Pogreške u proizvodu i procesu čiji je odobreni temeljni uzrok obuka, među onima s dovršenom analizom uzroka.",
    zh: "已完成根因分析的产品与流程差错中，经确认根因为培训的占比。",
  },
  family: "quality",
  unit: "percent",
  direction: "minimise",
  precision: 1,
  attribution: "evaluated; surveyed",
  channels: "all",
  rollUp: "ratio",
  dialects: PLACES.map((code) => ({
    code,
    description: `Errors ${FOUND[code].where} with the approved root cause training ÷ those with an approved root cause.`,
    numerator: FOUND[code].training,
    denominator: FOUND[code].traced,
    requires: coverage(FOUND[code]),
  })),
  defaultDialect: "ALL",
  parameters: [
    {
      ...{ name: "minCoveragePercent", unit: "percent", default: 80, minimum: 0, maximum: 100 },
      description: "How many of the errors must be analysed before the share says anything.",
    },
  ],
  judges: ["contract", "service", "team", "position"],
  source: "Requirement K4 (trainers): analysed means that a root cause is named and approved.",
};

const RCA_COVERAGE: KpiDefinition = {
  code: "RCA_COVERAGE",
  names: {
    en: "Errors with root cause",
    it: "Copertura dell'analisi delle cause",
    hr: "Pokrivenost analizom uzroka",
    zh: "根因分析覆盖率",
  },
  descriptions: {
    en: "Product and process errors with an approved root cause, of all product and process errors.",
    it: "Errori di prodotto e di processo con una causa radice approvata, sul totale di tali errori.",
    hr: "Pogreške u proizvodu i procesu s odobrenim temeljnim uzrokom, od svih takvih pogrešaka.",
    zh: "产品与流程差错中，根因已确认的占比。",
  },
  family: "quality",
  unit: "percent",
  direction: "maximise",
  precision: 1,
  attribution: "evaluated; surveyed",
  channels: "all",
  rollUp: "ratio",
  dialects: PLACES.map((code) => ({
    code,
    description: `Errors ${FOUND[code].where} with an approved root cause ÷ all of them.`,
    numerator: FOUND[code].traced,
    denominator: FOUND[code].errors,
  })),
  defaultDialect: "ALL",
  parameters: [],
  judges: ["contract", "service", "team", "position"],
  source: "Requirement K4: published beside the errors traced to training.",
};

const ofKind = (code: string, what: string, numerator: string): Dialect => ({
  ...{ code, numerator, denominator: "evaluations_judged" },
  description: `${what} ÷ evaluations.`,
});

const ERROR_RATE: KpiDefinition = {
  code: "ERROR_RATE",
  names: {
    en: "Errors per evaluation",
    it: "Errori per valutazione",
    hr: "Pogreške po ocjenjivanju",
    zh: "单次质检差错数",
  },
  descriptions: {
    en: "Errors that evaluators found, per evaluation.",
    it: "Errori rilevati dai valutatori, per valutazione.",
    hr: "Pogreške koje su ocjenjivači pronašli, po ocjenjivanju.",
    zh: "平均每次质检发现的差错数。",
  },
  family: "quality",
  unit: "count",
  direction: "minimise",
  precision: 2,
  attribution: "evaluated",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    ofKind("ALL", "Errors of every kind", `${KINDS} + evaluation_other_errors`),
    ofKind("PRODUCT_PROCESS", "Product and process errors", KINDS),
    ofKind("PRODUCT", "Product errors", "evaluation_product_errors"),
    ofKind("PROCESS", "Process errors", "evaluation_process_errors"),
  ],
  defaultDialect: "ALL",
  parameters: [],
  judges: ["contract", "service", "team", "position"],
  source: "Requirement K4: defects found by quality assurance.",
};

export const ERROR_KPIS: readonly KpiDefinition[] = [ERROR_RATE, TRAINING_ERROR_SHARE, RCA_COVERAGE];
