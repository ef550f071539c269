import { answeredDaySql, lastAtSql, lastDaySql, ofNextSql, ofPreviousSql } from "../kpis/contact-chain.rules";
import type { Attribution } from "../kpis/measure-definition";
import type { FactPlace } from "./fact-place";

const ANSWERED_DAY = answeredDaySql("f");
const LAST_DAY = lastDaySql("f");

/** All contacts but a few count on the day they were offered; the others are found by small partial indexes. */
export const contactPlaces = (repeatDays: readonly number[]): FactPlace[] => [
  place("f.offered_day = t.day", {
    offered: "true",
    answered: `${ANSWERED_DAY} = t.day`,
    ended: `${LAST_DAY} = t.day`,
  }),
  place("f.outcome = 'answered' and f.answered_day = t.day and f.answered_day <> f.offered_day", {
    answered: "true",
    ended: `${LAST_DAY} = t.day`,
  }),
  place(
    `f.outcome = 'answered' and f.ended_day = t.day and f.ended_day <> f.offered_day and ${ANSWERED_DAY} <> t.day`,
    { ended: "true" },
  ),
  ...(repeatDays.length === 0 ? [] : LAST_CONTACTS.map((found) => chainPlace(repeatDays, found))),
];

const place = (found: string, onDay: Partial<Record<Attribution, string>>): FactPlace => ({
  from: `touched t join contact f on f.client_id = $1 and f.service_id = t.service_id and ${found}`,
  onDay: ({ measure }) => onDay[measure.attribution] ?? null,
});

/** Contacts whose last day is `t.ended`. */
const LAST_CONTACTS = [
  `c.offered_day = t.ended and ${lastDaySql("c")} = t.ended`,
  "c.ended_day = t.ended and c.ended_day <> c.offered_day",
  "c.answered_day = t.ended and c.answered_day <> c.offered_day and c.ended_day is null",
];

/** The last contacts of issues: they count repeatDays after they ended. The fence has neighbours looked up once. */
const chainPlace = (repeatDays: readonly number[], found: string): FactPlace => ({
  from: `(select service_id, day, day - days as ended, days
            from touched, unnest(array[${repeatDays.join(", ")}]) as days) t
    cross join lateral (
      select c.channel, c.person_id, c.outcome, c.customer_ref, c.offered_at, ${lastAtSql("c")} as last_at,
             ${ofNextSql("c", "n.offered_at")} as next_offered_at,
             ${ofPreviousSql("c", lastAtSql("n"))} as previous_last_at
        from contact c
       where c.client_id = $1 and c.service_id = t.service_id and ${found}
         and c.outcome = 'answered' and c.customer_ref is not null
      offset 0) f
    where (f.next_offered_at <= f.last_at + t.days * interval '24 hours') is not true`,
  onDay: ({ measure, parameters }) => (measure.attribution === "chain" ? `t.days = ${parameters.repeatDays}` : null),
});
