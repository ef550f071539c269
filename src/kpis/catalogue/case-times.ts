import type { KpiDefinition } from "../kpi-definition";
import { timeDialects } from "./case-dialects";

const TIME = {
  family: "efficiency",
  unit: "seconds",
  direction: "minimise",
  precision: 0,
  channels: "asynchronous",
  rollUp: "ratio",
  parameters: [],
  judges: ["contract", "service", "team", "position"],
} as const satisfies Partial<KpiDefinition>;

const TFR: KpiDefinition = {
  ...TIME,
  code: "TFR",
  names: {
    en: "Time to first response",
    it: "Tempo di prima risposta",
    hr: "Vrijeme do prvog odgovora",
    zh: "首次响应时间",
  },
  descriptions: {
    en: "Time from the customer's first contact to the first reply by a human. Automatic acknowledgements do not count.",
    it: "Tempo dal primo contatto del cliente alla prima risposta di un operatore. Le conferme automatiche non contano.",
    hr: "Vrijeme od prvog javljanja klijenta do prvog odgovora agenta. Automatske potvrde primitka se ne računaju.",
    zh: "从客户首次联系到人工首次回复的时间；自动确认不计入。",
  },
  attribution: "responded",
  dialects: timeDialects({
    what: "time from opening to the first reply by a human",
    count: "first_responses",
    variants: [{ suffix: "", says: "", measure: "first_response_*_seconds" }],
  }),
  defaultDialect: "CALENDAR",
  source: "Requirement K2; Zendesk first reply time (GitLab handbook). Open cases: UNANSWERED_CASES.",
};

const TAT: KpiDefinition = {
  ...TIME,
  code: "TAT",
  names: { en: "Turnaround time", it: "Tempo di lavorazione", hr: "Vrijeme obrade predmeta", zh: "处理周转时间" },
  descriptions: {
    en: "Time from the assignment of a case to an agent until that agent offers a solution or asks for information. Waiting for the customer does not count; a reassignment starts anew.",
    it: "Tempo dall'assegnazione di una pratica a un operatore fino alla sua proposta di soluzione o richiesta di informazioni. L'attesa del cliente non conta; una riassegnazione ricomincia da capo.",
    hr: "Vrijeme od dodjele predmeta agentu do njegova prijedloga rješenja ili zahtjeva za informacijama. Čekanje na klijenta se ne računa; ponovna dodjela počinje iznova.",
    zh: "从工单分配给坐席到该坐席给出解决方案或索取信息的时间；等待客户的时间不计，重新分配则重新计时。",
  },
  attribution: "turnaround",
  dialects: timeDialects({
    what: "time from an assignment to the agent's solution or request for information",
    count: "turnarounds",
    variants: [{ suffix: "", says: ", without waiting for the customer", measure: "turnaround_*_seconds" }],
  }),
  defaultDialect: "CALENDAR",
  source: "Requirement K2: per assignment, not to be confused with the total resolution time.",
};

const TFS: KpiDefinition = {
  ...TIME,
  code: "TFS",
  names: {
    en: "Time to first solution",
    it: "Tempo alla prima soluzione",
    hr: "Vrijeme do prvog rješenja",
    zh: "首次提供解决方案时间",
  },
  descriptions: {
    en: "Time from the customer's first contact to the first solution offered. A request for information is no solution.",
    it: "Tempo dal primo contatto del cliente alla prima soluzione proposta. Una richiesta di informazioni non è una soluzione.",
    hr: "Vrijeme od prvog javljanja klijenta do prvog ponuđenog rješenja. Zahtjev za informacijama nije rješenje.",
    zh: "从客户首次联系到首次提供解决方案的时间；索取信息不算解决方案。",
  },
  attribution: "solution",
  dialects: timeDialects({
    what: "time from opening to the first solution offered",
    count: "first_solutions",
    variants: [{ suffix: "", says: "", measure: "first_solution_*_seconds" }],
  }),
  defaultDialect: "CALENDAR",
  source: "Requirement K2: needs an explicit event that a solution was offered.",
};

const TRT: KpiDefinition = {
  ...TIME,
  code: "TRT",
  names: {
    en: "Total resolution time",
    it: "Tempo totale di risoluzione",
    hr: "Ukupno vrijeme rješavanja",
    zh: "总解决时间",
  },
  descriptions: {
    en: "Time from the customer's first contact to the last resolution; a reopened case goes on, it does not begin anew. The dialect says which pauses do not count.",
    it: "Tempo dal primo contatto del cliente all'ultima risoluzione; una pratica riaperta prosegue, non ricomincia. Il dialetto stabilisce quali pause non contano.",
    hr: "Vrijeme od prvog javljanja klijenta do posljednjeg rješenja; ponovno otvoren predmet se nastavlja, ne počinje iznova. Dijalekt određuje koje se pauze ne računaju.",
    zh: "从客户首次联系到最后一次解决的时间；重新打开的工单继续计时，不另起算。由口径决定哪些暂停不计入。",
  },
  attribution: "resolved (the last time)",
  dialects: timeDialects({
    what: "time from opening to the last resolution",
    count: "resolutions_timed",
    variants: [
      { suffix: "", says: ", without waiting for the customer", measure: "resolution_*_seconds" },
      { suffix: "_NO_PAUSES", says: ", without any pause", measure: "resolution_*_worked_seconds" },
      { suffix: "_WHOLE", says: ", pauses included", measure: "resolution_*_whole_seconds" },
    ],
  }),
  defaultDialect: "CALENDAR",
  source: "Requirement K2; Frappe Helpdesk's tests (resolved, then closed must not change it).",
};

export const CASE_TIME_KPIS: readonly KpiDefinition[] = [TFR, TAT, TFS, TRT];
