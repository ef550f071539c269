import type { MeasureDefinition } from "../measure-definition";

/** What measures of costs may look at. */
export interface CostFacts {
  /** Minor units of the contract's currency. */
  readonly amountMinor: number;
  readonly unitKind: string;
}

const cost = (code: string, kind: "contact" | "case" | "hour" | null): MeasureDefinition<CostFacts> => ({
  ...{ code, stream: "cost", attribution: "incurred", unit: "money", parameters: [] },
  description: kind
    ? `Costs of a ${kind}, and of everything, in minor units of the contract's currency.`
    : "All costs, in minor units of the contract's currency.",
  condition: kind ? `f.unit_kind in ('${kind}', 'all')` : "true",
  sumOf: "f.amount_minor",
  counts: ({ unitKind }) => kind === null || unitKind === kind || unitKind === "all",
  amount: ({ amountMinor }) => amountMinor,
});

export const COST_MEASURES: readonly MeasureDefinition<CostFacts>[] = [
  cost("cost_total", null),
  cost("cost_of_contacts", "contact"),
  cost("cost_of_cases", "case"),
  cost("cost_of_hours", "hour"),
];
