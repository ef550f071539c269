import type { Dialect, KpiDefinition } from "../kpi-definition";

const per = (code: string, what: string, formula: Pick<Dialect, "numerator" | "denominator" | "sample">): Dialect => ({
  ...{ code, description: `Costs of ${what}, and of everything ÷ ${what}.` },
  ...formula,
});

const COST_PER_UNIT: KpiDefinition = {
  code: "COST_PER_UNIT",
  names: { en: "Cost per unit", it: "Costo per unità", hr: "Trošak po jedinici", zh: "单位成本" },
  descriptions: {
    en: "Costs of the period per unit that the contract counts: a contact, a case or a productive hour. In the contract's currency.",
    it: "Costi del periodo per unità definita dal contratto: contatto, caso o ora produttiva. Nella valuta del contratto.",
    hr: "Troškovi razdoblja po jedinici koju određuje ugovor: kontakt, predmet ili produktivni sat. U valuti ugovora.",
    zh: "本期成本按合同约定的单位（联系、工单或有效工时）均摊，以合同货币计。",
  },
  family: "cost",
  unit: "money",
  direction: "minimise",
  precision: 2,
  attribution: "incurred; units by their own instant",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    per("PER_CONTACT_HANDLED", "contacts handled", { numerator: "cost_of_contacts", denominator: "handled" }),
    per("PER_CONTACT_OFFERED", "contacts offered", { numerator: "cost_of_contacts", denominator: "offered" }),
    per("PER_CASE_RESOLVED", "cases resolved", { numerator: "cost_of_cases", denominator: "cases_resolved" }),
    per("PER_CASE_OPENED", "cases opened", { numerator: "cost_of_cases", denominator: "cases_opened" }),
    per("PER_PRODUCTIVE_HOUR", "productive hours", {
      numerator: "3600 * cost_of_hours",
      denominator: "productive_seconds",
      sample: "productive_records",
    }),
  ],
  defaultDialect: "PER_CONTACT_HANDLED",
  parameters: [],
  judges: ["contract", "service"],
  source: "Requirement K5: the unit is agreed in the contract.",
};

const TOTAL_COST: KpiDefinition = {
  code: "TOTAL_COST",
  names: { en: "Total cost", it: "Costo totale", hr: "Ukupni trošak", zh: "总成本" },
  descriptions: {
    en: "All costs of the period, credits taken off. In the contract's currency.",
    it: "Tutti i costi del periodo, al netto degli accrediti. Nella valuta del contratto.",
    hr: "Svi troškovi razdoblja, umanjeni za odobrenja. U valuti ugovora.",
    zh: "本期全部成本，已扣除退款，以合同货币计。",
  },
  family: "cost",
  unit: "money",
  direction: "minimise",
  precision: 2,
  attribution: "incurred",
  channels: "all",
  rollUp: "additive",
  dialects: [{ code: "ALL", description: "Sum of all costs.", numerator: "cost_total", denominator: null }],
  defaultDialect: "ALL",
  parameters: [],
  judges: ["contract", "service"],
  source: "Requirement K5.",
};

export const COST_KPIS: readonly KpiDefinition[] = [COST_PER_UNIT, TOTAL_COST];
