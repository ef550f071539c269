import { weighted, type RoleTemplate } from "./role-template";

const K5 = "Requirement K5: KPIs distributed over the roles.";

const AGENT: RoleTemplate = {
  code: "agent",
  names: { en: "Agent", it: "Operatore", hr: "Predstavnik", zh: "客服代表" },
  scope: "own",
  descriptions: {
    en: "Serves customers; answers for own work.",
    it: "Assiste i clienti; risponde del proprio lavoro.",
    hr: "Služi korisnike; odgovara za vlastiti rad.",
    zh: "为客户服务，对自己的工作负责。",
  },
  kpis: weighted(K5, { THROUGHPUT: 30, QUALITY: 35, CSAT: 35 }),
};

const TEAM_LEAD: RoleTemplate = {
  code: "team-lead",
  names: { en: "Team lead", it: "Team leader", hr: "Voditelj tima", zh: "团队主管" },
  scope: "team",
  descriptions: {
    en: "Leads a team; answers for what its people do while they are in it.",
    it: "Guida un gruppo; risponde di ciò che le persone fanno mentre ne fanno parte.",
    hr: "Vodi tim; odgovara za rad ljudi dok su u njemu.",
    zh: "带领团队，对成员在队期间的工作负责。",
  },
  kpis: weighted(K5, { THROUGHPUT: 20, QUALITY: 20, CSAT: 20, TAT: 15, TRT: 15, AHT: 10 }),
};

const QUALITY_SPECIALIST: RoleTemplate = {
  code: "quality-specialist",
  names: { en: "Quality specialist", it: "Specialista qualità", hr: "Stručnjak za kvalitetu", zh: "质检专员" },
  scope: "own",
  descriptions: {
    en: "Evaluates contacts; answers for how close the own scores are to the reference.",
    it: "Valuta i contatti; risponde di quanto i propri punteggi sono vicini al riferimento.",
    hr: "Ocjenjuje kontakte; odgovara za to koliko su vlastite ocjene blizu referentnima.",
    zh: "评估服务质量，对自己评分与基准的接近程度负责。",
  },
  kpis: weighted(`${K5} Variance and calibration, per evaluator.`, {
    ...{ QUALITY_VARIANCE: 60, CALIBRATION_AGREEMENT: 40, CALIBRATION_BIAS: 0, CALIBRATION_KAPPA: 0 },
  }),
};

const TRAINER: RoleTemplate = {
  code: "trainer",
  names: { en: "Trainer", it: "Formatore", hr: "Trener", zh: "培训师" },
  scope: "trained",
  descriptions: {
    en: "Trains people; answers for errors of theirs that trace back to training.",
    it: "Forma le persone; risponde dei loro errori riconducibili alla formazione.",
    hr: "Obučava ljude; odgovara za njihove pogreške koje potječu iz obuke.",
    zh: "负责培训，对学员中可追溯至培训的差错负责。",
  },
  kpis: [
    {
      ...{ kpi: "TRAINING_ERROR_SHARE", weight: 100, dialect: "ALL" },
      source: `${K5} Product and process errors in evaluations and in dissatisfied customers' words, by root cause.`,
    },
    { kpi: "RCA_COVERAGE", weight: 0, source: "Semantics §3: published beside the share it limits." },
  ],
};

export const FLOOR_ROLES: readonly RoleTemplate[] = [AGENT, TEAM_LEAD, QUALITY_SPECIALIST, TRAINER];
