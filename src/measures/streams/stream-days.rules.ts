import type { Attribution, MeasureInUse } from "../../kpis/measure-definition";
import type { Parameters } from "../../kpis/kpi-definition";
import type { FactPlace } from "../fact-place";

/** What each slot of a stream holds; null: nothing any more. */
export type Content = readonly (MeasureInUse | null)[];

/** On which days the facts of a stream count, and where they are found. */
export interface StreamDays {
  /** For recomputing: where facts that count on touched days are found. */
  readonly places: (content: Content) => readonly FactPlace[];
  /** SQL of `service_id, day` of every day on which a fact of client $1 counts. */
  readonly allDays: string;
  /** For the facts behind a figure. */
  readonly counting: (attribution: Attribution, parameters: Parameters) => CountingFacts;
  /**
   * SQL of `service_id, day` of days of this stream that follow when days of others (or its own) are touched; over the
   * relation `claimed` (stream, service_id, day), for client $1.
   */
  readonly follows?: string;
}

/** Facts that count by one attribution, as a relation `c`, to be narrowed by client and service. */
export interface CountingFacts {
  /** SQL of the relation, a table or a query in brackets; its columns are those that measures read as `f`. */
  readonly relation: string;
  /** SQL of further columns: at least `occurred_at` and `day` where the relation has none of these names. */
  readonly columns: string | null;
  /** How many days after its own a fact counts; `bounds` are that much earlier. */
  readonly later: number;
  /** SQL of whether `c` can count on days from `b.first_day` until before `b.end_day`: for the indexes. */
  readonly near: string;
}

/** Facts that count on one day only, named `day`, at `occurred_at`. */
export const oneDay = (table: string): StreamDays => ({
  places: () => [
    {
      from: `touched t join ${table} f on f.client_id = $1 and f.service_id = t.service_id and f.day = t.day`,
      onDay: () => "true",
    },
  ],
  allDays: `select service_id, day from ${table} where client_id = $1`,
  counting: () => ({ relation: table, columns: null, later: 0, near: within("day") }),
});

/** SQL of whether a day of `c` is within the bounds; `apartFrom`: and is another than that one. */
export const within = (column: string, apartFrom?: string): string =>
  `(c.${column} >= b.first_day and c.${column} < b.end_day${apartFrom ? ` and c.${column} <> c.${apartFrom}` : ""})`;
