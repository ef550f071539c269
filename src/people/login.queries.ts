import { rows, type Tx } from "../platform/database";
import { LoginTaken } from "./person.errors";

/** Of these people, those with a login that somebody else has who works for one of the same clients, and why not. */
export async function sharedLogins(tx: Tx, personIds: readonly string[]): Promise<Map<string, LoginTaken>> {
  if (personIds.length === 0) return new Map();
  const found = await rows<{ id: string; source: string; login: string; holder: string }>(tx, SHARED, [personIds]);
  return new Map(found.map(({ id, source, login, holder }) => [id, new LoginTaken(source, login, holder)]));
}

const SHARED = `
  with known as (
    select person.id, person.code, login.key as source, login.value as login
      from person, jsonb_each_text(person.logins) as login)
  select distinct on (mine.id) mine.id, mine.source, mine.login, other.code as holder
    from known as mine
    join known as other on other.source = mine.source and other.login = mine.login and other.id <> mine.id
   where mine.id = any($1)
     and exists (
           select 1 from position as here join position as there on there.client_id = here.client_id
            where here.person_id = mine.id and there.person_id = other.id
              and here.superseded_at is null and there.superseded_at is null)
   order by mine.id, mine.source, other.code`;
