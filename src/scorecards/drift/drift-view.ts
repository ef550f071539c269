import { describePeriod, type PeriodType } from "../../platform/graphql/period.type";
import { periodOf, type ContractClock } from "../scorecard-view";
import type { Drift } from "./drift.entity";
import type { FigureDifference } from "./result-difference";
import { differenceView, standingView, type FigureDifferenceView } from "./standing-view";
import type { ResultStandingType } from "./standing.type";

export type DriftRead = Drift & ContractClock;

/** Drift of one figure, as the API shows it. */
export interface FigureDriftView extends FigureDifferenceView {
  readonly noticedAt: Date;
  readonly row: DriftRead;
  readonly difference: FigureDifference;
  readonly period: PeriodType;
}

/** Drift of a scorecard or objective result, as the API shows it. */
export interface ResultDriftView {
  readonly row: DriftRead;
  readonly period: PeriodType;
  readonly from: ResultStandingType | null;
  readonly to: ResultStandingType | null;
  readonly figures: readonly FigureDriftView[];
  readonly noticedAt: Date;
}

export function driftView(row: DriftRead, now: Date): ResultDriftView {
  const period = describePeriod(periodOf(row), row, now);
  const { noticedAt, difference } = row;
  return {
    ...{ row, period, noticedAt },
    from: standingView(difference.from),
    to: standingView(difference.to),
    figures: difference.figures.map((one) => ({
      ...differenceView(one, row.currency),
      ...{ noticedAt, row, difference: one, period },
    })),
  };
}
