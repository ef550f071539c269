import { KPIS } from "../../kpis/catalogue/kpis";
import { weighted, type RoleTemplate, type TemplateKpi } from "./role-template";

/** What makes an operations manager's score; every other KPI is shown beside it. */
const OPERATIONS_WEIGHTS: Readonly<Record<string, number>> = {
  ...{ SERVICE_LEVEL: 25, CSAT: 20, QUALITY: 20, COST_PER_UNIT: 15, FCR: 10, ATTRITION: 10 },
};

const everyKpi = (): TemplateKpi[] =>
  KPIS.map(({ code: kpi }) => ({
    ...{ kpi, weight: OPERATIONS_WEIGHTS[kpi] ?? 0 },
    source:
      "Requirement K5: operations managers answer for all KPIs. Weights: the promise, the customer, quality, cost, people.",
  }));

const OPERATIONS_MANAGER: RoleTemplate = {
  code: "operations-manager",
  names: { en: "Operations manager", it: "Responsabile operativo", hr: "Voditelj operacija", zh: "运营经理" },
  scope: "contract",
  descriptions: {
    en: "Runs a contract; answers for every KPI of it, and for improvement.",
    it: "Gestisce un contratto; risponde di tutti i suoi KPI e del miglioramento.",
    hr: "Vodi ugovor; odgovara za sve njegove KPI-jeve i za poboljšanje.",
    zh: "负责整个合同，对其全部指标及持续改进负责。",
  },
  kpis: everyKpi(),
};

const SERVICE_DELIVERY_DIRECTOR: RoleTemplate = {
  code: "service-delivery-director",
  names: {
    en: "Service delivery director",
    it: "Direttore della fornitura del servizio",
    hr: "Direktor isporuke usluga",
    zh: "服务交付总监",
  },
  scope: "all",
  descriptions: {
    en: "Answers to a client for everything promised under all its contracts.",
    it: "Risponde a un cliente di tutto ciò che è promesso nei suoi contratti.",
    hr: "Odgovara klijentu za sve obećano u svim njegovim ugovorima.",
    zh: "就客户全部合同的承诺对客户负责。",
  },
  kpis: [
    ...weighted("Requirement D1: answers for SLAs being met.", { SERVICE_LEVEL: 40, ON_TIME_RESOLUTION: 0 }),
    ...weighted("Requirement D2: attendance, service quality, complaints, attrition.", {
      ...{ QUALITY: 20, COMPLAINT_RATE: 15, ATTRITION: 15, ATTENDANCE: 10 },
    }),
    ...weighted("Requirement D6: share of calls handled, staffing by forecast and actual volume, hiring.", {
      ...{ ANSWER_RATE: 0, VOLUME_OFFERED: 0, STAFFING_TO_FORECAST: 0, HEADCOUNT_GAP: 0 },
    }),
  ],
};

const PROCESS_ANALYST: RoleTemplate = {
  code: "process-analyst",
  names: { en: "Process analyst", it: "Analista di processo", hr: "Analitičar procesa", zh: "流程分析师" },
  scope: "service",
  descriptions: {
    en: "Watches a service in real time in the control room.",
    it: "Osserva un servizio in tempo reale nella sala regia.",
    hr: "U kontrolnoj sobi prati uslugu u stvarnom vremenu.",
    zh: "在监控中心实时关注一项服务。",
  },
  kpis: [
    ...weighted("Requirements C4 and O2: performance in real time, queues that back up.", {
      ...{ SERVICE_LEVEL: 40, ABANDONMENT_RATE: 20, ASA: 20, BACKLOG: 20 },
    }),
    ...weighted("Requirement C1: what explains it, in quantity.", {
      ...{ VOLUME_OFFERED: 0, AHT: 0, OCCUPANCY: 0, ADHERENCE: 0 },
    }),
  ],
};

const CONTROL_ROOM_MANAGER: RoleTemplate = {
  code: "control-room-manager",
  names: {
    en: "Control room manager",
    it: "Responsabile della sala regia",
    hr: "Voditelj kontrolne sobe",
    zh: "监控中心经理",
  },
  scope: "contract",
  descriptions: {
    en: "Answers for the settled figures of every service, and for staffing and costs that fit them.",
    it: "Risponde dei dati consuntivi di ogni servizio e di personale e costi adeguati.",
    hr: "Odgovara za konačne podatke svake usluge te za osoblje i troškove koji im odgovaraju.",
    zh: "对各项服务的结算数据以及与之匹配的人力和成本负责。",
  },
  kpis: [
    ...weighted("Requirement C1: quality and quantity of every service, settled.", {
      ...{ SERVICE_LEVEL: 30, QUALITY: 0, CSAT: 0, VOLUME_OFFERED: 0 },
    }),
    ...weighted("Requirement C3: shifts, overtime and staffing; costs and plans checked.", {
      ...{ STAFFING_COVERED: 20, FORECAST_ACCURACY: 20, ADHERENCE: 15, COST_PER_UNIT: 15 },
      ...{ UTILISATION: 0, SHRINKAGE: 0, TOTAL_COST: 0 },
    }),
  ],
};

export const MANAGING_ROLES: readonly RoleTemplate[] = [
  OPERATIONS_MANAGER,
  SERVICE_DELIVERY_DIRECTOR,
  PROCESS_ANALYST,
  CONTROL_ROOM_MANAGER,
];
