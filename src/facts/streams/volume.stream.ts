import { copyInstant } from "../fact-row";
import { declareStream } from "./declared-stream";
import { moment, needed, seconds, whole } from "./field-kinds";
import { intervalOf } from "./interval.rules";

const fields = {
  intervalStart: needed(moment("When the interval begins, with a whole minute.")),
  intervalEnd: moment("When it ends (it is not part of the interval). Null: start plus intervalSeconds."),
  intervalSeconds: seconds("How long the interval is, whole minutes. Null: from start to end."),
  offered: whole("Contacts that entered the queue. Null: handled plus abandoned, as far as they are known."),
  handled: whole("Contacts that were answered. Null: not known."),
  abandoned: whole("Contacts that the customer gave up before an answer. Null: not known."),
  handleSeconds: seconds("Handling time of all contacts handled, together. Null: not known."),
};

/** For sources that know how many contacts an interval brought, but not the single ones. */
export const VOLUME = declareStream({
  stream: "volume",
  noun: "volumes of intervals",
  description:
    "How many contacts an interval brought, from a source that has no single contacts. Contacts that are also sent one by one would count twice.",
  fields,
  channel: "optional",
  person: "none",
  when: "intervalStart",
  columns: [
    ["interval_start", "timestamptz"],
    ["interval_end", "timestamptz"],
    ["offered", "integer"],
    ["handled", "integer"],
    ["abandoned", "integer"],
    ["handle_seconds", "bigint"],
    ["day", "date"],
    ["end_day", "date"],
  ],
  daysSql: "array[day, end_day]",
  fact: (said, place) => {
    const interval = intervalOf(said, place);
    if ("code" in interval) return interval;
    const { intervalStart, handled, abandoned, handleSeconds } = said;
    const offered = said.offered ?? sumOf(handled, abandoned);
    if (offered === null) return NO_NUMBER;
    return {
      days: [...new Set([place.day, interval.endDay])],
      values: {
        ...{ interval_start: copyInstant(intervalStart), interval_end: copyInstant(interval.end) },
        ...{ offered, handled, abandoned, handle_seconds: handleSeconds, day: place.day, end_day: interval.endDay },
      },
    };
  },
});

const sumOf = (one: number | null, other: number | null): number | null =>
  one === null && other === null ? null : (one ?? 0) + (other ?? 0);

/** Nothing else is refused: a contact offered at 9:59 and answered at 10:01 is handled in another interval. */
const NO_NUMBER = {
  about: "offered",
  code: "MISSING_VALUE",
  reason: "Say how many contacts were offered, or how many were handled or abandoned.",
} as const;
