import { affected, rows, type Tx } from "../platform/database";
import { newId } from "../shared/ids";
import type { Period } from "../shared/period";
import type { SettledPeriod } from "./engine/settled-period";
import type { ContractPlace } from "./settlement-book.queries";
import type { LineContent, SettlementContent } from "./settlement-rows.rules";
import type { Settlement, SettlementCause } from "./settlement.entity";

/** Everything but what is long: `settled` and `basis` are read where they are needed. */
export const SETTLEMENT_COLUMNS = `s.client_id as "clientId", s.id, s.contract_id as "contractId",
  s.period_kind as "periodKind", s.period_from as "periodFrom", s.period_until as "periodUntil", s.version, s.kind,
  s.cause, s.state, s.currency, s.terms_version as "termsVersion", s.amendment_id as "amendmentId", s.fee, s.credits,
  s.bonuses, s.held, s.released, s.returned, s.net, s.changes, s.reason, s.fingerprint, s.chain, s.settled_at as "settledAt",
  s.issued_at as "issuedAt", s.issued_by as "issuedBy", s.agreed_at as "agreedAt", s.agreed_by as "agreedBy",
  s.invoiced_at as "invoicedAt", s.invoiced_by as "invoicedBy", s.invoice_reference as "invoiceReference"`;

export type SettlementRow = Omit<Settlement, "settled" | "basis" | "followedFrom">;

/** What is known of the settlements of a contract that were worked out, and not decided, each period's in order. */
export const storedSettlements = (tx: Tx, { clientId, contractId }: ContractPlace): Promise<SettlementRow[]> =>
  rows(
    tx,
    `select ${SETTLEMENT_COLUMNS} from settlement s where s.client_id = $1 and s.contract_id = $2
      order by s.period_from, s.period_kind, s.version`,
    [clientId, contractId],
  );

/** What it says and what it rests on. */
export async function settledOf(
  tx: Tx,
  { clientId, id }: Pick<Settlement, "clientId" | "id">,
): Promise<Pick<Settlement, "settled" | "basis" | "followedFrom">> {
  const sql = `select settled, basis, followed_from as "followedFrom" from settlement where client_id = $1 and id = $2`;
  return (await rows<Pick<Settlement, "settled" | "basis" | "followedFrom">>(tx, sql, [clientId, id]))[0]!;
}

/** How periods were settled, in the order of their ids. */
export async function settledPeriods(tx: Tx, clientId: string, ids: readonly string[]): Promise<SettledPeriod[]> {
  const sql = `select s.settled from unnest($2::uuid[]) with ordinality as k(id, no)
    join settlement s on s.client_id = $1 and s.id = k.id order by k.no`;
  return (await rows<Pick<Settlement, "settled">>(tx, sql, [clientId, ids])).map(({ settled }) => settled);
}

/** It still is as it is wanted, though something was recorded that it follows from. */
export const keepChain = async (
  tx: Tx,
  { clientId, id }: Pick<Settlement, "clientId" | "id">,
  { chain, followedFrom }: Pick<Settlement, "chain" | "followedFrom">,
): Promise<void> =>
  void (await rows(tx, "update settlement set chain = $3, followed_from = $4 where client_id = $1 and id = $2", [
    ...[clientId, id, chain, JSON.stringify(followedFrom)],
  ]));

/** A settlement as it is now, locked until this transaction ends. */
export async function lockSettlement(tx: Tx, { clientId, id }: Pick<Settlement, "clientId" | "id">) {
  const sql = `select ${SETTLEMENT_COLUMNS} from settlement s where s.client_id = $1 and s.id = $2 for update`;
  return (await rows<SettlementRow>(tx, sql, [clientId, id]))[0]!;
}

/** The first earlier period whose settlement, or a correction of it, is still a proposal; null: there is none. */
export async function proposedBefore(tx: Tx, before: SettlementRow): Promise<Period | null> {
  const { clientId, contractId, periodFrom } = before;
  return (await rows<Period>(tx, PROPOSED_BEFORE, [clientId, contractId, periodFrom]))[0] ?? null;
}

