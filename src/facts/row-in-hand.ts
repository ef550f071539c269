import type { Day } from "../shared/day";
import type { ZoneClock } from "./zone-clock";

/** Why a row is rejected; stable, explained in docs/errors.md. */
export type RejectCode =
  | "MISSING_VALUE"
  | "UNKNOWN_VALUE"
  | "NOT_A_DATE"
  | "SKIPPED_LOCAL_TIME"
  | "IN_THE_FUTURE"
  | "OUTSIDE_CONTRACT"
  | "NOT_A_DURATION"
  | "NEGATIVE_DURATION"
  | "NOT_A_RATING"
  | "TEXT_TOO_LONG"
  | "UNKNOWN_PERSON"
  | "UNKNOWN_SERVICE"
  | "UNKNOWN_CHANNEL"
  | "ANSWER_BEFORE_OFFER"
  | "END_BEFORE_ANSWER"
  | "UNKNOWN_ANSWER_TIME"
  | "UNANSWERED_BUT_HANDLED"
  | "NO_ANSWERS"
  | "NOT_A_NUMBER"
  | "OUT_OF_RANGE"
  | "NOT_A_LIST"
  | "CONTRADICTION"
  | "WRONG_ORDER"
  | "WRONG_CURRENCY"
  | "TOO_MANY_FIELDS"
  | "TOO_FEW_FIELDS"
  | "INVALID_ENCODING"
  | "LINE_TOO_LONG"
  | "NUL_CHARACTER"
  | "UNCLOSED_QUOTE"
  | "TEXT_AFTER_QUOTE"
  | "NOT_AN_OBJECT"
  | "NESTED_VALUE";

/** What is wrong with a row: where, what was there, and what to do. */
export interface RowProblem {
  readonly field: string;
  readonly value: string | null;
  readonly code: RejectCode;
  readonly reason: string;
}

/** A row while it is being understood. One object serves all rows of a file, one after the other. */
export class RowInHand {
  cells: readonly string[] = [];
  /** Of the row's service, once that is known: for local times whose zone the profile does not say. */
  clock: ZoneClock | null = null;
  /** Of two instants that a local time may stand for, the first that is not before this one is meant. */
  notBefore = -Infinity;
  /** The day on which the row counts, as far as it could be read. */
  day: Day | null = null;
  /** When it happened, as far as it could be read. */
  at: number | null = null;
  /** Which fact it is, as far as it could be read. */
  externalId: string | null = null;
  /** What lies later is in the future. */
  latest = Infinity;
  private first: RowProblem | null = null;
  private readonly others = new Set<string>();

  take(cells: readonly string[]): void {
    this.cells = cells;
    this.clock = null;
    this.notBefore = -Infinity;
    this.day = null;
    this.at = null;
    this.externalId = null;
    this.first = null;
    if (this.others.size > 0) this.others.clear();
  }

  /** Notes a problem and stands for "no value". The first one is reported; fields of the others are named. */
  fail(problem: RowProblem): null {
    if (!this.first) this.first = problem;
    else if (this.first.field !== problem.field) this.others.add(problem.field);
    return null;
  }

  get isSound(): boolean {
    return this.first === null;
  }

  get problem(): RowProblem | null {
    if (!this.first || this.others.size === 0) return this.first;
    const also = [...this.others].map((field) => `"${field}"`).join(", ");
    return { ...this.first, reason: `${this.first.reason} Wrong in this row as well: ${also}.` };
  }
}

/** A value of the row in hand; null: it has none, or it is wrong and that was noted. */
export type FieldReader<T> = (row: RowInHand) => T | null;

/** Notes that a field which a fact cannot do without has no value. */
export const missing = (row: RowInHand, label: string): null =>
  row.fail({ field: label, value: null, code: "MISSING_VALUE", reason: `"${label}" has no value and must have one.` });

/** A field that a fact cannot do without. */
export const required =
  <T>(label: string, read: FieldReader<T>): FieldReader<T> =>
  (row) =>
    read(row) ?? missing(row, label);
