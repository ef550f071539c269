import type { KpiDefinition } from "../kpi-definition";

const UTILISATION: KpiDefinition = {
  code: "UTILISATION",
  names: { en: "Utilisation", it: "Tasso di utilizzo", hr: "Iskorištenost radnog vremena", zh: "工时利用率" },
  descriptions: {
    en: "Time communicating with customers ÷ paid time. Not occupancy: paid time also holds breaks, training and absence.",
    it: "Tempo di comunicazione con i clienti ÷ tempo retribuito. Non è l'occupazione: il tempo retribuito comprende anche pause, formazione e assenze.",
    hr: "Vrijeme komunikacije s klijentima ÷ plaćeno vrijeme. Nije isto što i zauzetost: plaćeno vrijeme obuhvaća i pauze, edukaciju i odsutnost.",
    zh: "与客户沟通的时间 ÷ 付薪时间。不同于占用率：付薪时间还包括休息、培训和缺勤。",
  },
  family: "workforce",
  unit: "percent",
  direction: "range",
  precision: 1,
  attribution: "started; FROM_CONTACTS: ended",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "EACH_SECOND_ONCE",
      description: "Seconds communicating ÷ paid seconds; two chats at a time count once.",
      numerator: "handling_seconds",
      denominator: "paid_seconds",
      sample: "paid_records",
    },
    {
      code: "PER_CONTACT",
      description:
        "Seconds of all contacts ÷ paid seconds; two chats at a time count twice, so that it may pass 100 %.",
      numerator: "contact_handling_seconds",
      denominator: "paid_seconds",
      sample: "paid_records",
    },
    {
      code: "FROM_CONTACTS",
      description:
        "Talk, hold and after-contact work of contacts handled ÷ paid seconds, for sources that do not tell handling time.",
      numerator: "talk_seconds + hold_seconds + wrap_seconds",
      denominator: "paid_seconds",
      sample: "paid_records",
    },
    {
      code: "WITH_AVAILABLE",
      description: "(Communicating + available) ÷ paid seconds: waiting for a contact counts as used.",
      numerator: "handling_seconds + available_seconds",
      denominator: "paid_seconds",
      sample: "paid_records",
    },
  ],
  defaultDialect: "EACH_SECOND_ONCE",
  parameters: [],
  judges: ["contract", "service", "team", "position"],
  source: "Requirement K4 (communicating ÷ paid); callcentrehelper.com for the variant that counts available time.",
};

const OCCUPANCY: KpiDefinition = {
  code: "OCCUPANCY",
  names: { en: "Occupancy", it: "Tasso di occupazione", hr: "Zauzetost agenata", zh: "坐席占用率" },
  descriptions: {
    en: "Share of the time handling or ready for contacts that was spent handling them. Not utilisation: time away from contacts is in neither.",
    it: "Quota del tempo in gestione o in attesa di contatti che è stata dedicata alla gestione. Non è l'utilizzo: il tempo lontano dai contatti non conta.",
    hr: "Udio vremena obrade u ukupnom vremenu obrade i čekanja na kontakt. Nije isto što i iskorištenost: vrijeme izvan kontakata se ne računa.",
    zh: "在处理联系与待命的总时间中用于处理联系的占比。不同于利用率：离线时间不计入。",
  },
  family: "workforce",
  unit: "share",
  direction: "range",
  precision: 1,
  attribution: "started",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "HANDLING",
      description: "Handling ÷ (handling + available), over working times that tell both.",
      numerator: "occupied_seconds",
      denominator: "occupiable_seconds",
      sample: "occupancy_records",
    },
  ],
  defaultDialect: "HANDLING",
  parameters: [],
  judges: ["contract", "service", "team", "position"],
  source: "Amazon Connect metric definitions (occupancy); each second counts once.",
};

const SHRINKAGE: KpiDefinition = {
  code: "SHRINKAGE",
  names: {
    en: "Shrinkage",
    it: "Shrinkage (tempo retribuito non disponibile)",
    hr: "Gubitak radnog vremena",
    zh: "工时损耗率",
  },
  descriptions: {
    en: "Share of paid time in which people were not available to customers: breaks, training, meetings, leave, sickness.",
    it: "Quota del tempo retribuito in cui le persone non erano disponibili per i clienti: pause, formazione, riunioni, ferie, malattia.",
    hr: "Udio plaćenog vremena u kojem ljudi nisu bili dostupni klijentima: pauze, edukacija, sastanci, godišnji, bolovanje.",
    zh: "付薪时间中无法服务客户的占比：休息、培训、会议、休假、病假。",
  },
  family: "workforce",
  unit: "share",
  direction: "minimise",
  precision: 1,
  attribution: "started",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "PAID",
      description: "Paid but unavailable ÷ paid, over working times that tell both.",
      numerator: "unavailable_seconds",
      denominator: "shrinkage_paid_seconds",
      sample: "shrinkage_records",
    },
  ],
  defaultDialect: "PAID",
  parameters: [],
  judges: ["contract", "service", "team", "position"],
  source: "Semantics §3: paid unavailable ÷ paid.",
};

const THROUGHPUT: KpiDefinition = {
  code: "THROUGHPUT",
  names: { en: "Throughput", it: "Produttività oraria", hr: "Učinak po satu", zh: "每小时处理量" },
  descriptions: {
    en: "Contacts handled, or cases resolved, per productive hour; the contract says what is productive.",
    it: "Contatti gestiti, o pratiche risolte, per ora produttiva; il contratto stabilisce che cosa è produttivo.",
    hr: "Obrađeni kontakti ili riješeni predmeti po produktivnom satu; ugovor određuje što je produktivno.",
    zh: "每个有效工时处理的联系量或解决的工单量；何为有效工时由合同约定。",
  },
  family: "efficiency",
  unit: "rate",
  direction: "maximise",
  precision: 1,
  attribution: "ended; CASES: resolved; VOLUMES: interval; hours: started",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "CONTACTS",
      description: "Contacts handled × 3,600 ÷ productive seconds.",
      numerator: "3600 * handled",
      denominator: "productive_seconds",
      sample: "handled",
    },
    {
      code: "CASES",
      description: "Cases resolved × 3,600 ÷ productive seconds.",
      numerator: "3600 * cases_resolved",
      denominator: "productive_seconds",
      sample: "cases_resolved",
    },
    {
      code: "VOLUMES",
      description: "The same by volumes of intervals, for sources without single contacts.",
      numerator: "3600 * volume_handled",
      denominator: "productive_seconds",
      sample: "volume_handled",
    },
  ],
  defaultDialect: "CONTACTS",
  parameters: [],
  judges: ["contract", "service", "team", "position"],
  source: "Requirement K5; Assembled, BPO billing report (productive hours are defined by the contract).",
};

/** What paid time is used for. */
export const UTILISATION_KPIS: readonly KpiDefinition[] = [UTILISATION, OCCUPANCY, SHRINKAGE, THROUGHPUT];
