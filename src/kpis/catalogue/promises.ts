import type { KpiDefinition } from "../kpi-definition";

/** Nothing is measured: the figure comes from elsewhere (`Dialect.worth`). */
const UNMEASURED = { numerator: "0", denominator: "0" } as const;

const COMMON = {
  family: "quality",
  unit: "share",
  direction: "maximise",
  precision: 1,
  channels: "all",
  rollUp: "ratio",
  parameters: [],
  judges: ["contract", "service"],
} as const;

const COMPOSITE_ATTAINMENT: KpiDefinition = {
  ...COMMON,
  code: "COMPOSITE_ATTAINMENT",
  names: {
    en: "Objectives reached together",
    it: "Obiettivi raggiunti nel complesso",
    hr: "Ukupno ostvareni ciljevi",
    zh: "综合目标达成率",
  },
  descriptions: {
    en: "What an objective that is put together from others comes to, by the weights of its parts.",
    it: "Il risultato di un obiettivo composto da altri, secondo il peso delle sue parti.",
    hr: "Rezultat cilja sastavljenog od drugih ciljeva, prema težini njegovih dijelova.",
    zh: "由其他目标组成的目标，按各部分权重得出的结果。",
  },
  attribution: "judged",
  dialects: [
    {
      code: "WEIGHTED_ATTAINMENT",
      description: "Mean of how much of each target was reached, at most all of it, by weight.",
      ...UNMEASURED,
      worth: { of: "objectives", formula: "Σ weight × attainment ÷ Σ weight" },
    },
    {
      code: "SHARE_MET",
      description: "Weight of the objectives that are met ÷ weight of all that were judged.",
      ...UNMEASURED,
      worth: { of: "objectives", formula: "Σ weight of objectives met ÷ Σ weight" },
    },
    {
      code: "ALL_MET",
      description: "1 when every objective that was judged is met, otherwise 0.",
      ...UNMEASURED,
      worth: { of: "objectives", formula: "1 if all objectives are met, else 0" },
    },
  ],
  defaultDialect: "WEIGHTED_ATTAINMENT",
  source: "Semantics §6, R12, R16; source document O4.",
};

const ASSESSMENT: KpiDefinition = {
  ...COMMON,
  code: "ASSESSMENT",
  names: { en: "Assessment", it: "Valutazione", hr: "Procjena", zh: "定性评估" },
  descriptions: {
    en: "Points that assessors gave above the worst of the scale ÷ points they could have given above it.",
    it: "Punti assegnati dai valutatori sopra il minimo della scala ÷ punti assegnabili sopra di esso.",
    hr: "Bodovi koje su procjenitelji dali iznad najnižeg na ljestvici ÷ bodovi koje su iznad njega mogli dati.",
    zh: "评估人给出的高于量表最低分的分数 ÷ 可给出的高于最低分的分数。",
  },
  attribution: "assessed",
  dialects: [
    {
      code: "POINTS_SHARE",
      description: "Each assessment counts by the scale that applied when it was made.",
      ...UNMEASURED,
      worth: { of: "assessments", formula: "Σ (points − worst) ÷ Σ (best − worst)" },
    },
  ],
  defaultDialect: "POINTS_SHARE",
  source: "Source document O4 (call ownership, adherence to procedure, documentation).",
};

/**
 * What objectives that are not measured come to. They are known by their codes but not among the KPIs that can be put in
 * use or assigned: their figures belong to one objective each.
 */
export const PROMISE_KPIS: readonly KpiDefinition[] = [COMPOSITE_ATTAINMENT, ASSESSMENT];
