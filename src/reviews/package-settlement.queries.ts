import { In, Not } from "typeorm";
import { rows, type Tx } from "../platform/database";
import { SettlementLine } from "../settlements/settlement-line.entity";
import { Settlement } from "../settlements/settlement.entity";
import type { Period } from "../shared/period";
import type { PackageMoneyCorrection, PackageSettlement } from "./package-settlement";
import {
  packageMoneyCorrection,
  packageSettlement,
  type IssuedSettlement,
  type ObjectiveNames,
} from "./package-settlement.rules";

/** For which review money is looked for. */
export interface MoneyOf {
  readonly clientId: string;
  readonly contractId: string;
  readonly reviewId: string;
  readonly period: Period;
}

/** What was issued to the client. Left out: nothing was. */
export interface PackageMoneyParts {
  readonly settlement?: PackageSettlement;
  readonly moneyCorrections?: readonly PackageMoneyCorrection[];
}

/**
 * The settlement of the reviewed period, once it is issued, and corrections of earlier ones issued since the package of the
 * sitting before. Drafts are never shown: packages are read by both parties.
 */
export async function packageMoney(tx: Tx, of: MoneyOf, names: ObjectiveNames): Promise<PackageMoneyParts> {
  const { clientId, contractId, period } = of;
  const own = { periodKind: period.kind, periodFrom: period.from, kind: "regular" as const, state: Not("proposed") };
  const regular = await tx.find(Settlement, { where: { clientId, contractId, ...own } as never });
  const since = await rows<{ id: string }>(tx, CORRECTIONS, [clientId, contractId, of.reviewId]);
  const corrections = await tx.find(Settlement, {
    where: { clientId, id: In(since.map(({ id }) => id)) },
    order: { periodFrom: "ASC", version: "ASC" },
  });
  const issued = await withLines(tx, clientId, [...regular, ...corrections]);
  const [settlement] = issued.slice(0, regular.length);
  const corrected = issued.slice(regular.length).map(packageMoneyCorrection);
  return {
    ...(settlement ? { settlement: packageSettlement(settlement, names) } : {}),
    ...(corrected.length > 0 ? { moneyCorrections: corrected } : {}),
  };
}

async function withLines(tx: Tx, clientId: string, settlements: readonly Settlement[]): Promise<IssuedSettlement[]> {
  const where = { clientId, settlementId: In(settlements.map(({ id }) => id)) };
  const lines = await tx.find(SettlementLine, { where, order: { no: "ASC" } });
  return settlements.map((settlement) => ({
    settlement,
    lines: lines.filter((one) => one.settlementId === settlement.id),
  }));
}

/** A forum that was shown nothing before is told of none. */
const CORRECTIONS = `
  with forum_of as (
    select r.forum_id, r.period_kind, r.scheduled_for from review r where r.client_id = $1 and r.id = $3),
  shown as (
    select max(p.compiled_at) as at
      from forum_of f
      join review r on r.client_id = $1 and r.forum_id = f.forum_id and r.scheduled_for < f.scheduled_for
      join review_package p on p.client_id = $1 and p.review_id = r.id)
  select s.id
    from settlement s, forum_of f, shown
   where s.client_id = $1 and s.contract_id = $2 and s.kind = 'correction' and s.state <> 'proposed'
     and s.period_kind = f.period_kind and s.issued_at > shown.at`;
