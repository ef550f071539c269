import type { Dialect, KpiDefinition, ParameterDefinition } from "../kpi-definition";

const COUNT = {
  unit: "count",
  precision: 0,
  channels: "all",
  judges: ["contract", "service"],
} as const satisfies Partial<KpiDefinition>;

const LEVEL = { ...COUNT, family: "demand", direction: "minimise", rollUp: "semi-additive" } as const;

const age = (name: string, usual: number, description: string): ParameterDefinition => ({
  ...{ name, default: usual, description, unit: "days", minimum: 0, maximum: 3_650 },
});

const AGE_DAYS = age("ageDays", 7, "Cases opened at least this many local days before count as old.");
const UNTIL_AGE_DAYS = age("untilAgeDays", 30, "Cases as old as this no longer belong to the band.");

const BACKLOG: KpiDefinition = {
  ...LEVEL,
  code: "BACKLOG",
  names: { en: "Backlog", it: "Arretrato", hr: "Zaostatak", zh: "积压量" },
  descriptions: {
    en: "Unresolved cases at the end of the period. It is the backlog at its start + opened + reopened − resolved.",
    it: "Pratiche non risolte alla fine del periodo: arretrato iniziale + aperte + riaperte − risolte.",
    hr: "Neriješeni predmeti na kraju razdoblja: zaostatak na početku + otvoreni + ponovno otvoreni − riješeni.",
    zh: "期末未解决的工单数：期初积压 + 新开 + 重开 − 解决。",
  },
  attribution: "opened, reopened, resolved: the level at the end of the period",
  dialects: [
    {
      code: "AT_END",
      description: "At the end of the period.",
      numerator: "at_end(cases_opened + cases_reopened - case_resolutions)",
      denominator: null,
    },
    {
      code: "AT_START",
      description: "At the start of the period.",
      numerator: "at_start(cases_opened + cases_reopened - case_resolutions)",
      denominator: null,
    },
    {
      code: "DAILY_MEAN",
      description: "Mean of the levels at the end of each day of the period.",
      numerator: "day_sum(cases_opened + cases_reopened - case_resolutions)",
      denominator: "days",
      sample: "at_end(cases_opened + cases_reopened - case_resolutions)",
    },
  ],
  defaultDialect: "AT_END",
  parameters: [],
  source: "Requirement K2; semi-additive: it adds up over services, never over days.",
};

const BACKLOG_AGED: KpiDefinition = {
  ...LEVEL,
  code: "BACKLOG_AGED",
  names: { en: "Aged backlog", it: "Arretrato per anzianità", hr: "Zaostatak po starosti", zh: "积压账龄" },
  descriptions: {
    en: "Unresolved cases at the end of the period that are at least so many days old, or between two ages.",
    it: "Pratiche non risolte alla fine del periodo con almeno tanti giorni di anzianità, o fra due anzianità.",
    hr: "Neriješeni predmeti na kraju razdoblja stari barem toliko dana, ili između dviju starosti.",
    zh: "期末未解决且账龄达到指定天数（或处于两个账龄之间）的工单数。",
  },
  attribution: "opened + ageDays, reopened, resolved: the level at the end of the period",
  dialects: [
    {
      code: "AT_LEAST",
      description: "At least ageDays days old.",
      numerator: "at_end(cases_grown_old - old_case_resolutions)",
      denominator: null,
    },
    {
      code: "BAND",
      description: "At least ageDays, but less than untilAgeDays days old.",
      numerator: "at_end(cases_grown_old - old_case_resolutions - cases_grown_older + older_case_resolutions)",
      denominator: null,
    },
  ],
  defaultDialect: "AT_LEAST",
  parameters: [AGE_DAYS, UNTIL_AGE_DAYS],
  source: "Requirement K2: age buckets; the age is counted in local days, at the end of the day.",
};

