import { within, type StreamDays } from "./stream-days.rules";

/** SQL of a column of the snapshot before `h`, of the same group; of several of a day the greater external id is later. */
const before = (h: string, column: string): string => `
  (select p.${column} from headcount p
    where p.client_id = ${h}.client_id and p.service_id = ${h}.service_id and p.population = ${h}.population
      and p.group_name = ${h}.group_name and (p.day, p.source, p.external_id) < (${h}.day, ${h}.source, ${h}.external_id)
      and p.${column} is not null
    order by p.day desc, p.source desc, p.external_id desc limit 1)`;

/** SQL of by how much a level changed since the snapshot before; where it is not said, it stays. */
const change = (h: string, column: string): string =>
  `coalesce(${h}.${column} - coalesce(${before(h, column)}, 0), 0) as ${column.replace("_hundredths", "_change")}`;

const changes = (h: string): string => `${change(h, "headcount_hundredths")}, ${change(h, "required_hundredths")}`;

const next = (more: string): string => `
  select h.day from headcount h
   where h.client_id = $1 and h.service_id = t.service_id and h.population = g.population
     and h.group_name = g.group_name and h.day > t.day${more}
   order by h.day limit 1`;

/**
 * A snapshot is counted as its difference to the one before, so that the differences up to any day add up to the level. When
 * a snapshot comes, changes or goes, so does the difference of the next one of each group, and of the next that says what
 * is required.
 */
export const HEADCOUNT_DAYS: StreamDays = {
  places: () => [
    {
      from: `touched t cross join lateral (
        select h.*, ${changes("h")}
          from headcount h where h.client_id = $1 and h.service_id = t.service_id and h.day = t.day offset 0) f`,
      onDay: () => "true",
    },
  ],
  allDays: "select service_id, day from headcount where client_id = $1",
  counting: () => ({ relation: "headcount", columns: changes("c"), near: within("day"), later: 0 }),
  follows: `
    select distinct t.service_id, n.day
      from (select distinct service_id from claimed where stream = 'headcount') s
     cross join lateral (
       select distinct population, group_name from headcount
        where client_id = $1 and service_id = s.service_id offset 0) g
      join (select distinct service_id, day from claimed where stream = 'headcount') t on t.service_id = s.service_id
     cross join lateral ((${next("")}) union (${next(" and h.required_hundredths is not null")})) n`,
};
