import { clientByCode } from "../clients/client.lookups";
import { UnderAnotherContract } from "../contracts/contract.errors";
import { contractByCode } from "../contracts/contract.lookups";
import type { Tx } from "../platform/database";
import { lockDefinitions } from "../platform/definitions/by-code";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import { recordChange } from "../platform/definitions/record-change";
import { newId } from "../shared/ids";
import { parseInput } from "../shared/input";
import { Team } from "./team.entity";
import { teamSchema, type TeamInput } from "./team.schema";

/** The team as its document says it. */
export const teamRecord = ({ name }: Team) => ({ name });

export class TeamService {
  async define(tx: Tx, context: DefinitionContext, raw: TeamInput): Promise<Defined<Team>> {
    const { client: clientCode, contract: contractCode, code, name } = parseInput(teamSchema, raw);
    const { clientId } = await clientByCode(tx, context, clientCode);
    await lockDefinitions(tx, clientId);
    const contract = await contractByCode(tx, clientId, contractCode);
    const before = await tx.findOneBy(Team, { clientId, code });
    if (before && before.contractId !== contract.id) throw new UnderAnotherContract("team", code);
    const team = Object.assign(new Team(), {
      clientId,
      id: before?.id ?? newId(),
      contractId: contract.id,
      code,
      name,
    });
    const change = await recordChange(tx, context, {
      clientId,
      kind: "Team",
      key: `${clientCode}/${contractCode}/${code}`,
      before: before && teamRecord(before),
      after: teamRecord(team),
    });
    if (!before) await tx.insert(Team, team);
    else if (change.outcome === "changed") await tx.update(Team, { clientId, id: team.id }, { name });
    return { thing: team, change };
  }
}
