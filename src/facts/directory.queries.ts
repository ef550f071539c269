import { rows, type Tx } from "../platform/database";
import type { Day } from "../shared/day";
import { zoneClock, type ZoneClock } from "./zone-clock";

/** A service that facts may belong to. */
export interface KnownService {
  readonly id: string;
  readonly code: string;
  readonly channels: ReadonlySet<string>;
  readonly clock: ZoneClock;
  /** Days of its contract `[startsOn, endsOn)`. */
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  /** Of its contract, ISO 4217. */
  readonly currency: string;
}

/** What the codes and names in a file stand for. */
export interface Directory {
  readonly services: ReadonlyMap<string, KnownService>;
  /** Person ids by the name the source system uses for them. */
  readonly logins: ReadonlyMap<string, string>;
  /** Person ids by code. */
  readonly persons: ReadonlyMap<string, string>;
}

/** Read once per import. Facts can name the people who have, or had, a position with the client: another client's system
 * may use the same logins for others. */
export async function loadDirectory(tx: Tx, clientId: string, source: string): Promise<Directory> {
  const services = await rows<ServiceRow>(tx, SERVICES, [clientId]);
  const persons = await rows<PersonRow>(tx, PERSONS, [clientId, source]);
  return {
    services: new Map(services.map((row) => [row.code, knownService(row)])),
    logins: new Map(persons.flatMap(({ id, login }) => (login === null ? [] : [[login, id] as const]))),
    persons: new Map(persons.map(({ id, code }) => [code, id])),
  };
}

interface ServiceRow {
  readonly id: string;
  readonly code: string;
  readonly channels: string[];
  readonly timeZone: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly currency: string;
}

interface PersonRow {
  readonly id: string;
  readonly code: string;
  readonly login: string | null;
}

const SERVICES = `
  select s.id, s.code, s.channels, coalesce(s.time_zone, c.time_zone) as "timeZone",
         c.starts_on as "startsOn", c.ends_on as "endsOn", c.currency
    from service s
    join contract c on c.client_id = s.client_id and c.id = s.contract_id
   where s.client_id = $1`;

const PERSONS = `
  select p.id, p.code, p.logins ->> $2 as login
    from person p
   where exists (select 1 from position o where o.client_id = $1 and o.person_id = p.id)`;

const knownService = ({ channels, timeZone, ...row }: ServiceRow): KnownService => ({
  ...row,
  channels: new Set(channels),
  clock: zoneClock(timeZone),
});
