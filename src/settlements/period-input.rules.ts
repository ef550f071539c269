import type { KpiDefinition } from "../kpis/kpi-definition";
import type { MeasuredFigure } from "../kpis/figure.rules";
import type { ObjectiveResult } from "../scorecards/objective-result.entity";
import type { Period } from "../shared/period";
import type { IncidentInPeriod, ObjectiveInPeriod, PeriodInput, ReportError } from "./engine/period-input";

/** A result with what its objective is called; id and version are null where nothing was saved. */
export type ResultForMoney = Pick<
  ObjectiveResult,
  "objectiveId" | "outcome" | "item" | "aims" | "unadjusted" | "exclusions"
> & {
  readonly code: string;
  readonly name: string;
  readonly clause: string;
  readonly kpi: Pick<KpiDefinition, "code" | "unit" | "direction" | "precision">;
  readonly saved: { readonly id: string; readonly version: number } | null;
};

export interface MoneyOfPeriod {
  readonly period: Period;
  /** ISO 4217; the contract's. */
  readonly currency: string;
  /** Minor units; what was charged, or the fee of the terms. */
  readonly fee: string;
  readonly results: readonly ResultForMoney[];
  readonly incidents?: readonly IncidentInPeriod[];
  readonly reportErrors?: readonly ReportError[];
}

/** All that the money of a period follows from; objectives by code, so that the order of reading changes nothing. */
export const periodInput = ({
  period,
  currency,
  fee,
  results,
  incidents = [],
  reportErrors = [],
}: MoneyOfPeriod): PeriodInput => ({
  ...{ period, currency, fee, incidents, reportErrors },
  objectives: [...results].sort((a, b) => (a.code < b.code ? -1 : 1)).map(objectiveInPeriod),
});

const objectiveInPeriod = ({ item, exclusions, saved, ...result }: ResultForMoney): ObjectiveInPeriod => ({
  ...{ objectiveId: result.objectiveId, code: result.code, name: result.name, clause: result.clause },
  ...{
    kpi: result.kpi,
    aims: result.aims,
    figure: figureOf(item),
    unadjusted: result.unadjusted,
    outcome: result.outcome,
  },
  exclusions: exclusions.map(({ code, reason }) => ({ code, reason })),
  result: saved,
});

const figureOf = ({ numerator, denominator, sample, value, status }: MeasuredFigure): MeasuredFigure => ({
  ...{ numerator, denominator, sample, value, status },
});
