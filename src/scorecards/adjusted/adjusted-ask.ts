import type { MeasuredFigure } from "../../kpis/figure.rules";
import type { ObjectiveVersion } from "../../objectives/objective-version.entity";
import type { Day } from "../../shared/day";
import type { AppliedExclusion } from "../objective-result.entity";
import type { PlannedItem } from "../planned-item";
import type { FigureSetting } from "../span-figures";
import type { Subject } from "../subject.rules";
import type { SubjectSums } from "../sums-book.rules";
import { itemKey } from "../target-choice.rules";
import type { Taken } from "./taken";

export interface AdjustedSetting extends FigureSetting {
  readonly contractId: string;
  /**
   * By the exclusions that were approved then; by those approved now when left out. Like facts they are no definitions:
   * leave it out when comparing what was closed with what is known now.
   */
  readonly approvedAt?: Date | null | undefined;
}

/** What an objective says of that which counts. */
export type CountingTerms = Pick<
  ObjectiveVersion,
  "objectiveId" | "version" | "calendarId" | "exclusionsAllowed" | "relief"
>;

/** One figure of an objective over local days `[from, until)`. */
export interface AdjustedAsk {
  readonly subject: Subject;
  readonly item: Pick<PlannedItem, "kpi" | "days" | "minSample">;
  readonly span: { readonly from: Day; readonly until: Day };
  readonly version: CountingTerms;
  /** Ids of what is taken out, whatever became of it since; left out: all that is in force. */
  readonly only?: readonly string[] | undefined;
}

/** What stays after so many steps. */
export interface SteppedFigure {
  readonly figure: MeasuredFigure;
  readonly sums: SubjectSums;
}

export interface AdjustedFigure {
  readonly figure: MeasuredFigure;
  /** Without exclusions; within the measuring calendar, where there is one. Null: nothing was excluded. */
  readonly unadjusted: MeasuredFigure | null;
  readonly exclusions: readonly AppliedExclusion[];
  /** What it is held against instead of its target, because more came than was foreseen; null: its own target. */
  readonly adjustedTarget: string | null;
  /** What is taken out, in order; `steps` has what stays before all of them and after each. */
  readonly taken: readonly Taken[];
  readonly steps: readonly SteppedFigure[];
}

export const askKey = ({ subject, item, span, version, only = ["all"] }: AdjustedAsk): string =>
  [
    ...[version.objectiveId, version.version, subject.kind, subject.id, span.from, span.until],
    ...[itemKey(item.kpi), ...only],
  ].join("/");
