import type { KpiDefinition } from "../../kpis/kpi-definition";
import { requireKpi, resolveKpiOn } from "../../kpis/kpi-in-use.rules";
import type { Aims } from "../../objectives/objective-terms";
import type { Tx } from "../../platform/database";
import { loadCatalogueState } from "../../scorecards/catalogue-state.queries";
import { loadDefinitions, type ContractDefinitions } from "../../scorecards/definitions.queries";
import { FormulaBook } from "../../scorecards/formula-book.rules";
import { aimsOf } from "../../scorecards/objectives/planned-objective.rules";
import type { PlannedItem, PlannedObjective } from "../../scorecards/planned-item";
import { plannedObjectives } from "../../scorecards/objectives/objective-plan.rules";
import { SpanFigures, type WantedSpan } from "../../scorecards/span-figures";
import { subjectsOf, type Subject } from "../../scorecards/subject.rules";
import { addDays, dayOf, laterOf, type Day } from "../../shared/day";
import { daysOf, type Period } from "../../shared/period";
import { forecastOfRest, type ForecastDay } from "./forecast-rest.queries";
import type { SeenFigure } from "./seen-days.rules";

export interface OutlookAsk {
  readonly clientId: string;
  readonly contractId: string;
  /** Open: it contains today. */
  readonly period: Period;
  readonly now: Date;
}

/** What tells of the rest of a period for one objective. */
export interface RestOfObjective {
  readonly objectiveId: string;
  readonly code: string;
  readonly serviceId: string | null;
  readonly aims: Aims;
  readonly kpi: KpiDefinition;
  readonly hasDenominator: boolean;
  readonly minSample: number;
  readonly today: Day;
  /** Today and the days after it. */
  readonly days: readonly Day[];
  /** Figures of each of the last 56 days, and of today so far. */
  readonly seen: readonly SeenFigure[];
  readonly soFarToday: SeenFigure;
  readonly forecast: ReadonlyMap<Day, string>;
  readonly offered: number;
}

/** Weeks of which weekdays are compared. */
const DAYS_BACK = 56;

/**
 * What tells of the rest of an open period, of every objective whose sums of days add up: not of percentiles, shares of
 * people, levels, judgements of people and what is put together from others. As many statements for one objective as for
 * many.
 */
export async function loadRests(tx: Tx, ask: OutlookAsk): Promise<RestOfObjective[]> {
  const { clientId, period, now } = ask;
  const definitions = await loadDefinitions(tx, ask);
  const { slots, versionByKpi } = await loadCatalogueState(tx);
  const formulas = new FormulaBook(slots, versionByKpi);
  const today = dayOf(now, definitions.contract.timeZone);
  const subjects = subjectsOf(definitions);
  const planned = plannedObjectives(definitions, subjects, { period }).filter((one) => addsUp(one, formulas));
  const asked = new AskedSpans(today, volumesOf(definitions, subjects, today));
  const figures = await SpanFigures.load(tx, { clientId, formulas, today }, asked.all(planned));
  const days = daysOf(period).filter((day) => day >= today);
  const serviceIds = [...new Set(planned.flatMap(({ subject }) => subject.serviceIds))];
  const span = { from: laterOf(today, period.from), until: period.until };
  const forecasts = planned.length === 0 ? [] : await forecastOfRest(tx, { clientId, serviceIds, now, ...span });
  return planned.map((one) => {
    const { inForce, subject, item } = one;
    const volume = (span: DaySpan): SeenFigure => ({
      day: span.from,
      ...sumsOf(figures.figure({ subject, item: wholeTerm(one), span }, 0)),
    });
    return {
      ...{
        objectiveId: inForce.objective.id,
        code: inForce.objective.code,
        aims: aimsOf(inForce.version),
        serviceId: inForce.objective.serviceId,
        kpi: requireKpi(item.kpi.kpiCode),
      },
      ...{ hasDenominator: formulas.of(item.kpi).formula.formula.denominator !== null, minSample: item.minSample },
      ...{ today, days, seen: asked.days.map(volume), soFarToday: volume(oneDay(today)) },
      ...forecastFor(subject, forecasts, (serviceId) => asked.offered(figures, serviceId)),
    };
  });
}

