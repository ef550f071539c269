import { evaluate, type MeasuredFigure } from "../../kpis/figure.rules";
import { shareInterval, type Interval } from "../../kpis/interval.rules";
import type { KpiDefinition } from "../../kpis/kpi-definition";
import type { Aims } from "../../objectives/objective-terms";
import { confidenceOf, judgement, levelsReached, type Confidence } from "../../scorecards/objective-outcome.rules";
import type { Outcome } from "../../scorecards/objective-result.entity";

/** An objective and its figure, as somebody imagines them. */
export interface ImaginedObjective {
  readonly kpi: Pick<KpiDefinition, "unit" | "direction">;
  readonly numerator: string;
  readonly denominator: string | null;
  readonly sample: number | null;
  readonly minSample: number;
  readonly aims: Aims;
}

export interface ImaginedOutcome extends Pick<MeasuredFigure, "value" | "status"> {
  readonly outcome: Outcome;
  readonly isExpectedMet: boolean | null;
  readonly shortfall: string | null;
  readonly missesAllowed: number | null;
  readonly missesLeft: number | null;
  readonly interval: Interval | null;
  readonly confidence: Confidence | null;
}

/** How an objective would come out in a closed period, judged as the engine judges real ones. */
export function imaginedOutcome(one: ImaginedObjective): ImaginedOutcome {
  const { kpi, aims } = one;
  const figure = figureOf(one);
  const demand = { kpi, aims };
  const closed = judgement(figure, demand, { isOver: true });
  return {
    ...{ value: figure.value, status: figure.status },
    ...closed,
    isExpectedMet: levelsReached(figure, demand).isExpectedMet,
    missesLeft: judgement(figure, demand, { isOver: false }).missesAllowed,
    interval: intervalOf(one, figure),
    confidence: confidenceOf(figure, demand),
  };
}

export function figureOf({ numerator, denominator, sample, minSample }: Omit<ImaginedObjective, "kpi" | "aims">) {
  const sums = { numerator, denominator, sample: sample ?? undefined, hasDenominator: denominator !== null };
  return evaluate({ ...sums, isComplete: true }, minSample);
}

function intervalOf({ kpi }: ImaginedObjective, { value, numerator, denominator, sample }: MeasuredFigure) {
  if (kpi.unit !== "share" || value === null || denominator === null) return null;
  return shareInterval({ value, numerator: numerator!, denominator, sample });
}
