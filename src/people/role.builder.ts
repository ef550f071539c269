import { rows, type Tx } from "../platform/database";
import { Role } from "./role.entity";

/** The five roles of our source documents, and what each answers for. */
export const ROLES_OF_THE_HOUSE = {
  agent: { code: "agent", name: "Agent", scope: "own" },
  "team-lead": { code: "team-lead", name: "Team lead", scope: "team" },
  "quality-specialist": { code: "quality-specialist", name: "Quality specialist", scope: "service" },
  trainer: { code: "trainer", name: "Trainer", scope: "service" },
  "operations-manager": { code: "operations-manager", name: "Operations manager", scope: "contract" },
} as const;

export const aRole = (partial: Partial<Role> = {}): Role =>
  Object.assign(new Role(), { ...ROLES_OF_THE_HOUSE.agent, description: "", ...partial });

/** Saves a role; one that is there already stays as it is, because roles are shared by all clients. */
export async function saveRole(tx: Tx, partial: Partial<Role> = {}): Promise<Role> {
  const role = aRole(partial);
  const values = [role.code, role.name, role.scope, role.description];
  await rows(
    tx,
    "insert into role (code, name, scope, description) values ($1, $2, $3, $4) on conflict do nothing",
    values,
  );
  return role;
}
