import { Decimal } from "../shared/decimal";

export interface Placed {
  readonly id: string;
  readonly service: string;
  readonly zone: string;
  /** `''`: none. */
  readonly channel: string;
}

export interface Timed extends Placed {
  readonly start: number;
  readonly end: number;
}

export interface PlainWork extends Timed {
  readonly scheduled: number | null;
  readonly paid: number | null;
  readonly logged: number | null;
  readonly available: number | null;
  readonly handling: number | null;
  readonly contacts: number | null;
  readonly adherent: number | null;
  readonly attended: number | null;
  readonly aux: readonly { state: string; seconds: number; paid: boolean; productive: boolean }[] | null;
}

export interface PlainForecast extends Timed {
  readonly publishedAt: number;
  readonly isLocked: boolean;
  /** Hundredths. */
  readonly volume: number | null;
  readonly required: number | null;
}

export interface PlainVolume extends Timed {
  readonly offered: number | null;
  readonly handled: number | null;
  readonly abandoned: number | null;
}

export interface PlainCall extends Placed {
  readonly offeredAt: number;
  readonly isAnswered: boolean;
  readonly talk: number;
}

export interface PlainHeadcount extends Placed {
  readonly day: string;
  readonly population: "staff" | "customers";
  readonly group: string;
  /** Hundredths. */
  readonly headcount: number;
  readonly required: number | null;
  readonly voluntary: number | null;
  readonly involuntary: number | null;
  readonly leavers: number | null;
}

export interface PlainWorkforce {
  readonly work: readonly PlainWork[];
  readonly forecasts: readonly PlainForecast[];
  readonly volumes: readonly PlainVolume[];
  readonly calls: readonly PlainCall[];
  readonly headcounts: readonly PlainHeadcount[];
}

/** Days `[from, until)`. */
export interface PlainSpan {
  readonly from: string;
  readonly until: string;
}

export type Sides = readonly [numerator: Decimal | null, denominator: Decimal | null];
export const N = (value: number): Decimal => new Decimal(value);
export const total = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0);
export const onDays =
  ({ from, until }: PlainSpan) =>
  (day: string): boolean =>
    day >= from && day < until;

/** Contacts offered; where that is not said, those handled and abandoned. */
export const offeredIn = (one: PlainVolume): number => one.offered ?? (one.handled ?? 0) + (one.abandoned ?? 0);
