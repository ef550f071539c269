import type { KpiInUse, SubjectKind } from "../../kpis/kpi-definition";
import type { MeasuredFigure } from "../../kpis/figure.rules";
import type { Period } from "../../shared/period";
import type { ItemFigure } from "../figure-item.rules";
import type { ManualMark } from "../scorecard.entity";
import { itemKey } from "../target-choice.rules";
import { figureOfManual } from "./manual-figure.rules";
import type { ManualValue } from "./manual-value.entity";

/** Whose figure it is. */
export interface ManualPlace {
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly period: Pick<Period, "kind" | "from">;
  readonly kpi: KpiInUse;
}

/** Manual values in force, to be laid over what was measured. */
export class ManualBook {
  private readonly byPlace: ReadonlyMap<string, ManualValue>;
  private readonly periods: ReadonlySet<string>;
  /** Nearly all subjects have none: they are told apart before anything is compared. */
  private readonly subjects: ReadonlySet<string>;

  constructor(values: readonly ManualValue[]) {
    this.byPlace = new Map(values.map((one) => [keyOf(placeOf(one)), one]));
    this.subjects = new Set(values.map((one) => one.subjectId));
    this.periods = new Set(values.map((one) => `${one.periodKind}/${one.periodFrom}`));
  }

  valueOf(place: ManualPlace): ManualValue | undefined {
    return this.subjects.has(place.subject.id) ? this.byPlace.get(keyOf(place)) : undefined;
  }

  hasAnyIn({ kind, from }: Pick<Period, "kind" | "from">): boolean {
    return this.periods.has(`${kind}/${from}`);
  }

  /** The same for a figure alone, with the mark of whoever entered it. */
  figureOver(place: ManualPlace, measured: MeasuredFigure): MeasuredFigure & { readonly manual: ManualMark | null } {
    const value = this.valueOf(place);
    if (!value) return { ...measured, manual: null };
    return { ...figureOfManual(value), manual: markOf(value, measured) };
  }

  /** The item's figure with the manual value in its place, where there is one; what was measured stands beside it. */
  laidOver(place: ManualPlace, measured: ItemFigure): ItemFigure {
    const value = this.valueOf(place);
    return value ? overlaid(value, measured) : measured;
  }
}

/** A manual value is of the whole period: days have no part in it, and nothing is carried over. */
const overlaid = (value: ManualValue, { kpiVersion, figure }: ItemFigure): ItemFigure => ({
  ...{ kpiVersion, days: null, before: null },
  figure: figureOfManual(value),
  manual: markOf(value, figure),
});

export const markOf = (value: ManualValue, measured: MeasuredFigure): ManualMark => ({
  ...{ id: value.id, author: value.authorName, reason: value.reason, attachment: value.attachment },
  enteredAt: value.recordedAt.toISOString(),
  measured,
});

export const placeOf = (value: ManualValue): ManualPlace => ({
  subject: { kind: value.subjectKind, id: value.subjectId },
  period: { kind: value.periodKind, from: value.periodFrom },
  kpi: value,
});

const keyOf = ({ subject, period, kpi }: ManualPlace): string =>
  `${subject.kind}/${subject.id}/${period.kind}/${period.from}/${itemKey(kpi)}`;
