import { answeredDaySql, lastAtSql, lastDaySql, ofNextSql, ofPreviousSql } from "../kpis/contact-chain.rules";

/**
 * SQL of the contacts that count on the days `touched`, client $1: each contact once per day, with the instants that
 * bring it there (`on_offered`, `on_answered`, `on_ended`; `on_chain` holds the repeatDays). All but a few count on the
 * day they were offered; the branches for the others run on small partial indexes.
 */
export function contactsOfDays(repeatDays: readonly number[]): string {
  const answered = answeredDaySql("c");
  const last = lastDaySql("c");
  return [
    onOwnDay("c.offered_day = t.day", ["true", `${answered} = t.day`, `${last} = t.day`]),
    onOwnDay(ANSWERED_LATER, ["false", "true", `${last} = t.day`]),
    onOwnDay(`${ENDED_LATER} and ${answered} <> t.day`, ["false", "false", "true"]),
    ...(repeatDays.length === 0 ? [] : chains(repeatDays)),
  ].join(" union all ");
}

const ANSWERED_LATER = "c.outcome = 'answered' and c.answered_day = t.day and c.answered_day <> c.offered_day";
const ENDED_LATER = "c.outcome = 'answered' and c.ended_day = t.day and c.ended_day <> c.offered_day";

const onOwnDay = (where: string, [offered, answered, ended]: readonly [string, string, string]): string => `
  select ${COLUMNS}, ${offered} as on_offered, ${answered} as on_answered, ${ended} as on_ended,
         null::integer as on_chain, null::timestamptz as last_at, null::timestamptz as next_offered_at,
         null::timestamptz as previous_last_at
    from touched t join contact c on c.client_id = $1 and c.service_id = t.service_id and ${where}`;

const COLUMNS = `t.service_id, t.day, c.channel, c.person_id, c.outcome, c.customer_ref, c.offered_at, c.wait_seconds,
         c.talk_seconds, c.hold_seconds, c.wrap_seconds`;

/** The last contacts of issues: they count repeatDays after they ended. */
function chains(repeatDays: readonly number[]): string[] {
  const found = [
    `c.offered_day = t.ended and ${lastDaySql("c")} = t.ended`,
    `c.ended_day = t.ended and c.ended_day <> c.offered_day`,
    `c.answered_day = t.ended and c.answered_day <> c.offered_day and c.ended_day is null`,
  ];
  return found.map(
    (where) => `
  select * from (
    select ${COLUMNS}, false, false, false, t.days as on_chain, ${lastAtSql("c")} as last_at,
           ${ofNextSql("c", "n.offered_at")} as next_offered_at,
           ${ofPreviousSql("c", lastAtSql("n"))} as previous_last_at
      from (select service_id, day, day - days as ended, days
              from touched, unnest(array[${repeatDays.join(", ")}]) as days) t
      join contact c on c.client_id = $1 and c.service_id = t.service_id and ${where}
       and c.outcome = 'answered' and c.customer_ref is not null) l
   where (l.next_offered_at <= l.last_at + l.on_chain * interval '24 hours') is not true`,
  );
}
