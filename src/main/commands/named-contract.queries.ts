import { rows, type Tx } from "../../platform/database";
import { BadUserInput } from "../../platform/graphql/bad-input.errors";
import { NotFound } from "../../shared/errors";

/** A contract as a command names it. */
export interface ContractOfCommand {
  readonly clientId: string;
  readonly contractId: string;
  readonly timeZone: string;
}

/** The contract of a code, and of a client's code where several clients use the same. */
export async function contractNamed(tx: Tx, contract: string, client?: string): Promise<ContractOfCommand> {
  const sql = `select k.client_id as "clientId", k.id as "contractId", k.time_zone as "timeZone"
      from contract k join client c on c.client_id = k.client_id
     where k.code = $1 and ($2::text is null or c.code = $2)`;
  const found = await rows<ContractOfCommand>(tx, sql, [contract, client]);
  const [only] = found;
  if (!only) throw new NotFound("contract", contract, ["contract"]);
  if (found.length > 1)
    throw new BadUserInput(`Several clients have a contract "${contract}".`, { remedy: "Say whose with --client." });
  return only;
}