interface DaySpan {
  readonly from: Day;
  readonly until: Day;
}

const oneDay = (from: Day): DaySpan => ({ from, until: addDays(from, 1) });

function addsUp({ inForce, item }: PlannedObjective, formulas: FormulaBook): boolean {
  const { rollUp, direction } = requireKpi(item.kpi.kpiCode);
  const { dialect, measures } = formulas.of(item.kpi).formula;
  const isOfFacts = inForce.objective.kind === "measured" && (rollUp === "additive" || rollUp === "ratio");
  const isOfDays = dialect.percentile === undefined && dialect.people === undefined;
  return isOfFacts && isOfDays && direction !== "range" && measures.every(({ closing }) => closing === null);
}

/** Days before the objective was in force tell of volumes, too. */
const wholeTerm = ({ subject, item }: PlannedObjective): PlannedItem => ({ ...item, days: subject.days });

const sumsOf = ({ numerator, denominator }: { numerator: string | null; denominator: string | null }) => ({
  numerator: Number(numerator ?? 0),
  denominator: denominator === null ? null : Number(denominator),
});

type OfferedItem = Omit<WantedSpan, "span">;

/** Contacts offered, told one by one or by volumes of intervals, of each service. */
function volumesOf({ services }: ContractDefinitions, subjects: readonly Subject[], on: Day): OfferedItem[] {
  return subjects
    .filter(({ kind, id }) => kind === "service" && services.some((one) => one.id === id))
    .flatMap((subject) =>
      ["CONTACTS", "VOLUMES"].map((dialect) => ({ subject, item: offeredItem(subject, dialect, on) })),
    );
}

const offeredItem = (subject: Subject, dialect: string, on: Day): PlannedItem => ({
  kpi: resolveKpiOn({ kpiCode: "VOLUME_OFFERED", dialect }, on),
  origin: { kind: "use", id: subject.id, version: 1 },
  ...{ minSample: 0, weight: "0", target: null, targetSource: null, baseline: null, gate: null },
  ...{ scheme: { kind: "attainment" }, onMissing: "renormalise", days: subject.days },
});

/** Everything that is asked of the days before. */
class AskedSpans {
  readonly days: readonly DaySpan[];
  private readonly window: DaySpan;

  constructor(
    private readonly today: Day,
    private readonly volumes: readonly OfferedItem[],
  ) {
    this.window = { from: addDays(today, -DAYS_BACK), until: today };
    this.days = Array.from({ length: DAYS_BACK }, (_, index) => oneDay(addDays(this.window.from, index)));
  }

  all(planned: readonly PlannedObjective[]): WantedSpan[] {
    if (planned.length === 0) return [];
    const spans = [...this.days, oneDay(this.today)];
    return [
      ...planned.flatMap((one) => spans.map((span) => ({ subject: one.subject, item: wholeTerm(one), span }))),
      ...this.volumes.map((one) => ({ ...one, span: this.window })),
    ];
  }

  offered(figures: SpanFigures, serviceId: string): number {
    return this.volumes
      .filter(({ subject }) => subject.id === serviceId)
      .reduce((sum, one) => sum + Number(figures.figure({ ...one, span: this.window }, 0).value ?? 0), 0);
  }
}

/** What is forecast for the services of a subject, and what was offered to just those. */
function forecastFor(
  { serviceIds }: Subject,
  forecasts: readonly ForecastDay[],
  offeredTo: (serviceId: string) => number,
): Pick<RestOfObjective, "forecast" | "offered"> {
  const own = forecasts.filter(({ serviceId }) => serviceIds.includes(serviceId));
  const forecast = new Map<Day, string>();
  for (const { day, contacts } of own) forecast.set(day, String(Number(forecast.get(day) ?? 0) + Number(contacts)));
  const offered = [...new Set(own.map(({ serviceId }) => serviceId))].reduce((sum, id) => sum + offeredTo(id), 0);
  return { forecast, offered };
}
