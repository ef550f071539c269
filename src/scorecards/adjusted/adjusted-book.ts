import type { Tx } from "../../platform/database";
import {
  askKey,
  type AdjustedAsk,
  type AdjustedFigure,
  type AdjustedSetting,
  type SteppedFigure,
} from "./adjusted-ask";
import { loadMaterial, subjectedCut, type SubjectedCut } from "./counting-material";
import { appliedExclusions } from "./applied-exclusions.rules";
import { adjustedTarget } from "./relief.rules";
import { steppedFigures } from "./stepped-figures";

/** Figures of objectives to which an exclusion, a measuring calendar or relief applies. */
export class AdjustedBook {
  constructor(private readonly figures: ReadonlyMap<string, AdjustedFigure>) {}

  /** Null: nothing applies, what was measured counts. */
  of(ask: AdjustedAsk): AdjustedFigure | null {
    return this.figures.get(askKey(ask)) ?? null;
  }
}

/**
 * The figures that are asked for and to which anything applies: adjusted, unadjusted, and what each exclusion changes,
 * taken out after those before it. Where nothing applies, nothing is computed.
 */
export async function loadAdjusted(
  tx: Tx,
  setting: AdjustedSetting,
  asks: readonly AdjustedAsk[],
): Promise<AdjustedBook> {
  const material = await loadMaterial(tx, setting, asks);
  const subjected = material === null ? [] : asks.flatMap((ask) => subjectedCut(ask, material) ?? []);
  if (material === null || subjected.length === 0) return new AdjustedBook(new Map());
  const cuts = subjected.map(({ cut }) => cut);
  const figures = await steppedFigures(tx, setting, cuts);
  return new AdjustedBook(
    new Map(subjected.map((one) => [askKey(one.cut.ask), adjustedFigure(one, figures.get(one.cut)!)])),
  );
}

function adjustedFigure({ cut, intervals, partial }: SubjectedCut, steps: readonly SteppedFigure[]): AdjustedFigure {
  const figures = steps.map(({ figure }) => figure);
  const { relief } = cut.ask.version;
  return {
    figure: figures.at(-1)!,
    unadjusted: cut.taken.length === 0 ? null : figures[0]!,
    exclusions: appliedExclusions(cut.taken, figures, partial),
    adjustedTarget: relief?.effect === "adjust_target" ? adjustedTarget(intervals, relief) : null,
    ...{ taken: cut.taken, steps },
  };
}
