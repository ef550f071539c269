import type { Contract } from "../contracts/contract.entity";
import type { Tx } from "../platform/database";
import { byCode } from "../platform/definitions/by-code";
import { Person } from "./person.entity";
import { Role } from "./role.entity";
import { Team } from "./team.entity";

/** `path`: the field that names the person, where that is not `person`. */
export const personByCode = (tx: Tx, code: string, path: readonly string[] = ["person"]): Promise<Person> =>
  byCode(tx, Person, { code }, { kind: "person", path });

export const roleByCode = (tx: Tx, code: string): Promise<Role> => byCode(tx, Role, { code }, { kind: "role" });

/** A team of that contract; null for null. */
export const teamByCode = async (
  tx: Tx,
  { clientId, id }: Pick<Contract, "clientId" | "id">,
  code: string | null,
): Promise<Team | null> =>
  code === null ? null : byCode(tx, Team, { clientId, contractId: id, code }, { kind: "team" });
