import { rows, type Tx } from "../platform/database";
import type { PeriodPlace } from "../scorecards/restatements/restatement.queries";

/** Every version of the packages of a contract's reviews of a period, the earliest first. */
export async function packagesOfPeriod(tx: Tx, { clientId, contractId, period }: PeriodPlace): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    `select p.id from review_package p
       join review r on r.client_id = p.client_id and r.id = p.review_id
       join forum f on f.client_id = r.client_id and f.id = r.forum_id
      where p.client_id = $1 and f.contract_id = $2 and r.period_kind = $3 and r.period_from = $4
      order by p.compiled_at, p.id`,
    [clientId, contractId, period.kind, period.from],
  );
  return found.map(({ id }) => id);
}
