import {
  answeredDaySql,
  lastAtSql,
  lastDaySql,
  ofNextSql,
  ofPreviousSql,
  REPEAT_DAYS_SQL,
} from "../../kpis/contact-chain.rules";
import type { Attribution } from "../../kpis/measure-definition";
import type { Parameters } from "../../kpis/kpi-definition";
import type { FactPlace } from "../fact-place";
import { within, type Content, type CountingFacts, type StreamDays } from "./stream-days.rules";

const ANSWERED_DAY = answeredDaySql("f");
const LAST_DAY = lastDaySql("f");

/** All contacts but a few count on the day they were offered; the others are found by small partial indexes. */
const contactPlaces = (repeatDays: readonly number[]): FactPlace[] => [
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

const OFFERED = within("offered_day");
const ANSWERED = within("answered_day", "offered_day");
const ENDED = within("ended_day", "offered_day");
const ANY = `${OFFERED} or ${ANSWERED} or ${ENDED}`;

const LAST = `${lastAtSql("c")} as occurred_at, ${lastDaySql("c")}`;

function contactsCounting(attribution: Attribution, { repeatDays = 0 }: Parameters): CountingFacts {
  const counting = (columns: string, near: string, later = 0) => ({ relation: "contact", columns, near, later });
  switch (attribution) {
    case "offered":
      return counting("c.offered_at as occurred_at, c.offered_day as day", OFFERED);
    case "answered":
      return counting(
        `coalesce(c.answered_at, c.offered_at) as occurred_at, ${answeredDaySql("c")} as day`,
        `${OFFERED} or ${ANSWERED}`,
      );
    case "ended":
      return counting(`${LAST} as day`, ANY);
    case "chain":
      return counting(
        `${LAST} + ${repeatDays} as day, ${lastAtSql("c")} as last_at,
         ${ofNextSql("c", "n.offered_at")} as next_offered_at, ${ofPreviousSql("c", lastAtSql("n"))} as previous_last_at`,
        ANY,
        repeatDays,
      );
    default:
      throw new Error(`Contacts do not count by "${attribution}".`);
  }
}

const repeatDaysIn = (content: Content): number[] => [
  ...new Set(content.flatMap((one) => (one?.measure.attribution === "chain" ? [one.parameters.repeatDays ?? 0] : []))),
];

export const CONTACT_DAYS: StreamDays = {
  places: (content) => contactPlaces(repeatDaysIn(content)),
  counting: contactsCounting,
  allDays: `
    select service_id, offered_day as day from contact where client_id = $1
    union
    select service_id, answered_day from contact
     where client_id = $1 and answered_day <> offered_day and outcome = 'answered'
    union
    select service_id, ended_day from contact
     where client_id = $1 and ended_day <> offered_day and outcome = 'answered'
    union
    select c.service_id, ${lastDaySql("c")} + r.days
      from contact c cross join (${REPEAT_DAYS_SQL}) r
     where c.client_id = $1 and c.customer_ref is not null and c.outcome = 'answered'`,
};
