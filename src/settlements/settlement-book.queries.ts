import { amendmentsOf, type BelievedAmendment } from "../contracts/amendment.lookups";
import type { Contract } from "../contracts/contract.entity";
import { requireKpi } from "../kpis/kpi-in-use.rules";
import { loadSettlementTerms } from "../objectives/clauses/settlement-terms.queries";
import type { SettlementTermsVersion } from "../objectives/clauses/settlement-terms-version.entity";
import { rows, type Tx } from "../platform/database";
import { latestOf } from "../scorecards/believed-results";
import type { ObjectiveResult } from "../scorecards/objective-result.entity";
import { OBJECTIVE_RESULTS } from "../scorecards/result-table.rules";
import type { Period } from "../shared/period";
import { ARITHMETIC } from "./arithmetic.rules";
import type { ResultForMoney } from "./period-input.rules";
import type { ErrorOfPeriod, IncidentOfPeriod, ChargeOfPeriod } from "./records-of-period";

/** Whose settlements are worked out. */
export interface ContractPlace {
  readonly clientId: string;
  readonly contractId: string;
}

export type ContractTerm = Pick<Contract, "clientId" | "id" | "code" | "currency" | "startsOn" | "endsOn" | "timeZone">;

/** Everything that a contract's settlements follow from. */
export interface SettlementBook {
  readonly contract: ContractTerm;
  readonly terms: readonly SettlementTermsVersion[];
  readonly amendments: readonly BelievedAmendment[];
  /** Closed periods of the lengths that are settled, oldest first. */
  readonly periods: readonly Period[];
  readonly results: readonly ResultOfPeriod[];
  readonly charges: readonly ChargeOfPeriod[];
  readonly incidents: readonly IncidentOfPeriod[];
  readonly errors: readonly ErrorOfPeriod[];
}

export type ResultOfPeriod = ResultForMoney &
  Pick<ObjectiveResult, "periodKind" | "periodFrom" | "segments"> & { readonly saved: { id: string; version: number } };

/** Statements do not depend on the number of periods. */
export async function loadSettlementBook(tx: Tx, place: ContractPlace): Promise<SettlementBook> {
  const params = [place.clientId, place.contractId];
  const terms = await loadSettlementTerms(tx, place);
  const kinds = [...new Set(terms.map((one) => one.terms.settledBy))];
  const [contract] = await rows<ContractTerm>(tx, CONTRACT, params);
  const results = await rows<Omit<ResultOfPeriod, "kpi">>(tx, RESULTS, [...params, kinds]);
  return {
    ...{ contract: contract!, terms },
    amendments: await amendmentsOf(tx, contract!),
    periods: await rows<Period>(tx, PERIODS, [...params, kinds]),
    results: results.map((one) => ({ ...one, kpi: requireKpi(one.item.kpiCode) })),
    charges: await rows<ChargeOfPeriod>(tx, CHARGES, params),
    incidents: await rows<IncidentOfPeriod>(tx, INCIDENTS, params),
    errors: await rows<ErrorOfPeriod>(tx, ERRORS, params),
  };
}

const CONTRACT = `select client_id as "clientId", id, code, currency, starts_on as "startsOn", ends_on as "endsOn",
  time_zone as "timeZone" from contract where client_id = $1 and id = $2`;

const PERIODS = `select period_kind as kind, period_from as "from", period_until as until from period_closing
  where client_id = $1 and contract_id = $2 and period_kind = any($3) order by period_from, period_until`;

const RESULTS = `
  select r.objective_id as "objectiveId", o.code, o.name, o.clause, r.period_kind as "periodKind", r.period_from as "periodFrom",
         r.outcome, r.item, r.aims, r.unadjusted, r.exclusions, r.segments,
         jsonb_build_object('id', r.id, 'version', r.version) as saved
    from objective_result r
    join objective o on o.client_id = r.client_id and o.id = r.objective_id
   where r.client_id = $1 and r.contract_id = $2 and r.period_kind = any($3) and r.state <> 'provisional'
     and ${latestOf(OBJECTIVE_RESULTS, "r")}
   order by o.code`;

const CHARGES = `select id, period_kind as "periodKind", period_from as "periodFrom", amount from charge
  where client_id = $1 and contract_id = $2 and superseded_at is null`;

