import type { Tx } from "../platform/database";
import { newId } from "../shared/ids";
import { Person } from "./person.entity";

/** Somebody with a code of their own. */
export function aPerson(partial: Partial<Person> = {}): Person {
  const id = partial.id ?? newId();
  return Object.assign(new Person(), { id, code: `p-${id.slice(-8)}`, name: "Anna Rossi", logins: {}, ...partial });
}

export async function savePerson(tx: Tx, partial: Partial<Person> = {}): Promise<Person> {
  const person = aPerson(partial);
  await tx.insert(Person, person);
  return person;
}
