import type { KpiDefinition } from "../kpi-definition";

const COMMON = {
  family: "quality",
  attribution: "calibrated",
  channels: "all",
  rollUp: "ratio",
  judges: ["contract", "service", "team", "position"],
} as const;

const QUALITY_VARIANCE: KpiDefinition = {
  ...COMMON,
  code: "QUALITY_VARIANCE",
  names: {
    en: "Distance from the reference score",
    it: "Scostamento dal punteggio di riferimento",
    hr: "Odstupanje od referentne ocjene",
    zh: "与基准分的偏差",
  },
  descriptions: {
    en: "How many points an evaluator's scores are from the reference on average, above or below.",
    it: "Di quanti punti in media i punteggi di un valutatore si scostano dal riferimento, in più o in meno.",
    hr: "Za koliko bodova ocjene ocjenjivača u prosjeku odstupaju od referentnih, naviše ili naniže.",
    zh: "评分员的打分与基准分平均相差的分数（不论高低）。",
  },
  unit: "points",
  direction: "minimise",
  precision: 2,
  dialects: [
    {
      code: "MEAN_ABSOLUTE",
      description: "Sum of |score − reference| ÷ calibrated scores.",
      numerator: "calibration_distance / 100",
      denominator: "calibrations",
    },
  ],
  defaultDialect: "MEAN_ABSOLUTE",
  parameters: [],
  source: "Requirement K4; Genesys (deviation from the expert's score).",
};

const CALIBRATION_BIAS: KpiDefinition = {
  ...COMMON,
  code: "CALIBRATION_BIAS",
  names: {
    en: "Evaluator bias",
    it: "Distorsione del valutatore",
    hr: "Pristranost ocjenjivača",
    zh: "评分员偏向",
  },
  descriptions: {
    en: "How many points an evaluator's scores are above the reference on average; below zero: too strict.",
    it: "Di quanti punti in media i punteggi di un valutatore superano il riferimento; sotto zero: troppo severo.",
    hr: "Za koliko su bodova ocjene ocjenjivača u prosjeku više od referentnih; ispod nule: prestrog.",
    zh: "评分员的打分平均高出基准分的分数；负值表示过严。",
  },
  unit: "points",
  direction: "range",
  precision: 2,
  dialects: [
    {
      code: "MEAN",
      description: "Sum of (score − reference) ÷ calibrated scores.",
      numerator: "calibration_difference / 100",
      denominator: "calibrations",
    },
  ],
  defaultDialect: "MEAN",
  parameters: [],
  source: "Requirement K4; Genesys (deviation from the expert's score).",
};

const CALIBRATION_AGREEMENT: KpiDefinition = {
  ...COMMON,
  code: "CALIBRATION_AGREEMENT",
  names: {
    en: "Calibration agreement",
    it: "Concordanza di calibrazione",
    hr: "Usklađenost ocjenjivača",
    zh: "校准一致率",
  },
  descriptions: {
    en: "Share of calibrated scores close enough to the reference, or of verdicts that are the same.",
    it: "Quota di punteggi calibrati abbastanza vicini al riferimento, o di esiti uguali.",
    hr: "Udio kalibriranih ocjena dovoljno blizu referentnima, ili istovjetnih ishoda.",
    zh: "与基准分足够接近的校准评分占比，或判定结果相同的占比。",
  },
  unit: "share",
  direction: "maximise",
  precision: 1,
  dialects: [
    {
      code: "WITHIN_TOLERANCE",
      description: "Scores at most tolerancePoints from the reference ÷ calibrated scores.",
      numerator: "calibrations_agreed",
      denominator: "calibrations",
    },
    {
      code: "VERDICT",
      description: "Verdicts (passed or not) that equal the reference ÷ compared verdicts.",
      numerator: "verdicts_pass_pass + verdicts_fail_fail",
      denominator: "verdicts_pass_pass + verdicts_pass_fail + verdicts_fail_pass + verdicts_fail_fail",
    },
  ],
  defaultDialect: "WITHIN_TOLERANCE",
  parameters: [
    {
      ...{ name: "tolerancePoints", unit: "points", default: 10, minimum: 0, maximum: 100 },
      description: "How far a score may be from the reference, above or below, and still agree.",
    },
  ],
  source: "Requirement K4; published practice (±10 points, above 85 %).",
};

/** Evaluator passes, reference passes: a b ÷ c d. Those on the edges are what chance is reckoned from. */
const [A, B, C, D] = ["verdicts_pass_pass", "verdicts_pass_fail", "verdicts_fail_pass", "verdicts_fail_fail"];

const CALIBRATION_KAPPA: KpiDefinition = {
  ...COMMON,
  code: "CALIBRATION_KAPPA",
  names: {
    en: "Cohen's kappa of verdicts",
    it: "Kappa di Cohen degli esiti",
    hr: "Cohenova kappa ishoda",
    zh: "判定的 Cohen κ 系数",
  },
  descriptions: {
    en: "How much more often evaluator and reference agree on passing than by chance: 1 always, 0 as by chance, below 0 less.",
    it: "Quanto più spesso valutatore e riferimento concordano sull'esito che per caso: 1 sempre, 0 come per caso, sotto 0 meno.",
    hr: "Koliko se češće ocjenjivač i referenca slažu o prolazu nego slučajno: 1 uvijek, 0 kao slučajno, ispod 0 rjeđe.",
    zh: "评分员与基准在是否合格上的一致程度超出随机的部分：1 为完全一致，0 与随机相当，负值更差。",
  },
  unit: "count",
  direction: "maximise",
  precision: 2,
  dialects: [
    {
      code: "PASS_FAIL",
      // (po − pe) ÷ (1 − pe), multiplied by n²: no division, and 0 ÷ 0 where chance alone agrees always
      description: "2 × (a·d − b·c) ÷ ((a + b)·(b + d) + (a + c)·(c + d)) over the four ways in which verdicts meet.",
      numerator: `2 * (${A} * ${D} - ${B} * ${C})`,
      denominator: `(${A} + ${B}) * (${B} + ${D}) + (${A} + ${C}) * (${C} + ${D})`,
      sample: `${A} + ${B} + ${C} + ${D}`,
    },
  ],
  defaultDialect: "PASS_FAIL",
  parameters: [],
  source: "Cohen (1960), A coefficient of agreement for nominal scales.",
};

export const CALIBRATION_KPIS: readonly KpiDefinition[] = [
  QUALITY_VARIANCE,
  CALIBRATION_BIAS,
  CALIBRATION_AGREEMENT,
  CALIBRATION_KAPPA,
];
