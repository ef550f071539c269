import type { Dialect, KpiDefinition } from "../kpi-definition";
import { AHT, AVERAGE_HOLD } from "./handle-time";

const CONTACTS_HANDLED: KpiDefinition = {
  code: "CONTACTS_HANDLED",
  names: { en: "Contacts handled", it: "Contatti gestiti", hr: "Obrađeni kontakti", zh: "已处理联系量" },
  descriptions: {
    en: "How many contacts were answered, counted when they ended.",
    it: "Numero di contatti con risposta, contati alla loro conclusione.",
    hr: "Broj odgovorenih kontakata, brojeno po završetku.",
    zh: "已应答的联系数量，按结束时间计入。",
  },
  family: "demand",
  unit: "count",
  direction: "maximise",
  precision: 0,
  attribution: "ended",
  channels: "all",
  rollUp: "additive",
  dialects: [
    { code: "ALL", description: "Contacts answered.", numerator: "handled", denominator: null },
    {
      code: "VOLUMES",
      description: "Contacts handled by volumes of intervals, from sources without single contacts.",
      numerator: "volume_handled",
      denominator: null,
    },
  ],
  defaultDialect: "ALL",
  parameters: [],
  judges: ["contract", "service", "team", "position"],
  source: "Requirements K5 and C1: throughput and quantity.",
};

/** Gross: of all cases closed. Net: of those that one contact could have resolved. */
const FCR_OF_CASES: readonly Dialect[] = [
  {
    code: "CASES",
    description:
      "Gross: cases closed after one contact, never opened again, with no other case of the same customer and reason " +
      "within repeatDays ÷ cases closed whose customer and contacts are known. Counted repeatDays after the closing.",
    numerator: "cases_closed_first_contact",
    denominator: "cases_closed_repeat_known",
  },
  {
    code: "CASES_NET",
    description: "Net: the same ÷ those of them that one contact could have resolved.",
    numerator: "cases_closed_first_contact_resolvable",
    denominator: "cases_closed_resolvable",
  },
];

const FCR: KpiDefinition = {
  code: "FCR",
  names: {
    en: "First contact resolution",
    it: "Risoluzione al primo contatto",
    hr: "Rješenje u prvom kontaktu",
    zh: "首次联系解决率",
  },
  descriptions: {
    en: "Share of matters resolved on the first contact: as customers say, or as their not coming back shows.",
    it: "Quota di richieste risolte al primo contatto: secondo il cliente, o perché il cliente non ricontatta.",
    hr: "Udio problema riješenih u prvom kontaktu: prema odgovorima klijenata ili jer se klijent nije ponovno javio.",
    zh: "首次联系即解决的事项占比：以客户答复为准，或以客户未再次联系为准。",
  },
  family: "efficiency",
  unit: "share",
  direction: "maximise",
  precision: 1,
  attribution: "surveyed; OPERATIONAL: ended + repeatDays; CASES, CASES_NET: closed + repeatDays",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "SURVEY",
      description: 'Surveys that say "resolved on the first contact" ÷ surveys that answer the question.',
      numerator: "first_contact_yes",
      denominator: "first_contact_asked",
    },
    {
      code: "OPERATIONAL",
      description:
        "Customers' issues that took one contact, with no other of the same customer and reason within repeatDays ÷ " +
        "issues. Counted repeatDays after the last contact of the issue; contacts without a customer are in neither.",
      numerator: "single_contact_chains",
      denominator: "contact_chains",
    },
    ...FCR_OF_CASES,
  ],
  defaultDialect: "SURVEY",
  parameters: [
    {
      name: "repeatDays",
      unit: "days",
      default: 7,
      minimum: 1,
      maximum: 90,
      description: "R: a contact of the same customer and reason within this many times 24 hours is a repeat.",
    },
  ],
  judges: ["contract", "service", "team", "position"],
  source: "Requirement K2 (survey after the interaction); Medallia and Freshservice (operational).",
};

const FTR: KpiDefinition = {
  ...FCR,
  code: "FTR",
  names: {
    en: "First-time resolution",
    it: "Risoluzione al primo intervento",
    hr: "Rješenje iz prve",
    zh: "一次性解决率",
  },
  descriptions: {
    en: "First contact resolution by another name, unless ONE_INTERACTION is agreed: cases resolved with a single agent interaction.",
    it: "La risoluzione al primo contatto con altro nome, salvo che si convenga ONE_INTERACTION: pratiche risolte con un solo intervento.",
    hr: "Rješenje u prvom kontaktu pod drugim imenom, osim ako je ugovoren ONE_INTERACTION: predmeti riješeni jednom interakcijom agenta.",
    zh: "默认等同于首次联系解决率；若约定 ONE_INTERACTION，则为坐席一次处理即解决的工单占比。",
  },
  attribution: `${FCR.attribution}; ONE_INTERACTION: first resolved + repeatDays`,
  dialects: [
    ...FCR.dialects,
    {
      code: "ONE_INTERACTION",
      description:
        "Cases resolved with exactly one agent interaction and not opened again within repeatDays ÷ cases resolved whose " +
        "number of interactions is known. Counted repeatDays after the first resolution.",
      numerator: "cases_solved_one_interaction",
      denominator: "cases_solved_interactions_known",
    },
  ],
  source: "The requirement has no definition: an alias of FCR unless a contract says otherwise (semantics §3).",
};

export const HANDLING_KPIS: readonly KpiDefinition[] = [AHT, AVERAGE_HOLD, CONTACTS_HANDLED, FCR, FTR];
