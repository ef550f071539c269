import type { MeasuredFigure } from "../../kpis/figure.rules";
import type { ObjectiveVersion } from "../../objectives/objective-version.entity";
import type { Tx } from "../../platform/database";
import type { Day } from "../../shared/day";
import type { AppliedExclusion } from "../objective-result.entity";
import type { PlannedItem } from "../planned-item";
import type { FigureSetting } from "../span-figures";
import type { Subject } from "../subject.rules";

export interface AdjustedSetting extends FigureSetting {
  readonly contractId: string;
  /** By what was approved then; by what is approved now when left out. */
  readonly believedAt?: Date | null | undefined;
}

/** One figure of an objective over local days `[from, until)`. */
export interface AdjustedAsk {
  readonly subject: Subject;
  readonly item: PlannedItem;
  readonly span: { readonly from: Day; readonly until: Day };
  readonly version: Pick<ObjectiveVersion, "objectiveId" | "version" | "calendarId" | "exclusionsAllowed" | "relief">;
}

export interface AdjustedFigure {
  readonly figure: MeasuredFigure;
  /** Without exclusions; within the measuring calendar, where there is one. */
  readonly unadjusted: MeasuredFigure;
  readonly exclusions: readonly AppliedExclusion[];
  /** What it is held against instead of its target, because more came than was foreseen; null: its own target. */
  readonly adjustedTarget: string | null;
}

/** Figures of objectives to which an exclusion, a measuring calendar or relief applies. */
export class AdjustedBook {
  constructor(private readonly figures: ReadonlyMap<string, AdjustedFigure>) {}

  /** Null: nothing applies, what was measured counts. */
  of(ask: AdjustedAsk): AdjustedFigure | null {
    return this.figures.get(askKey(ask)) ?? null;
  }
}

export const askKey = ({ subject, span, version }: AdjustedAsk): string =>
  [version.objectiveId, version.version, subject.kind, subject.id, span.from, span.until].join("/");

export async function loadAdjusted(
  _tx: Tx,
  _setting: AdjustedSetting,
  _asks: readonly AdjustedAsk[],
): Promise<AdjustedBook> {
  return Promise.resolve(new AdjustedBook(new Map()));
}
