import type { Exclusion } from "../../contracts/exclusions/exclusion.entity";
import type { KpiInUse } from "../../kpis/kpi-definition";
import type { CountedFact } from "../../measures/fact.queries";
import { addDays, day, daysBetween } from "../../shared/day";
import { newId } from "../../shared/ids";
import type { WantedSpan } from "../span-figures";
import type { Source } from "../source.rules";
import type { AdjustedAsk } from "./adjusted-ask";
import { anAsk, approved, randomTimes, spanOf, type Ground, type OpenTimes } from "./recount.builder";

/** What an objective says of that which counts, with the exclusions that name it. */
interface Promised {
  readonly objectiveId: string;
  readonly calendar: OpenTimes | null;
  readonly exclusionsAllowed: AdjustedAsk["version"]["exclusionsAllowed"];
}

export interface Mixed {
  readonly ask: AdjustedAsk & WantedSpan;
  readonly sources: readonly Source[];
  readonly calendar: OpenTimes | null;
  /** Those in force for it, wherever they lie. */
  readonly exclusions: readonly Exclusion[];
}

export interface Mixture {
  readonly exclusions: readonly Exclusion[];
  readonly all: readonly Mixed[];
}

const REACH = spanOf("2026-03-12", "2026-04-16");
const KINDS = ["force_majeure", "planned_outage"] as const;
/** Of days, subject and promise: sums are shared among asks of one only. */
const COMBINED = 16;

/**
 * Asks that share nothing but the call: each its own days, services, people, calendar and exclusions. Some go by
 * no calendar, some by one of those given; some have no exclusions at all.
 */
export function mixtureOf(
  random: () => number,
  ground: Ground,
  kpis: readonly KpiInUse[],
  calendars: readonly OpenTimes[],
): Mixture {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const promises = Array.from({ length: 6 }, (): Promised => ({
    objectiveId: newId(),
    calendar: random() < 0.5 ? null : pick(calendars),
    exclusionsAllowed: pick([null, null, [KINDS[0]], []]),
  }));
  const exclusions = Array.from({ length: 12 }, () => ({
    ...approved(ground, randomTimes(random, ground, REACH), newId()),
    kind: pick(KINDS),
    objectiveIds: promises.map(({ objectiveId }) => objectiveId).filter((_, at) => at === 0 || random() < 0.4),
  }));
  const combined = Array.from({ length: COMBINED }, () => {
    const subject = { id: newId(), sources: randomSources(random, ground) };
    return { subject, span: randomSpan(random), ...pick(promises) };
  });
  const mixed = (kpi: KpiInUse): Mixed => {
    const { subject, span, calendar, ...promise } = pick(combined);
    const version = { ...promise, calendarId: calendar?.calendarId ?? null, sources: subject.sources };
    const isFor = ({ kind, objectiveIds }: Exclusion): boolean =>
      objectiveIds.includes(promise.objectiveId) && (promise.exclusionsAllowed?.includes(kind) ?? true);
    return {
      ask: anAsk({ ...ground, contractId: subject.id }, kpi, span, version),
      ...{ sources: subject.sources, calendar, exclusions: exclusions.filter(isFor) },
    };
  };
  return { exclusions, all: kpis.flatMap((kpi) => [mixed(kpi), mixed(kpi)]) };
}

function randomSpan(random: () => number): AdjustedAsk["span"] {
  const from = addDays(day("2026-03-16"), Math.floor(random() * 26));
  return { from, until: addDays(from, 1 + Math.floor(random() * random() * 30)) };
}

/** Of one service or both, of everybody or of one person, from some day on. */
function randomSources(random: () => number, { services, people }: Ground): Source[] {
  const named = services.filter((_, at) => at === (random() < 0.5 ? 0 : 1));
  const from = random() < 0.3 ? addDays(day("2026-03-16"), Math.floor(random() * 15)) : day("2020-01-01");
  const personId = random() < 0.3 ? people[Math.floor(random() * people.length)]! : null;
  return (named.length === 0 ? services : named).map(({ id }) => ({
    ...{ serviceId: id, personId },
    days: { from, until: random() < 0.2 ? addDays(from, 1 + daysBetween(from, day("2026-04-05"))) : null },
  }));
}

/** Whether a fact counts at all in what is asked for, before anything goes. */
export const countsFor = (
  { ask: { span }, sources }: Mixed,
  fact: Pick<CountedFact, "serviceId" | "personId" | "day">,
): boolean =>
  fact.day >= span.from &&
  fact.day < span.until &&
  sources.some(
    ({ serviceId, personId, days }) =>
      serviceId === fact.serviceId &&
      (personId === null || personId === fact.personId) &&
      fact.day >= days.from &&
      (days.until === null || fact.day < days.until),
  );
