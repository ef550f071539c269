import type { Gate, OnMissing } from "../../assignments/scoring-scheme";
import type { MeasuredFigure } from "../../kpis/figure.rules";
import type { MissingTreatment } from "../scorecard.entity";
import { isScorable, scoreOfReading, type Reading, type ScoredBy } from "./item-score.rules";

export interface JudgedBy extends ScoredBy {
  readonly weight: string;
  readonly gate: Gate | null;
  readonly onMissing: OnMissing;
}

export interface PeriodReading extends Reading {
  /** The period before, for what carries over; null: it has none, or nobody asks. */
  readonly before: Reading | null;
}

/** What an item comes to. */
export interface ItemJudgement {
  readonly score: string | null;
  readonly level: string | null;
  readonly isMet: boolean | null;
  readonly missing: MissingTreatment | null;
  /** The figure that was judged instead of the missing one. */
  readonly carried: MeasuredFigure | null;
}

const UNSCORED = { score: null, level: null, isMet: null, carried: null } as const;
const RENORMALISED: ItemJudgement = { ...UNSCORED, missing: "renormalised" };

/** Whether the item does anything to the score: its weight, or its gate. */
export const matters = ({ weight, gate }: Pick<JudgedBy, "weight" | "gate">): boolean =>
  gate !== null || Number(weight) > 0;

/** Nothing was measured, or too little to judge (semantics R12). What is still being computed is not missing. */
export const isMissing = ({ status }: MeasuredFigure): boolean =>
  status === "NO_DATA" || status === "INSUFFICIENT_DATA";

/**
 * An item judged by its figure, or by its policy where it has none (semantics R16).
 * | policy      | the period before | score          | met   | missing      |
 * | renormalise |                   | none           | null  | renormalised |
 * | zero        |                   | 0              | null  | zero         |
 * | fail        |                   | 0              | false | failed       |
 * | carry       | has a figure      | of that figure | by it | carried      |
 * | carry       | has none          | none           | null  | renormalised |
 * What could not be scored with a figure is not scored without one. While days are still to be computed, the weight goes
 * to the others whatever the policy. What neither weighs nor guards a gate is only shown.
 */
export function judgedItem(item: JudgedBy, reading: PeriodReading): ItemJudgement {
  const own = scoreOfReading(item, reading);
  if (own !== null) return { score: own.score, level: own.level, isMet: own.isMet, missing: null, carried: null };
  if (!matters(item)) return { ...UNSCORED, missing: null };
  return isMissing(reading.figure) ? byPolicy(item, reading.before) : RENORMALISED;
}

function byPolicy(item: JudgedBy, before: Reading | null): ItemJudgement {
  const nothing = isScorable(item) ? "0" : null;
  switch (item.onMissing) {
    case "renormalise":
      return RENORMALISED;
    case "zero":
      return nothing === null ? RENORMALISED : { ...UNSCORED, score: nothing, missing: "zero" };
    case "fail":
      return { ...UNSCORED, score: nothing, isMet: false, missing: "failed" };
    case "carry": {
      const carried = before && scoreOfReading(item, before);
      return carried === null ? RENORMALISED : { ...carried, missing: "carried", carried: before!.figure };
    }
  }
}
