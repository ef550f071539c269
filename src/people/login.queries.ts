import { rows, type Tx } from "../platform/database";
import { LoginTaken } from "./person.errors";

/** Refuses when a login of this person is also the login of somebody else who works for one of the same clients. */
export async function refuseSharedLogin(tx: Tx, { personId }: { personId: string }): Promise<void> {
  const [shared] = await rows<{ source: string; login: string; holder: string }>(tx, SHARED, [personId]);
  if (shared) throw new LoginTaken(shared.source, shared.login, shared.holder);
}

const SHARED = `
  select mine.key as source, mine.value as login, other.code as holder
    from person, jsonb_each_text(person.logins) as mine, person as other
   where person.id = $1
     and other.id <> person.id
     and other.logins ->> mine.key = mine.value
     and exists (
           select 1 from position as here join position as there on there.client_id = here.client_id
            where here.person_id = person.id and there.person_id = other.id
              and here.superseded_at is null and there.superseded_at is null)
   order by 1
   limit 1`;
