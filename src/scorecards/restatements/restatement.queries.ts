import { rows, type Tx } from "../../platform/database";
import type { Period } from "../../shared/period";
import { ObjectiveResult } from "../objective-result.entity";
import { Scorecard } from "../scorecard.entity";
import type { OtherPeriod } from "./restatement-changes";
import { Restatement } from "./restatement.entity";

/** A period of a contract. */
export interface PeriodPlace {
  readonly clientId: string;
  readonly contractId: string;
  readonly period: Period;
}

/** So that no statement has more parameters than the server takes. */
const ROWS_PER_STATEMENT = 1_000;

/** Adds new versions; what was decided before stays beside them. */
export async function addVersions(
  tx: Tx,
  { cards, objectives }: { readonly cards: readonly Scorecard[]; readonly objectives: readonly ObjectiveResult[] },
): Promise<void> {
  for (let at = 0; at < cards.length; at += ROWS_PER_STATEMENT)
    await tx.insert(Scorecard, cards.slice(at, at + ROWS_PER_STATEMENT) as never);
  for (let at = 0; at < objectives.length; at += ROWS_PER_STATEMENT)
    await tx.insert(ObjectiveResult, objectives.slice(at, at + ROWS_PER_STATEMENT) as never);
}

export const isAwaitingConsent = (tx: Tx, { clientId, contractId, period }: PeriodPlace): Promise<boolean> =>
  tx.existsBy(Restatement, {
    ...{ clientId, contractId, periodKind: period.kind, periodFrom: period.from },
    state: "proposed",
  });

/** Locks it until the transaction ends. */
export const lockedRestatement = (tx: Tx, clientId: string, id: string): Promise<Restatement> =>
  tx.findOneOrFail(Restatement, { where: { clientId, id }, lock: { mode: "pessimistic_write" } });

/** Other closed periods of the contract that count some of the same days, and would still change. */
export const stillDrifting = (tx: Tx, { clientId, contractId, period }: PeriodPlace): Promise<OtherPeriod[]> =>
  rows<OtherPeriod>(
    tx,
    `select distinct period_kind as kind, period_from as "from" from drift
      where client_id = $1 and contract_id = $2 and period_from < $5 and period_until > $4
        and (period_kind, period_from) <> ($3::text, $4::date)
      order by 1, 2`,
    [clientId, contractId, period.kind, period.from, period.until],
  );
