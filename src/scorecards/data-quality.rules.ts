import type { CalendarVersion } from "../contracts/calendar-version.entity";
import { isOpenOn } from "../contracts/calendar.rules";
import { contains } from "../shared/date-range";
import { addDays, dayOf, earlierOf, laterOf, type Day } from "../shared/day";
import type { DataQuality } from "./scorecard.entity";

/** What is known about the feeds of a contract: which services are open when, what came, what was refused. */
export interface FeedRecord {
  readonly term: { readonly from: Day; readonly until: Day | null };
  readonly calendars: readonly CalendarVersion[];
  /** The calendar that each service keeps. */
  readonly calendarOfService: ReadonlyMap<string, string>;
  readonly daysWithData: ReadonlyMap<string, ReadonlySet<Day>>;
  /** Services of other contracts: what comes there does not say that days of this one are behind us. */
  readonly elsewhere?: ReadonlySet<string>;
  readonly rejectedOn: ReadonlyMap<Day, number>;
}

export interface Days {
  readonly from: Day;
  readonly until: Day;
}

/** The data quality of periods, each period and set of services looked at once. */
export class QualityBook {
  private readonly known = new Map<string, DataQuality>();
  private readonly missing = new Map<string, boolean>();
  private readonly today: Day;
  private readonly daysWithFacts: readonly Day[];

  constructor(
    private readonly feeds: FeedRecord,
    now: { readonly at: Date; readonly zone: string },
  ) {
    this.today = dayOf(now.at, now.zone);
    const own = [...feeds.daysWithData].filter(([serviceId]) => !feeds.elsewhere?.has(serviceId));
    this.daysWithFacts = [...new Set(own.flatMap(([, days]) => [...days]))].sort();
  }

  isOver = (period: Days): boolean => this.today >= period.until;

  /**
   * Days looked at, days on which one of the services was open but sent nothing, and rows refused on those days (of the
   * whole client: a refused row often has no readable service).
   */
  of(period: Days, serviceIds: readonly string[]): DataQuality {
    const key = `${period.from}/${period.until}/${serviceIds.join()}`;
    const known = this.known.get(key);
    if (known) return known;
    const days = daysLookedAt(period, this.feeds.term, { today: this.today, lastFacts: this.lastDayWithFacts(period) });
    const all = eachDay(days);
    const made = {
      days: all.length,
      daysWithoutData: all.filter((on) => serviceIds.some((serviceId) => this.isMissing(serviceId, on))).length,
      rowsRejected: all.reduce((sum, on) => sum + (this.feeds.rejectedOn.get(on) ?? 0), 0),
    };
    this.known.set(key, made);
    return made;
  }

  private isMissing(serviceId: string, on: Day): boolean {
    const key = `${serviceId}/${on}`;
    const known = this.missing.get(key) ?? isMissing(serviceId, on, this.feeds);
    this.missing.set(key, known);
    return known;
  }

  private lastDayWithFacts({ from, until }: Days): Day | null {
    const last = this.daysWithFacts.findLast((day) => day < until);
    return last !== undefined && last >= from ? last : null;
  }
}

/**
 * The days of a period within the term of the contract that lie behind us: until yesterday, or until the last day with
 * facts where that is later.
 * | period  | today      | last facts | days looked at |
 * | March   | 2026-04-02 | 2026-03-28 | 31             |
 * | March   | 2026-03-15 | 2026-03-14 | 14             |
 * | March   | 2026-03-15 | 2026-03-15 | 15             |
 */
export function daysLookedAt(
  period: Days,
  term: FeedRecord["term"],
  reached: { readonly today: Day; readonly lastFacts: Day | null },
): Days {
  const known = reached.lastFacts ? laterOf(reached.today, addDays(reached.lastFacts, 1)) : reached.today;
  const end = earlierOf(period.until, term.until ? earlierOf(term.until, known) : known);
  const from = laterOf(period.from, term.from);
  return { from, until: laterOf(from, end) };
}

/** Whether a service was open on a day but sent nothing. */
export const isMissing = (serviceId: string, on: Day, feeds: FeedRecord): boolean =>
  !feeds.daysWithData.get(serviceId)?.has(on) && isOpen(serviceId, on, feeds);

/** Whether a service is open on a day; closed where no calendar is in force. */
export const isOpen = (serviceId: string, on: Day, { calendars, calendarOfService }: FeedRecord): boolean =>
  calendars.some(
    (one) =>
      one.calendarId === calendarOfService.get(serviceId) &&
      contains({ from: one.validFrom, until: one.validUntil }, on) &&
      isOpenOn(one, on),
  );

function eachDay({ from, until }: Days): Day[] {
  const all: Day[] = [];
  for (let on = from; on < until; on = addDays(on, 1)) all.push(on);
  return all;
}
