import type { RawMoneyTerms } from "../../objectives/clauses/settlement-terms.schema";
import type { PromisedObjective } from "../../objectives/clauses/promised-objective";
import { readSettlementTerms } from "../../objectives/clauses/read-settlement-terms";
import type { SettlementTerms } from "../../objectives/clauses/settlement-terms";
import type { Aims } from "../../objectives/objective-terms";
import { judgement } from "../../scorecards/objective-outcome.rules";
import { day } from "../../shared/day";
import { periodContaining, shiftPeriod, type PeriodKind } from "../../shared/period";
import type { ObjectiveInPeriod, PeriodInput } from "../engine/period-input";
import { settleSeries } from "../engine/settle-period.rules";
import type { SettledPeriod } from "../engine/settled-period";
import type { WhatIfEvents } from "./what-if-events.type";
import { figureOf, type ImaginedObjective } from "./what-if-objective.rules";

/** An objective and what it comes to in one period after the other. */
export interface ImaginedSeries extends Pick<ImaginedObjective, "kpi"> {
  readonly code: string;
  readonly aims: Aims;
  readonly figures: readonly Omit<ImaginedObjective, "kpi" | "aims">[];
}

/** Terms as people write them, and what came under them. */
interface ImaginedContract {
  readonly terms: RawMoneyTerms;
  readonly currency: string;
  readonly objectives: readonly ImaginedSeries[];
  /** What went wrong beside the figures. */
  readonly events?: WhatIfEvents;
}

/** What each period would come to in money, settled as the engine settles real ones; the first has none before it. */
export function settledMonths(contract: ImaginedContract): SettledPeriod[] {
  const { currency, objectives } = contract;
  const kind = contract.terms.settledBy ?? "month";
  const terms = readSettlementTerms(contract.terms, { currency, objectives: objectives.map(promised(kind)) });
  const count = Math.max(1, ...objectives.map(({ figures }) => figures.length));
  const inputs = Array.from({ length: count }, (_, index) => inputOf(contract, terms, index));
  return settleSeries(() => terms, inputs);
}

const KPI = { code: "WHAT_IF", precision: 1 };

const promised =
  (measuredBy: PeriodKind) =>
  ({ code, kpi, aims, figures }: ImaginedSeries): PromisedObjective => {
    const isOfEvents = figures.every(({ denominator }) => denominator !== null);
    const isCounted = kpi.unit === "count" && kpi.direction === "minimise";
    const counts = kpi.unit === "share" && isOfEvents ? "shares" : isCounted ? "misses" : "none";
    return { code, kpi: { code: KPI.code, ...kpi }, aims, measuredBy, counts };
  };

/** No calendar year matters, except that a year of the contract begins with the first period. */
const FIRST_DAY = day("2001-01-01");

function inputOf(
  { currency, objectives, events }: ImaginedContract,
  terms: SettlementTerms,
  index: number,
): PeriodInput {
  return {
    period: shiftPeriod(periodContaining(terms.settledBy, FIRST_DAY), index),
    ...{ currency, fee: terms.fee, ...eventsOf(events, index + 1) },
    objectives: objectives.flatMap((one) => (one.figures[index] ? [inPeriod(one, index)] : [])),
  };
}

function eventsOf(events: WhatIfEvents | undefined, number: number): Pick<PeriodInput, "incidents" | "reportErrors"> {
  const within = <T extends { period: number }>(all: readonly T[] = []): T[] =>
    all.filter(({ period }) => period === number);
  return {
    incidents: within(events?.incidents).map(({ code, objectives, chosen = null }) => ({ code, objectives, chosen })),
    reportErrors: within(events?.reportErrors).map(({ daysToCorrection }, index) => ({
      ...{ reference: String(index + 1), daysToCorrection },
    })),
  };
}

function inPeriod({ code, kpi, aims, figures }: ImaginedSeries, index: number): ObjectiveInPeriod {
  const figure = figureOf(figures[index]!);
  const { outcome } = judgement(figure, { kpi, aims }, { isOver: true });
  return {
    ...{ objectiveId: code, code, name: code, clause: "", kpi: { ...KPI, ...kpi }, aims, figure, outcome },
    ...{ unadjusted: null, exclusions: [], result: null },
  };
}
