import type { Tx } from "../platform/database";
import { newId } from "../shared/ids";
import { Team } from "./team.entity";

type TeamParts = Partial<Team> & Pick<Team, "clientId" | "contractId">;

export function aTeam(parts: TeamParts): Team {
  const id = parts.id ?? newId();
  return Object.assign(new Team(), { id, code: `team-${id.slice(-8)}`, name: "Blue team", ...parts });
}

export async function saveTeam(tx: Tx, parts: TeamParts): Promise<Team> {
  const team = aTeam(parts);
  await tx.insert(Team, team);
  return team;
}
