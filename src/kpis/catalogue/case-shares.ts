import type { KpiDefinition } from "../kpi-definition";

const SHARE = {
  unit: "share",
  precision: 1,
  rollUp: "ratio",
  parameters: [],
  judges: ["contract", "service", "team", "position"],
} as const satisfies Partial<KpiDefinition>;

const SDR: KpiDefinition = {
  ...SHARE,
  code: "SDR",
  names: { en: "Same-day response", it: "Risposta in giornata", hr: "Odgovor isti dan", zh: "当日响应率" },
  descriptions: {
    en: "Share of cases with a first reply by a human within the same business day, or within 24 hours. Counted when the reply is due.",
    it: "Quota di pratiche con la prima risposta di un operatore entro lo stesso giorno lavorativo, o entro 24 ore. Si contano alla scadenza della risposta.",
    hr: "Udio predmeta s prvim odgovorom agenta unutar istog radnog dana ili unutar 24 sata. Broje se kad odgovor dospijeva.",
    zh: "在同一工作日内或 24 小时内获得人工首次回复的工单占比；按回复截止时间计入。",
  },
  family: "efficiency",
  direction: "maximise",
  attribution: "due_business_day; ELAPSED_24H: due_24h",
  channels: "asynchronous",
  dialects: [
    {
      code: "BUSINESS_DAY",
      description:
        "Replied to by the close of the business day ÷ cases. A case that comes after the close belongs to the next business day.",
      numerator: "replies_same_business_day",
      denominator: "replies_due_business_day",
    },
    {
      code: "ELAPSED_24H",
      description: "Replied to within 24 hours on the clock on the wall ÷ cases.",
      numerator: "replies_within_24h",
      denominator: "replies_due_24h",
    },
  ],
  defaultDialect: "BUSINESS_DAY",
  source: "Requirement K2, which mixes the two; they differ.",
};

const ON_TIME_RESOLUTION: KpiDefinition = {
  ...SHARE,
  code: "ON_TIME_RESOLUTION",
  names: { en: "On-time resolution", it: "Risoluzione nei tempi", hr: "Pravodobno rješavanje", zh: "按时解决率" },
  descriptions: {
    en: "Share of cases resolved within their target. Cases without a target are in neither number.",
    it: "Quota di pratiche risolte entro l'obiettivo. Le pratiche senza obiettivo non sono in nessuno dei due numeri.",
    hr: "Udio predmeta riješenih unutar roka. Predmeti bez roka nisu ni u jednom od dva broja.",
    zh: "在目标时限内解决的工单占比；没有时限的工单分子分母均不计。",
  },
  family: "efficiency",
  direction: "maximise",
  attribution: "resolved; GIVEN_FLAG_OPENED: opened; DUE_COHORT: due",
  channels: "all",
  dialects: [
    {
      code: "GIVEN_FLAG",
      description: "Resolved within the target, as the source system judges ÷ resolved cases that it judges.",
      numerator: "cases_resolved_within_target",
      denominator: "cases_resolved_judged",
    },
    {
      code: "GIVEN_FLAG_DUE",
      description:
        "As GIVEN_FLAG, of cases with a due time only: for systems that flag cases without a target, too, as on time.",
      numerator: "cases_resolved_within_target_due",
      denominator: "cases_resolved_judged_due",
    },
    {
      code: "GIVEN_FLAG_OPENED",
      description:
        "Of the cases opened, those within their target so far, as the source system judges ÷ those it judges.",
      numerator: "cases_opened_within_target",
      denominator: "cases_opened_judged",
    },
    {
      code: "DUE_DATE",
      description: "Resolved by the time it was due ÷ resolved cases that had such a time. Equal is in time.",
      numerator: "cases_resolved_by_due",
      denominator: "cases_resolved_with_due",
    },
    {
      code: "DUE_COHORT",
      description:
        "Of the cases due, those resolved by then ÷ all of them: overdue cases that are still open count, too.",
      numerator: "cases_due_resolved",
      denominator: "cases_due",
    },
  ],
  defaultDialect: "GIVEN_FLAG",
  source: "Flags of service desks (ServiceNow made_sla, Boston 311 ontime), or due dates.",
};

