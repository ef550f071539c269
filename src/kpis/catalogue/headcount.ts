import type { KpiDefinition } from "../kpi-definition";

const ATTRITION: KpiDefinition = {
  code: "ATTRITION",
  names: { en: "Attrition", it: "Turnover del personale", hr: "Fluktuacija osoblja", zh: "员工流失率" },
  descriptions: {
    en: "People who left ÷ mean headcount of the period.",
    it: "Persone uscite ÷ organico medio del periodo.",
    hr: "Osobe koje su otišle ÷ prosječan broj zaposlenih u razdoblju.",
    zh: "离职人数 ÷ 期间平均人数。",
  },
  family: "people",
  unit: "percent",
  direction: "minimise",
  precision: 1,
  attribution: "day",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "ALL",
      description: "Everybody who left ÷ mean headcount of the period's days.",
      numerator: "staff_leavers",
      denominator: "day_sum(staff_change_hundredths) / 100 / days",
      sample: "day_sum(staff_change_hundredths) / 100 / days",
    },
    {
      code: "ANNUALISED",
      description: "Everybody who left × 365 ÷ days, ÷ mean headcount: as if it went on for a year.",
      numerator: "staff_leavers * 365 / days",
      denominator: "day_sum(staff_change_hundredths) / 100 / days",
      sample: "day_sum(staff_change_hundredths) / 100 / days",
    },
    {
      code: "VOLUNTARY",
      description: "Those who wanted to leave ÷ mean headcount of the period's days.",
      numerator: "staff_voluntary_leavers",
      denominator: "day_sum(staff_change_hundredths) / 100 / days",
      sample: "day_sum(staff_change_hundredths) / 100 / days",
    },
    {
      code: "VOLUNTARY_ANNUALISED",
      description: "Those who wanted to leave × 365 ÷ days, ÷ mean headcount: as if it went on for a year.",
      numerator: "staff_voluntary_leavers * 365 / days",
      denominator: "day_sum(staff_change_hundredths) / 100 / days",
      sample: "day_sum(staff_change_hundredths) / 100 / days",
    },
    {
      code: "INVOLUNTARY",
      description: "Those who had to leave ÷ mean headcount of the period's days.",
      numerator: "staff_involuntary_leavers",
      denominator: "day_sum(staff_change_hundredths) / 100 / days",
      sample: "day_sum(staff_change_hundredths) / 100 / days",
    },
    {
      code: "INVOLUNTARY_ANNUALISED",
      description: "Those who had to leave × 365 ÷ days, ÷ mean headcount: as if it went on for a year.",
      numerator: "staff_involuntary_leavers * 365 / days",
      denominator: "day_sum(staff_change_hundredths) / 100 / days",
      sample: "day_sum(staff_change_hundredths) / 100 / days",
    },
  ],
  defaultDialect: "ALL",
  parameters: [],
  judges: ["contract", "service"],
  source: "Requirements on attrition; leavers ÷ mean headcount.",
};

const CLIENT_CHURN: KpiDefinition = {
  code: "CLIENT_CHURN",
  names: { en: "Client churn", it: "Tasso di abbandono dei clienti", hr: "Odljev klijenata", zh: "客户流失率" },
  descriptions: {
    en: "Customers lost in the period ÷ customers when it began.",
    it: "Clienti persi nel periodo ÷ clienti all'inizio.",
    hr: "Klijenti izgubljeni u razdoblju ÷ klijenti na početku razdoblja.",
    zh: "期间流失客户数 ÷ 期初客户数。",
  },
  family: "people",
  unit: "percent",
  direction: "minimise",
  precision: 1,
  attribution: "day",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "LOST",
      description: "Customers lost ÷ customers at the start of the period.",
      numerator: "customers_lost",
      denominator: "at_start(customer_change_hundredths) / 100",
    },
  ],
  defaultDialect: "LOST",
  parameters: [],
  judges: ["contract", "service"],
  source: "Requirements on client churn; lost ÷ customers at the start.",
};

const HEADCOUNT: KpiDefinition = {
  code: "HEADCOUNT",
  names: { en: "Headcount", it: "Organico", hr: "Broj zaposlenih", zh: "在职人数" },
  descriptions: {
    en: "How many people the staff has.",
    it: "Numero di persone in organico.",
    hr: "Koliko ljudi broji osoblje.",
    zh: "在职人员数量。",
  },
  family: "people",
  unit: "count",
  direction: "range",
  precision: 1,
  attribution: "day",
  channels: "all",
  rollUp: "semi-additive",
  dialects: [
    {
      code: "END",
      description: "At the end of the period.",
      numerator: "at_end(staff_change_hundredths) / 100",
      denominator: null,
    },
    {
      code: "MEAN",
      description: "Mean of the period's days.",
      numerator: "day_sum(staff_change_hundredths) / 100",
      denominator: "days",
    },
    {
      code: "START",
      description: "At the start of the period.",
      numerator: "at_start(staff_change_hundredths) / 100",
      denominator: null,
    },
  ],
  defaultDialect: "END",
  parameters: [],
  judges: ["contract", "service"],
  source: "A level: carried forward from snapshot to snapshot, never added up over days.",
};

const HEADCOUNT_GAP: KpiDefinition = {
  code: "HEADCOUNT_GAP",
  names: { en: "Headcount gap", it: "Carenza di organico", hr: "Manjak zaposlenih", zh: "人员缺口" },
  descriptions: {
    en: "People required less people there are, at the end of the period; negative when there are more than required.",
    it: "Persone richieste meno persone in organico, a fine periodo; negativo se sono più del richiesto.",
    hr: "Potreban broj ljudi umanjen za stvarni, na kraju razdoblja; negativno kad ih je više nego što treba.",
    zh: "期末所需人数减去在职人数；多于所需时为负。",
  },
  family: "people",
  unit: "count",
  direction: "minimise",
  precision: 1,
  attribution: "day",
  channels: "all",
  rollUp: "semi-additive",
  dialects: [
    {
      code: "END",
      description: "Required − headcount at the end of the period.",
      numerator: "at_end(staff_required_change_hundredths - staff_change_hundredths) / 100",
      denominator: null,
      sample: "at_end(staff_change_hundredths) / 100",
    },
  ],
  defaultDialect: "END",
  parameters: [],
  judges: ["contract", "service"],
  source: "Headcount against the required headcount of the same snapshots.",
};

/** How many people there are, come and go. */
export const HEADCOUNT_KPIS: readonly KpiDefinition[] = [ATTRITION, CLIENT_CHURN, HEADCOUNT, HEADCOUNT_GAP];
