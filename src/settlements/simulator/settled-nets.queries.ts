import { rows, type Tx } from "../../platform/database";
import type { ContractPlace } from "../settlement-book.queries";

interface SettledNet {
  readonly key: string;
  readonly net: string;
}

/** What periods of a contract were settled for in earnest with all that was corrected since, by `month/2026-01-01`. */
export async function settledNets(tx: Tx, { clientId, contractId }: ContractPlace): Promise<Map<string, string>> {
  const found = await rows<SettledNet>(tx, SQL, [clientId, contractId], "settledNets");
  return new Map(found.map(({ key, net }) => [key, net]));
}

const SQL = `select concat(s.period_kind, '/', s.period_from) as key, sum(s.net)::text as net from settlement s
  where s.client_id = $1 and s.contract_id = $2 group by s.period_kind, s.period_from`;
