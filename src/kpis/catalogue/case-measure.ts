import type { Measure, MeasureDefinition } from "../measure-definition";
import type { CaseMomentFacts } from "./case-facts";

type CaseMeasure = MeasureDefinition<CaseMomentFacts>;

export type CountedShape = Pick<CaseMeasure, "code" | "description"> &
  Partial<Pick<CaseMeasure, "condition" | "counts" | "parameters">>;

/** How many moments meet the condition; all of them where none is given. */
export const counted = (attribution: string, shape: CountedShape): Measure =>
  ({
    ...{ stream: "case", unit: "count", attribution, sumOf: null, amount: () => 1 },
    ...{ parameters: [], condition: "true", counts: () => true },
    ...shape,
  }) satisfies CaseMeasure as Measure;

export type SummedShape = CountedShape & Pick<CaseMeasure, "amount" | "unit"> & { readonly sumOf: string };

/** The sum of an amount over the moments that meet the condition. */
export const summed = (attribution: string, shape: SummedShape): Measure =>
  ({
    ...{ stream: "case", attribution, parameters: [], condition: "true", counts: () => true },
    ...shape,
  }) satisfies CaseMeasure as Measure;
