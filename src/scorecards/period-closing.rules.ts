import type { KpiInUse } from "../kpis/kpi-definition";
import { formulaOf } from "../kpis/kpi-formula.rules";
import { resolveKpiOn } from "../kpis/kpi-in-use.rules";
import { watermarkOf } from "../facts/feed-state.rules";
import type { ExpectedFeed } from "../facts/feed.queries";
import type { Slots } from "../measures/slots.rules";
import { addDays, type Day } from "../shared/day";
import type { Period } from "../shared/period";
import type { Stream } from "../shared/stream";
import { dataReach } from "./data-watermark.rules";
import type { CatalogueState } from "./catalogue-state.queries";
import type { ContractDefinitions } from "./definitions.queries";
import { inForce, usesInForce } from "./kpi-choice.rules";
import { kpiOfAssignment } from "./scorecard-plan.rules";
import { subjectsOf } from "./subject.rules";

/** What figures of a period followed from besides dated definitions, which know themselves when they were believed. */
export interface ClosingDefinitions {
  readonly contract: ContractTerms;
  /** Of all services whose facts count for somebody. */
  readonly serviceIds: readonly string[];
  readonly scopeByRole: Readonly<Record<string, string>>;
  readonly calendars: readonly { readonly id: string; readonly version: number }[];
  /** Versions of the KPIs in use, promised or assigned. */
  readonly kpis: Readonly<Record<string, number>>;
  /** How many measures each stream had. */
  readonly slots: Readonly<Record<string, number>>;
}

export interface ContractTerms {
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly timeZone: string;
  readonly graceDays: number;
  readonly calendarId: string;
  readonly currency: string;
}

/** How far the data reached when a period was closed. */
export interface ClosingWatermark {
  /** ISO instant. */
  readonly through: string | null;
  readonly isDeclared: boolean;
  readonly coversPeriod: boolean;
  readonly feeds: readonly FeedMark[];
}

export interface FeedMark {
  readonly stream: Stream;
  readonly source: string;
  readonly through: string | null;
  readonly isDeclared: boolean;
}

export function closingDefinitions(
  definitions: ContractDefinitions,
  { slots, versionByKpi }: CatalogueState,
  period: Period,
): ClosingDefinitions {
  const { startsOn, endsOn, timeZone, graceDays, calendarId, currency } = definitions.contract;
  const codes = [...new Set(kpisOf(definitions, period).map(({ kpiCode }) => kpiCode))].sort();
  return {
    contract: { startsOn, endsOn, timeZone, graceDays, calendarId, currency },
    serviceIds: servicesRead(definitions),
    scopeByRole: Object.fromEntries([...definitions.scopeByRole].sort()),
    calendars: calendarsInForce(definitions, period),
    kpis: Object.fromEntries(codes.map((code) => [code, versionByKpi.get(code) ?? 1])),
    slots: slotCounts(slots),
  };
}

/** Services whose facts count for anybody under the contract. */
export const servicesRead = (definitions: ContractDefinitions): string[] =>
  [
    ...new Set([
      ...definitions.services.map(({ id }) => id),
      ...subjectsOf(definitions).flatMap((one) => one.serviceIds),
    ]),
  ].sort();

function slotCounts(slots: Slots): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [key, slot] of slots) {
    const stream = key.slice(0, key.indexOf("/"));
    counts[stream] = Math.max(slot, counts[stream] ?? 0);
  }
  return counts;
}

/** The versions of calendars of a contract and its services in force on some day of a period. */
export function calendarsInForce({ contract, services, calendars }: ContractDefinitions, { from, until }: Period) {
  const ids = new Set([contract.calendarId, ...services.map((one) => one.calendarId)]);
  return calendars
    .filter((one) => ids.has(one.calendarId) && one.validFrom < until && (one.validUntil ?? until) > from)
    .map(({ calendarId: id, version }) => ({ id, version }))
    .sort((a, b) => a.id.localeCompare(b.id) || a.version - b.version);
}

/** KPIs in use, promised or assigned on the last day of a period. */
function kpisOf({ uses, objectiveVersions, assignments }: ContractDefinitions, { until }: Period): KpiInUse[] {
  const on = addDays(until, -1);
  return [
    ...[...inForce(uses, on), ...inForce(objectiveVersions, on)].map((one) => resolveKpiOn(one, on)),
    ...inForce(assignments, on).map((one) => kpiOfAssignment(one, usesInForce(uses, one.serviceId, on), on)),
  ];
}

/** The watermark of a contract's period, with the feeds behind it. */
export function closingWatermark(
  feeds: readonly ExpectedFeed[],
  { definitions, period }: { definitions: ContractDefinitions; period: Period },
): ClosingWatermark {
  const streams = [...new Set(kpisOf(definitions, period).flatMap((kpi) => formulaOf(kpi).streams))];
  const { timeZone } = definitions.contract;
  const found = dataReach(feeds, { streams, serviceId: null, until: period.until, timeZone });
  const { through, isDeclared, coversPeriod } = found;
  return { through: through?.toISOString() ?? null, isDeclared, coversPeriod, feeds: found.feeds.map(markOf) };
}

function markOf(feed: ExpectedFeed): FeedMark {
  const mark = watermarkOf(feed, feed.expectation?.declares);
  const { stream, source } = feed;
  return { stream, source, through: mark?.at.toISOString() ?? null, isDeclared: mark?.isDeclared ?? false };
}