const INCIDENTS = `
  select i.code, i.period_kind as "periodKind", i.period_from as "periodFrom",
         array(select o.code from objective o
                where o.client_id = i.client_id and o.id = any (i.objective_ids) order by o.code) as objectives,
         (select o.code from objective o where o.client_id = i.client_id and o.id = i.chosen_objective_id) as chosen
    from incident i where i.client_id = $1 and i.contract_id = $2 order by i.code`;

/** A period was reported when it was closed; days are the contract's. */
const ERRORS = `
  select r.id::text as reference, r.period_kind as "periodKind", r.period_from as "periodFrom",
         (r.applied_at at time zone t.time_zone)::date - (c.closed_at at time zone t.time_zone)::date
           as "daysToCorrection",
         concat((r.applied_at at time zone t.time_zone)::date, ', “', r.reason, '”') as said
    from restatement r
    join contract t on t.client_id = r.client_id and t.id = r.contract_id
    join period_closing c on c.client_id = r.client_id and c.contract_id = r.contract_id
     and c.period_kind = r.period_kind and c.period_from = r.period_from
   where r.client_id = $1 and r.contract_id = $2 and r.state = 'applied' and r.objective_results > 0
   order by r.applied_at, r.id`;

/** Contracts that say anything about money, in one order for all. */
export async function contractsWithMoney(tx: Tx, clientId: string): Promise<string[]> {
  const sql = `select distinct contract_id as id from settlement_terms
    where client_id = $1 and superseded_at is null order by 1`;
  return (await rows<{ id: string }>(tx, sql, [clientId])).map(({ id }) => id);
}

/** Whoever else works out settlements of the contract, or acts on them, waits until this transaction ends. */
export const lockSettlements = async (tx: Tx, contractId: string): Promise<void> =>
  void (await rows(tx, "select pg_advisory_xact_lock(hashtextextended($1, 23))", [contractId]));

/** Of everything that may change a settlement of the contract; cheap, and another whenever something may have changed. */
export async function basisFingerprint(tx: Tx, { clientId, contractId }: ContractPlace): Promise<string> {
  const [found] = await rows<{ text: string }>(tx, FINGERPRINT, [clientId, contractId], "basisFingerprint");
  return `${ARITHMETIC}/${found!.text}`;
}

const both = (table: string): string =>
  `(select concat(count(*), max(recorded_at), max(superseded_at)) from ${table}
     where client_id = $1 and contract_id = $2)`;

const FINGERPRINT = `
  select md5(concat_ws('/', ${both("settlement_terms")}, ${both("charge")},
    (select concat(count(*), max(v.recorded_at), max(v.superseded_at)) from contract_amendment a
       join contract_amendment_version v on v.client_id = a.client_id and v.amendment_id = a.id
      where a.client_id = $1 and a.contract_id = $2),
    (select concat(count(*), max(closed_at)) from period_closing where client_id = $1 and contract_id = $2),
    (select concat(count(*), max(recorded_at), max(chosen_at)) from incident
      where client_id = $1 and contract_id = $2),
    (select concat(count(*), max(applied_at)) from restatement
      where client_id = $1 and contract_id = $2 and state = 'applied'),
    (select concat(starts_on, ends_on, currency) from contract where client_id = $1 and id = $2))) as text`;

/** What the contract's settlements were last worked out from; null: they never were. */
export async function lastFingerprint(tx: Tx, { clientId, contractId }: ContractPlace): Promise<string | null> {
  const sql = "select fingerprint from settlement_run where client_id = $1 and contract_id = $2";
  return (await rows<{ fingerprint: string }>(tx, sql, [clientId, contractId]))[0]?.fingerprint ?? null;
}

export const rememberFingerprint = async (
  tx: Tx,
  { clientId, contractId }: ContractPlace,
  { fingerprint, now }: { readonly fingerprint: string; readonly now: Date },
): Promise<void> =>
  void (await rows(
    tx,
    `insert into settlement_run (client_id, contract_id, fingerprint, settled_at) values ($1, $2, $3, $4)
     on conflict (client_id, contract_id) do update set fingerprint = $3, settled_at = $4`,
    [clientId, contractId, fingerprint, now],
  ));