const REOPEN_RATE: KpiDefinition = {
  ...SHARE,
  code: "REOPEN_RATE",
  names: { en: "Reopen rate", it: "Tasso di riapertura", hr: "Stopa ponovnog otvaranja", zh: "重开率" },
  descriptions: {
    en: "Share of resolutions after which the case was opened again, on the day of the resolution.",
    it: "Quota di risoluzioni dopo le quali la pratica è stata riaperta, nel giorno della risoluzione.",
    hr: "Udio rješenja nakon kojih je predmet ponovno otvoren, na dan rješenja.",
    zh: "解决后又被重新打开的次数占解决次数的比例，按解决日计入。",
  },
  family: "quality",
  direction: "minimise",
  attribution: "resolved",
  channels: "all",
  dialects: [
    {
      code: "RESOLUTIONS",
      description: "Resolutions that did not last ÷ resolutions.",
      numerator: "case_resolutions_undone",
      denominator: "case_resolutions",
    },
  ],
  defaultDialect: "RESOLUTIONS",
  source: "Semantics §3: a reopened case extends its resolution; how often that happens.",
};

const ESCALATION_RATE: KpiDefinition = {
  ...SHARE,
  code: "ESCALATION_RATE",
  names: { en: "Escalation rate", it: "Tasso di escalation", hr: "Stopa eskalacije", zh: "升级率" },
  descriptions: {
    en: "Share of interactions that were transferred or escalated to another party; each counts once, however often that happened.",
    it: "Quota di interazioni trasferite o escalate ad altri; ognuna conta una volta sola, per quante volte sia accaduto.",
    hr: "Udio interakcija koje su prenesene ili eskalirane drugoj strani; svaka se broji jednom, koliko god puta se to dogodilo.",
    zh: "被转接或升级到其他方的互动占比；无论发生几次，每个互动只计一次。",
  },
  family: "quality",
  direction: "minimise",
  attribution: "ended; CASES: resolved",
  channels: "all",
  dialects: [
    {
      code: "CONTACTS",
      description: "Contacts transferred ÷ contacts handled of which it is known whether they were.",
      numerator: "handled_transferred",
      denominator: "handled_transfer_known",
    },
    {
      code: "CASES",
      description: "Cases escalated at least once ÷ cases resolved of which it is known.",
      numerator: "cases_resolved_escalated",
      denominator: "cases_resolved_escalation_known",
    },
  ],
  defaultDialect: "CONTACTS",
  source: "Requirement K2; Amazon Connect separates internal and external transfers.",
};

const ESCALATION_EVENTS: KpiDefinition = {
  ...SHARE,
  code: "ESCALATION_EVENTS",
  names: {
    en: "Escalation events",
    it: "Eventi di escalation",
    hr: "Eskalacijski događaji",
    zh: "升级次数率",
  },
  descriptions: {
    en: "Escalations per hundred resolved cases; a case that was escalated twice counts twice, so that it may pass 100 %.",
    it: "Escalation per cento pratiche risolte; una pratica escalata due volte conta due volte, quindi può superare il 100 %.",
    hr: "Eskalacije na sto riješenih predmeta; predmet eskaliran dvaput broji se dvaput, pa može prijeći 100 %.",
    zh: "每百个已解决工单的升级次数；升级两次计两次，因此可能超过 100 %。",
  },
  family: "quality",
  unit: "percent",
  direction: "minimise",
  attribution: "resolved",
  channels: "all",
  dialects: [
    {
      code: "CASES",
      description: "Escalations ÷ cases resolved of which the number of escalations is known.",
      numerator: "case_escalations",
      denominator: "cases_resolved_escalation_known",
    },
  ],
  defaultDialect: "CASES",
  source: "Semantics §3: escalation rate with the flag countEvents.",
};

export const CASE_SHARE_KPIS: readonly KpiDefinition[] = [
  SDR,
  ON_TIME_RESOLUTION,
  REOPEN_RATE,
  ESCALATION_RATE,
  ESCALATION_EVENTS,
];
