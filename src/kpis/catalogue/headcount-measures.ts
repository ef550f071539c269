import type { Measure, MeasureDefinition } from "../measure-definition";

/** What measures of headcounts may look at. Changes are to the snapshot before; null: not known. */
export interface HeadcountFacts {
  readonly population: "staff" | "customers";
  readonly headcountChange: number;
  readonly requiredChange: number;
  readonly joiners: number | null;
  readonly leavers: number | null;
  readonly voluntaryLeavers: number | null;
  readonly involuntaryLeavers: number | null;
}

type Amount = MeasureDefinition<HeadcountFacts>["amount"];

const of =
  (population: HeadcountFacts["population"]) =>
  (code: string, description: string, [sumOf, amount]: readonly [sql: string, amount: Amount]): Measure =>
    ({
      ...{ code, description, sumOf: `coalesce(f.${sumOf}, 0)`, amount, unit: "people", stream: "headcount" },
      ...{ attribution: "day", parameters: [], condition: `f.population = '${population}'` },
      counts: (f: HeadcountFacts) => f.population === population,
    }) satisfies MeasureDefinition<HeadcountFacts>;

const staff = of("staff");
const customers = of("customers");

/** Counted on the day of the snapshot. Levels are kept as changes: added up until a day, they are the level of that day. */
export const HEADCOUNT_MEASURES: readonly Measure[] = [
  staff("staff_change_hundredths", "Hundredths of people by which the staff grew or shrank.", [
    "headcount_change",
    (f) => f.headcountChange,
  ]),
  staff("staff_required_change_hundredths", "Hundredths of people by which the staff required grew or shrank.", [
    "required_change",
    (f) => f.requiredChange,
  ]),
  staff("staff_joiners", "People who joined the staff.", ["joiners", (f) => f.joiners ?? 0]),
  staff("staff_leavers", "People who left the staff.", ["leavers", (f) => f.leavers ?? 0]),
  staff("staff_voluntary_leavers", "People who left the staff because they wanted to.", [
    "voluntary_leavers",
    (f) => f.voluntaryLeavers ?? 0,
  ]),
  staff("staff_involuntary_leavers", "People who left the staff because they had to.", [
    "involuntary_leavers",
    (f) => f.involuntaryLeavers ?? 0,
  ]),
  customers("customer_change_hundredths", "Hundredths of customers by which their number grew or shrank.", [
    "headcount_change",
    (f) => f.headcountChange,
  ]),
  customers("customers_won", "Customers who came.", ["joiners", (f) => f.joiners ?? 0]),
  customers("customers_lost", "Customers who left.", ["leavers", (f) => f.leavers ?? 0]),
];
