import { savePerson } from "../people/person.builder";
import { savePosition } from "../people/position.builder";
import { ROLES_OF_THE_HOUSE, saveRole } from "../people/role.builder";
import { SightService } from "../people/sight.service";
import { RIGHTS, type Right, type Viewer } from "../platform/viewer";
import { aViewer, TEST_NOW } from "./api-client";
import type { Neighbour } from "./neighbour";

/** Everybody who might look at a neighbour, by what they are called in docs; `stranger` is another client. */
export async function viewersOf({ house }: Neighbour, stranger: string): Promise<Record<string, Viewer>> {
  const { clientId, contractId } = house;
  const { agents, redLead, manager, phone } = house.house;
  const specialist = await house.in(async (tx) => {
    await saveRole(tx, ROLES_OF_THE_HOUSE["quality-specialist"]);
    const { id: personId } = await savePerson(tx);
    return savePosition(tx, { clientId, contractId, personId, roleCode: "quality-specialist", serviceId: phone.id });
  });
  const reaching = (kind: Viewer["kind"], rights: readonly Right[], client = clientId): Viewer =>
    aViewer({ kind, clientIds: [client], rights: new Set(rights) });
  const bound = ({ personId }: { readonly personId: string }, rights: readonly Right[] = []): Promise<Viewer> =>
    house.in((tx) => new SightService().narrowed(tx, { ...reaching("internal", rights), personId }, TEST_NOW));
  const everythingButNames = RIGHTS.filter((right) => right !== "people:read");
  return {
    "operations, all rights": reaching("internal", RIGHTS),
    "operations, reading": reaching("internal", ["people:read"]),
    agent: await bound(agents.anna),
    "agent, all rights but names": await bound(agents.anna, everythingButNames),
    "team lead": await bound(redLead),
    "quality specialist": await bound(specialist),
    "quality specialist, all rights but names": await bound(specialist, everythingButNames),
    "operations manager": await bound(manager),
    "operations manager, all rights but names": await bound(manager, everythingButNames),
    "client, all rights": reaching("client", RIGHTS),
    "client, no rights": reaching("client", []),
    "integration, all rights": reaching("integration", RIGHTS),
    "integration, no rights": reaching("integration", []),
    "another client": reaching("client", RIGHTS, stranger),
    "another integration": reaching("integration", RIGHTS, stranger),
    "another's operations": reaching("internal", RIGHTS, stranger),
  };
}
