import { rows, type Tx } from "../platform/database";
import { lockDefinitions } from "../platform/definitions/by-code";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import { HouseOnly } from "../platform/definitions/house.errors";
import { recordChange } from "../platform/definitions/record-change";
import { refuse } from "../shared/gathering";
import { newId, NIL_ID } from "../shared/ids";
import { parseInput } from "../shared/input";
import { sharedLogins } from "./login.queries";
import { Person } from "./person.entity";
import { personSchema, type PersonInput } from "./person.schema";

/** The person as their document says it. */
export const personRecord = ({ name, logins }: Person) => ({ name, logins });

export class PersonService {
  async define(tx: Tx, context: DefinitionContext, raw: PersonInput): Promise<Defined<Person>> {
    if (!context.internal) throw new HouseOnly("person");
    const input = parseInput(personSchema, raw);
    await lockDefinitions(tx, NIL_ID);
    const before = await tx.findOneBy(Person, { code: input.code });
    const person = Object.assign(new Person(), { id: before?.id ?? newId(), ...input });
    const change = await recordChange(tx, context, {
      clientId: NIL_ID,
      kind: "Person",
      key: input.code,
      before: before && personRecord(before),
      after: personRecord(person),
    });
    if (!before) await tx.insert(Person, person);
    else if (change.outcome === "changed") await update(tx, person);
    const shared = before && change.outcome === "changed" ? await sharedLogins(tx, [person.id]) : new Map();
    refuse([...shared.values()]);
    return { thing: person, change };
  }
}

async function update(tx: Tx, { id, name, logins }: Person): Promise<void> {
  await rows(tx, "update person set name = $2, logins = $3 where id = $1", [id, name, JSON.stringify(logins)]);
}
