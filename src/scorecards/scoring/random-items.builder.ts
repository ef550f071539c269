import fc from "fast-check";
import type { Gate, ScoringScheme } from "../../assignments/scoring-scheme";
import { Decimal } from "../../shared/decimal";
import { day } from "../../shared/day";
import { NOTHING } from "../figure-item.rules";
import type { MeasuredFigure } from "../../kpis/figure.rules";
import type { PlannedItem } from "../planned-item";

/** How much good there is in a figure, of 1,000; null: nothing was measured. */
export interface RandomItem {
  readonly item: PlannedItem;
  readonly good: number | null;
}

const WHOLE = 1_000;
const share = (thousandths: number): string => new Decimal(thousandths).div(WHOLE).toString();
const cuts = (size: number) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: WHOLE }), { minLength: size, maxLength: size })
    .map((all) => all.sort((a, b) => a - b));
const scores = (size: number) =>
  fc
    .array(fc.integer({ min: 0, max: 200 }), { minLength: size, maxLength: size })
    .map((all) => all.sort((a, b) => a - b).map(String));

/** A scheme under which more is never worse (`grows`), or less is never worse. */
const aScheme = (grows: boolean): fc.Arbitrary<ScoringScheme> => {
  const towardsBest = <T>(ascending: readonly T[]): T[] => (grows ? [...ascending] : [...ascending].reverse());
  return fc.oneof(
    fc.constant({ kind: "attainment" } as const),
    fc.constant({ kind: "percentage" } as const),
    cuts(2).map((all) => {
      const [worst, best] = towardsBest(all.map(share)) as [string, string];
      return { kind: "worst_best", worst, best } as const;
    }),
    fc.tuple(cuts(4), scores(8)).map(([bounds, rising]) => {
      const points = towardsBest(rising);
      const zones = [0, 1, 2].map((at) => ({
        ...{ from: share(bounds[at]!), until: share(bounds[at + 1]!) },
        ...{ pointsFrom: points[1 + 2 * at]!, pointsUntil: points[2 + 2 * at]! },
      }));
      return { kind: "zones", below: points[0]!, zones, above: points[7]! } as const;
    }),
    fc.tuple(cuts(2), scores(3)).map(([bounds, rising]) => {
      const from = [null, ...towardsBest(bounds.map(share))];
      const levels = rising.map((score, at) => ({ level: `level ${at}`, score, from: from[at]! }));
      return { kind: "levels", rounding: { kind: "continuous" }, levels, meets: "level 1" } as const;
    }),
    fc.tuple(cuts(4), scores(4)).map(([bounds, rising]) => {
      const points = towardsBest(bounds.map(share)).map((value, at) => ({ value, score: rising[at]! }));
      return { kind: "curve", averaging: "input", points } as const;
    }),
  );
};

const aGate: fc.Arbitrary<Gate> = fc.record({
  atLeast: fc.integer({ min: 0, max: WHOLE }).map(share),
  cap: fc.integer({ min: 0, max: 200 }).map(String),
});

/** An item of satisfaction or of dissatisfaction with any scheme, weight and policy but carrying over. */
export const anItem: fc.Arbitrary<RandomItem> = fc.boolean().chain((grows) =>
  fc.record({
    good: fc.option(fc.integer({ min: 0, max: WHOLE }), { freq: 5 }),
    item: fc.record({
      kpi: fc.constant({ kpiCode: grows ? "CSAT" : "DSAT", dialect: "any", parameters: {} }),
      origin: fc.constant({ kind: "assignment", id: "any", version: 1 } as const),
      weight: fc.integer({ min: 0, max: 100 }).map(String),
      target: fc.integer({ min: 0, max: WHOLE }).map(share),
      scheme: aScheme(grows),
      gate: fc.option(aGate),
      onMissing: fc.constantFrom("renormalise", "zero", "fail"),
      ...{ minSample: fc.constant(0), targetSource: fc.constant(null), baseline: fc.constant(null) },
      days: fc.constant({ from: day("2026-01-01"), until: null }),
    }),
  }),
);

export function figureOf({ item, good }: RandomItem): MeasuredFigure {
  if (good === null) return NOTHING;
  const numerator = item.kpi.kpiCode === "CSAT" ? good : WHOLE - good;
  return {
    ...{ numerator: String(numerator), denominator: String(WHOLE), sample: WHOLE },
    ...{ value: share(numerator), status: "OK" },
  };
}
