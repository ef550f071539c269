/** SQL of the day on which survey `c` counts as closed. */
export const closedDaySql = (c: string): string => `coalesce(${c}.closed_day, ${c}.surveyed_day)`;

/** SQL of the surveys that count on the days `touched`, client $1, with the instants that bring them there. */
export const surveysOfDays = (): string => `
  select ${COLUMNS}, true as on_surveyed, ${closedDaySql("c")} = t.day as on_closed
    from touched t join survey c on c.client_id = $1 and c.service_id = t.service_id and c.surveyed_day = t.day
   union all
  select ${COLUMNS}, false, true
    from touched t join survey c on c.client_id = $1 and c.service_id = t.service_id
     and c.closed_day = t.day and c.closed_day <> c.surveyed_day`;

const COLUMNS = `t.service_id, t.day, c.channel, c.person_id, c.rating, c.rating_scale, c.resolved,
         c.resolved_first_contact`;