const UNANSWERED_CASES: KpiDefinition = {
  ...LEVEL,
  code: "UNANSWERED_CASES",
  names: { en: "Unanswered cases", it: "Pratiche senza risposta", hr: "Predmeti bez odgovora", zh: "未回复工单数" },
  descriptions: {
    en: "Unresolved cases at the end of the period without a reply by a human; AGED: those that are at least so many days old.",
    it: "Pratiche non risolte alla fine del periodo senza risposta di un operatore; AGED: quelle con almeno tanti giorni di anzianità.",
    hr: "Neriješeni predmeti na kraju razdoblja bez odgovora agenta; AGED: stari barem toliko dana.",
    zh: "期末未解决且没有人工回复的工单数；AGED：账龄达到指定天数者。",
  },
  attribution: "opened, answered: the level at the end of the period",
  dialects: [
    {
      code: "ALL",
      description: "Not answered, and not resolved without an answer.",
      numerator: "at_end(cases_opened - cases_answered)",
      denominator: null,
    },
    {
      code: "AGED",
      description: "Those of them that are at least ageDays days old.",
      numerator: "at_end(cases_grown_old_unanswered - old_cases_answered)",
      denominator: null,
    },
  ],
  defaultDialect: "ALL",
  parameters: [{ ...AGE_DAYS, default: 1 }],
  source: "Semantics §3: open cases are reported as age without reply beside the time to first response.",
};

const flow = (code: string, description: string, numerator: string): Dialect => ({
  ...{ code, description, numerator, denominator: null },
});

const FLOW = { ...COUNT, family: "demand", rollUp: "additive", parameters: [] } as const;

const CASES_OPENED: KpiDefinition = {
  ...FLOW,
  code: "CASES_OPENED",
  names: { en: "Cases opened", it: "Pratiche aperte", hr: "Otvoreni predmeti", zh: "新开工单数" },
  descriptions: {
    en: "How many cases were opened.",
    it: "Quante pratiche sono state aperte.",
    hr: "Koliko je predmeta otvoreno.",
    zh: "新开的工单数量。",
  },
  direction: "range",
  attribution: "opened",
  dialects: [flow("ALL", "Cases opened, each once.", "cases_opened")],
  defaultDialect: "ALL",
  source: "Flow identity of the backlog (semantics §3).",
};

const CASES_REOPENED: KpiDefinition = {
  ...FLOW,
  code: "CASES_REOPENED",
  names: { en: "Cases reopened", it: "Pratiche riaperte", hr: "Ponovno otvoreni predmeti", zh: "重开工单数" },
  descriptions: {
    en: "How many times cases were opened again after a resolution.",
    it: "Quante volte le pratiche sono state riaperte dopo una risoluzione.",
    hr: "Koliko su puta predmeti ponovno otvoreni nakon rješenja.",
    zh: "工单解决后被重新打开的次数。",
  },
  direction: "minimise",
  attribution: "reopened",
  dialects: [flow("ALL", "Reopenings, each time.", "cases_reopened")],
  defaultDialect: "ALL",
  source: "Flow identity of the backlog (semantics §3).",
};

const CASES_RESOLVED: KpiDefinition = {
  ...FLOW,
  code: "CASES_RESOLVED",
  names: { en: "Cases resolved", it: "Pratiche risolte", hr: "Riješeni predmeti", zh: "已解决工单数" },
  descriptions: {
    en: "How many cases were resolved: each time, or each case once by its last resolution.",
    it: "Quante pratiche sono state risolte: ogni volta, oppure una volta per pratica con l'ultima risoluzione.",
    hr: "Koliko je predmeta riješeno: svaki put, ili svaki predmet jednom prema posljednjem rješenju.",
    zh: "已解决的工单数量：按次数，或每个工单按最后一次解决计一次。",
  },
  direction: "maximise",
  attribution: "resolved",
  judges: ["contract", "service", "team", "position"],
  dialects: [
    flow("EVERY", "Resolutions, each time: the flow that takes away from the backlog.", "case_resolutions"),
    flow("ONCE", "Cases, each once, by the resolution that lasted so far.", "cases_resolved"),
  ],
  defaultDialect: "EVERY",
  source: "Flow identity of the backlog (semantics §3); throughput counts a case once.",
};

export const CASE_COUNT_KPIS: readonly KpiDefinition[] = [
  CASES_OPENED,
  CASES_REOPENED,
  CASES_RESOLVED,
  BACKLOG,
  BACKLOG_AGED,
  UNANSWERED_CASES,
];
