import { rows, type Tx } from "../platform/database";
import type { DayRange } from "../shared/date-range";
import type { Day } from "../shared/day";

/** Versions believed at an instant, or now where it is null. */
const BELIEVED = `case when $at::timestamptz is null then superseded_at is null
  else recorded_at <= $at and (superseded_at is null or superseded_at > $at) end`;

/** Codes of people by id: names are for those with the right to see them. */
export async function codesOfPeople(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await rows<{ id: string; code: string }>(tx, "select id, code from person where id = any($1)", [ids]);
  return new Map(found.map(({ id, code }) => [id, code]));
}

/** Whose positions under other contracts are looked for. */
export interface Elsewhere {
  readonly clientIds: readonly string[];
  readonly contractId: string;
  readonly people: readonly string[];
  readonly believedAt: Date | null;
}

/** Days on which people hold positions under other contracts of the clients. */
export const positionsElsewhere = async (
  tx: Tx,
  { clientIds, contractId, people, believedAt }: Elsewhere,
): Promise<(DayRange & { personId: string })[]> =>
  rows<DayRange & { personId: string; from: Day }>(
    tx,
    `select person_id as "personId", valid_from as "from", valid_until as "until"
       from position
      where client_id = any($1) and contract_id <> $2 and person_id = any($3)
        and ${BELIEVED.replaceAll("$at", "$4")}
      order by person_id, valid_from`,
    [clientIds, contractId, people, believedAt],
  );

/** A contract by its ids and codes. */
export interface FoundContract {
  readonly clientId: string;
  readonly contractId: string;
  readonly clientCode: string;
  readonly code: string;
}

/** Every contract of some clients, by codes. */
export const contractsOf = (tx: Tx, clientIds: readonly string[]): Promise<FoundContract[]> =>
  rows(
    tx,
    `select k.client_id as "clientId", k.id as "contractId", c.code as "clientCode", k.code
       from contract k join client c on c.client_id = k.client_id
      where k.client_id = any($1) order by c.code, k.code`,
    [clientIds],
  );