const PROPOSED_BEFORE = `
  select period_kind as kind, period_from as "from", period_until as "until" from settlement
   where client_id = $1 and contract_id = $2 and period_from < $3 and state = 'proposed'
   order by period_from limit 1`;

export interface NewSettlement extends ContractPlace {
  readonly period: Period;
  readonly version: number;
  readonly cause: SettlementCause;
  readonly content: SettlementContent;
  readonly now: Date;
}

/** A proposal with its lines; answers its id. */
export async function insertSettlement(tx: Tx, wanted: NewSettlement): Promise<string> {
  const { clientId, contractId, period, version, cause, content, now } = wanted;
  const id = newId();
  await rows(tx, INSERT, [
    ...[clientId, id, contractId, period.kind, period.from, period.until, version],
    ...[version === 1 ? "regular" : "correction", cause, now, JSON.stringify(content)],
  ]);
  await insertLines(tx, { clientId, id }, content.lines);
  return id;
}

const CONTENT = `x(currency text, "termsVersion" integer, "amendmentId" uuid, fee numeric, credits numeric,
  bonuses numeric, held numeric, released numeric, returned numeric, net numeric, settled jsonb, basis jsonb,
  changes jsonb, reason text, fingerprint text, chain text, "followedFrom" jsonb)`;
const CONTENT_COLUMNS = `currency, terms_version, amendment_id, fee, credits, bonuses, held, released, returned, net,
  settled, basis, changes, reason, fingerprint, chain, followed_from`;
const CONTENT_VALUES = `x.currency, x."termsVersion", x."amendmentId", x.fee, x.credits, x.bonuses, x.held, x.released,
  x.returned, x.net, x.settled, x.basis, x.changes, x.reason, x.fingerprint, x.chain,
  x."followedFrom"`;

const INSERT = `
  insert into settlement (client_id, id, contract_id, period_kind, period_from, period_until, version, kind, cause,
    state, settled_at, ${CONTENT_COLUMNS})
  select $1, $2, $3, $4, $5, $6, $7, $8, $9, 'proposed', $10, ${CONTENT_VALUES}
    from jsonb_to_record($11::jsonb) as ${CONTENT}`;

/** A proposal follows what it is based on. */
export async function replaceProposal(
  tx: Tx,
  key: Pick<Settlement, "clientId" | "id">,
  { content, now }: { readonly content: SettlementContent; readonly now: Date },
): Promise<void> {
  await rows(tx, REPLACE, [key.clientId, key.id, now, JSON.stringify(content)]);
  await rows(tx, "delete from settlement_line where client_id = $1 and settlement_id = $2", [key.clientId, key.id]);
  await insertLines(tx, key, content.lines);
}

const REPLACE = `
  update settlement s set settled_at = $3, (${CONTENT_COLUMNS}) = (select ${CONTENT_VALUES}
    from jsonb_to_record($4::jsonb) as ${CONTENT})
   where s.client_id = $1 and s.id = $2 and s.state = 'proposed'`;

/** A proposed correction that is none any more. */
export const dropProposal = (tx: Tx, { clientId, id }: Pick<Settlement, "clientId" | "id">): Promise<number> =>
  affected(tx, "delete from settlement where client_id = $1 and id = $2 and state = 'proposed'", [clientId, id]);

const insertLines = async (
  tx: Tx,
  { clientId, id }: Pick<Settlement, "clientId" | "id">,
  lines: readonly LineContent[],
): Promise<void> => void (await rows(tx, LINES, [clientId, id, JSON.stringify(lines)]));

const LINES = `
  insert into settlement_line (client_id, settlement_id, no, kind, clause, cites, objective_id, objective_code, amount,
    reason, origin, stretch_from, stretch_until, state)
  select $1, $2, x.no, x.kind, x.clause, x.cites, x."objectiveId", x."objectiveCode", x.amount, x.reason, x.origin,
         x."stretchFrom", x."stretchUntil", 'open'
    from jsonb_to_recordset($3::jsonb) as x(no integer, kind text, clause text, cites text, "objectiveId" uuid,
         "objectiveCode" text, amount numeric, reason text, origin date, "stretchFrom" date, "stretchUntil" date)`;
