import type { MeasuredFigure } from "../../kpis/figure.rules";
import type { Tx } from "../../platform/database";
import type { Period } from "../../shared/period";
import type { AdjustedAsk, AdjustedSetting } from "../adjusted/adjusted-ask";
import { loadAdjusted, type AdjustedBook } from "../adjusted/adjusted-book";
import { AssessmentBook, loadAssessmentBook } from "../assessment-book";
import type { PlannedObjective, PlannedStretch } from "../planned-item";
import { NOTHING } from "../figure-item.rules";
import { SpanFigures, type WantedSpan } from "../span-figures";
import type { StretchReading } from "./objective-material";
import { isMeasured, isOfPeriod } from "./planned-objective.rules";

export interface ObjectivesOfPeriod {
  readonly period: Period;
  readonly objectives: readonly PlannedObjective[];
}

/**
 * Figures of objectives. One that is judged by the days of its period and by one version has the figure of the period,
 * which is known already; others are measured here, by one more figure book for all of them, and none when there are none.
 */
export class ObjectiveFigures {
  private constructor(
    private readonly spans: SpanFigures,
    private readonly adjusted: AdjustedBook,
    private readonly assessments: AssessmentBook,
  ) {}

  static async load(tx: Tx, setting: AdjustedSetting, plans: readonly ObjectivesOfPeriod[]): Promise<ObjectiveFigures> {
    const measured = plans.flatMap(({ period, objectives }) =>
      objectives.filter(isMeasured).map((objective) => ({ period, objective })),
    );
    const apart = measured.filter(({ period, objective }) => !isOfPeriod(objective, period));
    const asks = measured.flatMap(({ objective }) => objective.stretches.map((one) => askOf(objective, one)));
    const wanted = apart.flatMap(({ objective }) => objective.stretches.map((one) => spanOf(objective, one)));
    return new ObjectiveFigures(
      await SpanFigures.load(tx, setting, wanted),
      await loadAdjusted(tx, setting, asks),
      await assessmentsOf(tx, setting, plans),
    );
  }

  hasAssessmentsIn = (period: Period): boolean => this.assessments.hasAnyIn(period);

  /** What people said of a promise that is not a number. */
  assessed({ inForce, stretches }: PlannedObjective, { until }: Period): MeasuredFigure {
    const { objective, version } = inForce;
    const { from } = stretches[0]!;
    return this.assessments.figureOf(objective.id, { from, until }, version.minSample) ?? NOTHING;
  }

  /** `ofPeriod`: the figure of the whole period, where that is what is judged. */
  readingOf(objective: PlannedObjective, stretch: PlannedStretch, ofPeriod: MeasuredFigure | null): StretchReading {
    const adjusted = this.adjusted.of(askOf(objective, stretch));
    if (adjusted) return adjusted;
    const figure = ofPeriod ?? this.spans.figure(spanOf(objective, stretch), stretch.item.minSample);
    return { figure, unadjusted: null, exclusions: [], adjustedTarget: null };
  }
}

async function assessmentsOf(
  tx: Tx,
  { clientId, contractId }: AdjustedSetting,
  plans: readonly ObjectivesOfPeriod[],
): Promise<AssessmentBook> {
  const assessed = plans.filter(({ objectives }) =>
    objectives.some(({ inForce }) => inForce.objective.kind === "qualitative"),
  );
  if (assessed.length === 0) return new AssessmentBook([]);
  return loadAssessmentBook(tx, { clientId, contractId, periods: assessed.map(({ period }) => period) });
}

const spanOf = ({ subject }: PlannedObjective, { item, from, until }: PlannedStretch): WantedSpan => ({
  ...{ subject, item },
  span: { from, until },
});

const askOf = (objective: PlannedObjective, stretch: PlannedStretch): AdjustedAsk => ({
  ...spanOf(objective, stretch),
  version: stretch.inForce.version,
});
