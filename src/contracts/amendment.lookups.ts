import { rows, type Tx } from "../platform/database";
import type { AmendmentVersion } from "./amendment-version.entity";
import type { ContractAmendment } from "./amendment.entity";
import type { Contract } from "./contract.entity";

/** An amendment as it is believed. */
export type BelievedAmendment = ContractAmendment & Omit<AmendmentVersion, "amendmentId" | "supersededAt">;

export const AMENDMENT_COLUMNS = `a.client_id as "clientId", a.id, a.contract_id as "contractId", a.code, v.version,
  v.title, v.document, v.signed_on as "signedOn", v.effective_from as "effectiveFrom", v.rule,
  v.recorded_at as "recordedAt"`;

type Place = Pick<Contract, "clientId" | "id">;

/**
 * The amendments of a contract as they are believed, or were at an instant, by the day they take effect. Whoever cites
 * one by its code finds its `id` and `effectiveFrom` here.
 */
export const amendmentsOf = (tx: Tx, contract: Place, believedAt: Date | null = null): Promise<BelievedAmendment[]> =>
  rows<BelievedAmendment>(tx, OF_CONTRACT, [contract.clientId, contract.id, believedAt], "amendmentsOf");

const OF_CONTRACT = `
  select ${AMENDMENT_COLUMNS}
    from contract_amendment a
    join contract_amendment_version v on v.client_id = a.client_id and v.amendment_id = a.id
     and case when $3::timestamptz is null then v.superseded_at is null
              else v.recorded_at <= $3 and (v.superseded_at is null or v.superseded_at > $3) end
   where a.client_id = $1 and a.contract_id = $2
   order by v.effective_from, a.code`;

/** All that some clients' contracts have, by contract and the day they take effect. */
export const amendmentsOfClients = (tx: Tx, clientIds: readonly string[]): Promise<BelievedAmendment[]> =>
  rows<BelievedAmendment>(tx, OF_CLIENTS, [clientIds], "amendmentsOfClients");

const OF_CLIENTS = `
  select ${AMENDMENT_COLUMNS}
    from contract_amendment a
    join contract_amendment_version v on v.client_id = a.client_id and v.amendment_id = a.id and v.superseded_at is null
   where a.client_id = any($1)
   order by a.contract_id, v.effective_from, a.code`;
