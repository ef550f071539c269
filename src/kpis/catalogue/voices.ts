import type { Dialect, KpiDefinition } from "../kpi-definition";

const complaints = { ALL: "complaints", JUSTIFIED: "complaints_justified" } as const;
const WHICH = { ALL: "Complaints", JUSTIFIED: "Complaints found to be justified" } as const;

const perHandled = (factor: string): Dialect[] =>
  (["ALL", "JUSTIFIED"] as const).map((code) => ({
    code,
    description: `${WHICH[code]} received${factor && " × 1,000"} ÷ contacts handled.`,
    numerator: `${factor}${complaints[code]}`,
    denominator: "handled",
  }));

const COMPLAINT = {
  family: "quality",
  direction: "minimise",
  channels: "all",
  defaultDialect: "ALL",
  parameters: [],
  judges: ["contract", "service", "team", "position"],
  source: "Requirement K4: complaints by volume of contacts.",
} as const;

const COMPLAINT_RATE: KpiDefinition = {
  ...COMPLAINT,
  code: "COMPLAINT_RATE",
  names: { en: "Complaint rate", it: "Tasso di reclami", hr: "Stopa pritužbi", zh: "投诉率" },
  descriptions: {
    en: "Complaints received by contacts handled in the same period.",
    it: "Reclami ricevuti sui contatti gestiti nello stesso periodo.",
    hr: "Zaprimljene pritužbe prema kontaktima obrađenima u istom razdoblju.",
    zh: "同期收到的投诉数与已处理联系量之比。",
  },
  unit: "percent",
  precision: 2,
  attribution: "received; ended",
  rollUp: "ratio",
  dialects: perHandled(""),
};

const COMPLAINTS_PER_THOUSAND: KpiDefinition = {
  ...COMPLAINT,
  code: "COMPLAINTS_PER_THOUSAND",
  names: {
    en: "Complaints per thousand contacts",
    it: "Reclami ogni mille contatti",
    hr: "Pritužbe na tisuću kontakata",
    zh: "千次联系投诉量",
  },
  descriptions: {
    en: "Complaints received for every thousand contacts handled in the same period.",
    it: "Reclami ricevuti ogni mille contatti gestiti nello stesso periodo.",
    hr: "Zaprimljene pritužbe na svakih tisuću kontakata obrađenih u istom razdoblju.",
    zh: "同期每处理一千次联系收到的投诉数。",
  },
  unit: "count",
  precision: 2,
  attribution: "received; ended",
  rollUp: "ratio",
  dialects: perHandled("1000 * "),
};

const COMPLAINT_COUNT: KpiDefinition = {
  ...COMPLAINT,
  code: "COMPLAINT_COUNT",
  names: { en: "Complaints", it: "Reclami", hr: "Pritužbe", zh: "投诉量" },
  descriptions: {
    en: "Complaints received in the period.",
    it: "Reclami ricevuti nel periodo.",
    hr: "Pritužbe zaprimljene u razdoblju.",
    zh: "本期收到的投诉数。",
  },
  unit: "count",
  precision: 0,
  attribution: "received",
  rollUp: "additive",
  dialects: (["ALL", "JUSTIFIED"] as const).map((code) => ({
    ...{ code, description: `${WHICH[code]}, by the day they were received.` },
    ...{ numerator: complaints[code], denominator: null },
  })),
};

/** Answers of one person are nobody's figure: they would be known by name. */
const OF_MANY = ["contract", "service", "team"] as const;

const EMPLOYEE_SATISFACTION: KpiDefinition = {
  code: "EMPLOYEE_SATISFACTION",
  names: {
    en: "Employee satisfaction",
    it: "Soddisfazione dei dipendenti",
    hr: "Zadovoljstvo zaposlenika",
    zh: "员工满意度",
  },
  descriptions: {
    en: "Share of employees' rated answers with one of the best ratings.",
    it: "Quota di risposte dei dipendenti con una delle valutazioni migliori.",
    hr: "Udio ocijenjenih odgovora zaposlenika s jednom od najboljih ocjena.",
    zh: "员工评分答卷中给出最好几档的占比。",
  },
  family: "people",
  unit: "share",
  direction: "maximise",
  precision: 1,
  attribution: "answered",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "TOP_BOXES",
      description: "Ratings in the topBoxes best answers ÷ answers with a rating.",
      numerator: "employee_rated_top",
      denominator: "employee_rated",
    },
  ],
  defaultDialect: "TOP_BOXES",
  parameters: [
    {
      ...{ name: "topBoxes", unit: "answers", default: 2, minimum: 1, maximum: 5 },
      description: "How many of the best answers of the scale count as satisfied.",
    },
  ],
  judges: OF_MANY,
  source: "Requirement E4: people's satisfaction tied to performance.",
};

const ENPS: KpiDefinition = {
  code: "ENPS",
  names: {
    en: "Employee net promoter score",
    it: "Employee Net Promoter Score",
    hr: "Neto preporuka zaposlenika (eNPS)",
    zh: "员工净推荐值",
  },
  descriptions: {
    en: "Employees who would recommend working here (9 or 10) less those who would not (0 to 6), of all who answered: from −100 to 100 %.",
    it: "Dipendenti che consiglierebbero l'azienda (9 o 10) meno quelli che non lo farebbero (da 0 a 6), sul totale delle risposte: da −100 a 100 %.",
    hr: "Zaposlenici koji bi preporučili poslodavca (9 ili 10) umanjeno za one koji ne bi (0 do 6), od svih odgovora: od −100 do 100 %.",
    zh: "愿意推荐在此工作的员工（9–10 分）减去不愿推荐的（0–6 分），占全部答卷的比例：−100 % 至 100 %。",
  },
  family: "people",
  unit: "percent",
  direction: "maximise",
  precision: 1,
  attribution: "answered",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "NET",
      description: "(Promoters − detractors) ÷ employees who answered the question.",
      numerator: "enps_promoters - enps_detractors",
      denominator: "enps_answers",
    },
  ],
  defaultDialect: "NET",
  parameters: [],
  judges: OF_MANY,
  source: "Net Promoter Score (Reichheld), asked of employees.",
};

export const VOICE_KPIS: readonly KpiDefinition[] = [
  COMPLAINT_RATE,
  COMPLAINTS_PER_THOUSAND,
  COMPLAINT_COUNT,
  EMPLOYEE_SATISFACTION,
  ENPS,
];
