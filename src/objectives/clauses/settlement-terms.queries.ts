import { rows, type Tx } from "../../platform/database";
import type { SettlementTermsVersion } from "./settlement-terms-version.entity";

export interface TermsAsk {
  readonly clientId: string;
  readonly contractId: string;
  /** As believed then; left out: now. */
  readonly believedAt?: Date | null;
}

/** What a contract says about money, by the days its versions apply on; none: it says nothing. */
export const loadSettlementTerms = (
  tx: Tx,
  { clientId, contractId, believedAt = null }: TermsAsk,
): Promise<SettlementTermsVersion[]> =>
  rows<SettlementTermsVersion>(tx, VERSIONS, [clientId, contractId, believedAt], "loadSettlementTerms");

const VERSIONS = `
  select client_id as "clientId", contract_id as "contractId", terms, amendment_id as "amendmentId", version,
         valid_from as "validFrom", valid_until as "validUntil", recorded_at as "recordedAt",
         superseded_at as "supersededAt"
    from settlement_terms
   where client_id = $1 and contract_id = $2
     and case when $3::timestamptz is null then superseded_at is null
              else recorded_at <= $3 and (superseded_at is null or superseded_at > $3) end
   order by valid_from`;
