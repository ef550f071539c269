import type { DayRange } from "../shared/date-range";
import { daysBetween, earlierOf, laterOf, type Day } from "../shared/day";
import { commonDays, type Source } from "./source.rules";
import type { Subject } from "./subject.rules";

/** A source with the number of the account it is booked to. */
export interface AccountSource extends Source {
  readonly account: number;
}

/** Days of an item, and what counts on them where that is not everything of its subject. */
export interface ItemDays extends DayRange {
  readonly sources?: readonly Source[];
}

interface Account {
  readonly days: DayRange;
  readonly sources: readonly Source[];
}

/** The days `[from, until)` of a period that count for an account, all of them behind us or today. */
export interface Window {
  readonly from: Day;
  readonly until: Day;
  readonly days: number;
}

/** Numbers for "this subject on these days", so that items with the same days share their sums. */
export class Accounts {
  private readonly numbers = new Map<string, number>();
  /** Those asked for before: each item of a subject is, several times. */
  private readonly asked = new WeakMap<Subject, Map<ItemDays, number | null>>();
  private readonly accounts: Account[] = [];
  readonly sources: AccountSource[] = [];

  /** `bounds`: the days that anybody looks at; ranges that differ only outside them are the same. */
  constructor(private readonly bounds: { readonly from: Day; readonly until: Day }) {}

  /** The account's number; null when the days lie outside. */
  numberOf(subject: Subject, days: ItemDays): number | null {
    const ofSubject = this.asked.get(subject) ?? new Map<ItemDays, number | null>();
    this.asked.set(subject, ofSubject);
    const known = ofSubject.get(days);
    if (known !== undefined) return known;
    const found = this.find(subject, days);
    ofSubject.set(days, found);
    return found;
  }

  private find(subject: Subject, days: ItemDays): number | null {
    const seen = commonDays(days, this.bounds);
    if (!seen) return null;
    const apart = days.sources ? JSON.stringify(days.sources) : "";
    const key = `${subject.kind}/${subject.id}/${laterOf(seen.from, this.bounds.from)}/${seen.until}/${apart}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const account = this.numbers.size;
    this.numbers.set(key, account);
    const sources = days.sources ?? subject.sources;
    this.accounts.push({ days: seen, sources });
    for (const source of sources) {
      const counted = commonDays(source.days, seen);
      if (counted) this.sources.push({ ...source, days: counted, account });
    }
    return account;
  }

  /** The part of a period that lies within an account's days. */
  windowOf(account: number, period: { readonly from: Day; readonly until: Day }): Window | null {
    const days = commonDays(this.accounts[account]?.days ?? period, period);
    if (days?.until == null) return null;
    return { from: days.from, until: days.until, days: daysBetween(days.from, days.until) };
  }

  /**
   * Sources of these accounts from the very first fact on: a level is what came in less what went out ever since, also
   * before its KPI was in use.
   */
  sourcesOfLevels(accounts: ReadonlySet<number>): AccountSource[] {
    return [...accounts].flatMap((account) => {
      const known = this.accounts[account];
      if (!known) return [];
      const { until } = known.days;
      return known.sources.flatMap((source) => {
        const end = source.days.until && until ? earlierOf(source.days.until, until) : (source.days.until ?? until);
        return end !== null && end <= source.days.from
          ? []
          : [{ ...source, days: { from: source.days.from, until: end }, account }];
      });
    });
  }

  sourcesOf(accounts: ReadonlySet<number>): AccountSource[] {
    return this.sources.filter(({ account }) => accounts.has(account));
  }
}

/** Stands for everybody, with and without a person, where a source names nobody. */
export const EVERYBODY = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** As JSON for `jsonb_to_recordset`. Days of accounts always end. */
export const flatSources = (sources: readonly AccountSource[]): string =>
  JSON.stringify(
    sources.map(({ account, serviceId, personId, days }) => ({
      ...{ account, service_id: serviceId, person_id: personId ?? EVERYBODY, everybody: personId === null },
      ...{ from: days.from, until: days.until },
    })),
  );
