import { moneyOf } from "../../kpis/money.rules";
import { rows } from "../../platform/database";
import { batchLoader, groupedBy } from "../../platform/graphql/loader";
import { overlap } from "../../shared/date-range";
import type { Dated } from "../../shared/versions";
import type { Clause } from "./clause";
import { clauseSentence, type SentenceSetting } from "./clause-sentence.rules";
import { shownMechanism } from "./mechanism.type";
import { promisesOf, type PromiseRow } from "./promised-objective";
import type { SettlementTerms } from "./settlement-terms";
import type { SettlementTermsVersion } from "./settlement-terms-version.entity";
import { shownGuard, type SettlementClauseType, type SettlementTermsType } from "./settlement-terms.type";

type Row = SettlementTermsVersion & { readonly currency: string };

/** Terms as the graph shows them, with what they are made of. */
export interface SettlementTermsRow extends SettlementTermsType {
  readonly contractId: string;
  readonly amendmentId: string | null;
  readonly said: SettlementTerms;
}

/**
 * What contracts say about money, as believed now, by the days it applies on. People bound to positions see it of
 * contracts they answer for as a whole only. Two statements.
 */
export const settlementTermsByContract = batchLoader<SettlementTermsRow[]>(async (tx, viewer, ids) => {
  const params = [viewer.clientIds, ids, viewer.sight?.contractIds ?? null];
  const found = await rows<Row>(tx, VERSIONS, params, "settlementTermsByContract");
  const promised =
    found.length === 0 ? [] : await rows<Promised>(tx, PROMISED, [viewer.clientIds, ids], "promisedByContract");
  const shown = found.map((row) => shownTerms(row, ofTerms(promised, row)));
  return groupedBy(ids, shown, (row) => row.contractId);
});

type Promised = PromiseRow & { readonly contractId: string };

const ofTerms = (promised: readonly Promised[], { contractId, ...terms }: Row): Promised[] =>
  promised.filter((one) => one.contractId === contractId && overlap(rangeOf(one), rangeOf(terms)));

const rangeOf = ({ validFrom, validUntil }: Dated) => ({ from: validFrom, until: validUntil });

/** Terms as the graph shows them. */
export function shownTerms({ terms, currency, ...row }: Row, promised: readonly PromiseRow[]): SettlementTermsRow {
  const { fee, pointValue, clauses, ...plain } = terms;
  const setting = { currency, objectives: promisesOf(promised) };
  return {
    ...{ version: row.version, validFrom: row.validFrom, validUntil: row.validUntil, recordedAt: row.recordedAt },
    ...{ contractId: row.contractId, amendmentId: row.amendmentId, said: terms },
    ...{ ...plain, fee: moneyOf(fee, currency) },
    pointValue: pointValue === null ? null : moneyOf(pointValue, currency),
    clauses: clauses.map((clause) => shownClause(clause, setting)),
  };
}

/** A clause as the graph shows it. */
export const shownClause = (clause: Clause, setting: SentenceSetting): SettlementClauseType =>
  ({
    ...clause,
    mechanism: shownMechanism(clause.mechanism),
    guards: clause.guards.map(shownGuard),
    ignoredUpTo: clause.ignoredUpTo === null ? null : moneyOf(clause.ignoredUpTo, setting.currency),
    atLeast: clause.atLeast == null ? null : moneyOf(clause.atLeast, setting.currency),
    sentence: clauseSentence(clause, setting),
  }) as never;

const VERSIONS = `
  select t.contract_id as "contractId", t.terms, c.currency, t.amendment_id as "amendmentId", t.version,
         t.valid_from as "validFrom", t.valid_until as "validUntil", t.recorded_at as "recordedAt"
    from settlement_terms t
    join contract c on c.client_id = t.client_id and c.id = t.contract_id
   where t.client_id = any($1) and t.contract_id = any($2) and t.superseded_at is null
     and ($3::uuid[] is null or t.contract_id = any($3))
   order by t.contract_id, t.valid_from`;

const PROMISED = `
  select o.contract_id as "contractId", o.code, v.kpi_code as "kpiCode", v.dialect, v.target, v.minimum, v.expected,
         v.measured_by as "measuredBy", v.valid_from as "validFrom", v.valid_until as "validUntil"
    from objective o
    join objective_version v on v.client_id = o.client_id and v.objective_id = o.id and v.superseded_at is null
   where o.client_id = any($1) and o.contract_id = any($2)
   order by o.code, v.valid_from`;
