import { rows, type Tx } from "../platform/database";
import type { Period } from "../shared/period";

/** The daily measures that figures of periods are made of. */
export interface InputsOf {
  readonly clientId: string;
  readonly serviceIds: readonly string[];
  /** How many measures of each stream count: those that came later are of no figure before. */
  readonly slots: Readonly<Record<string, number>>;
  readonly periods: readonly Period[];
}

/**
 * A fingerprint of the daily measures of each period: of a hash for each service and stream by day, over its rows in the
 * order of their keys' bytes, so that neither the order of rows on disk nor the collation of the server matters. Rows in
 * which all measures that count are 0 say nothing. One statement; each row is read once, whatever the number of periods,
 * by service and stream in the order of the key, so that there is little to sort.
 */
export const inputsFingerprints = async (tx: Tx, inputs: InputsOf): Promise<string[]> => {
  const { clientId, serviceIds, slots, periods } = inputs;
  const found = await rows<{ print: string }>(tx, INPUTS, [
    ...[clientId, serviceIds, Object.keys(slots), Object.values(slots)],
    ...[periods.map(({ from }) => from), periods.map(({ until }) => until)],
  ]);
  return found.map(({ print }) => print);
};

const INPUTS = `
  with period as materialized (
    select * from unnest($5::date[], $6::date[]) with ordinality as p("from", until, no)),
  known as (select * from unnest($3::text[], $4::int[]) as k(stream, slots)),
  hashed as (
    select d.* from known k cross join unnest($2::uuid[]) as s(service_id) cross join lateral (
      select d.day, sha256(string_agg(
               record_send(row(d.stream, d.service_id, d.channel, d.person_id, d.sums[1:k.slots])), ''::bytea
               order by d.person_id, d.channel collate "C")) as hash
        from daily_measures d
       where d.client_id = $1 and d.stream = k.stream and d.service_id = s.service_id
         and d.day >= (select min("from") from period) and d.day < (select max(until) from period)
         and not 0 = all (d.sums[1:k.slots])
       group by d.day) d),
  days as materialized (select day, sha256(string_agg(hash, ''::bytea order by hash)) as hash from hashed group by day)
  select encode(sha256(coalesce(string_agg(date_send(d.day) || d.hash, ''::bytea order by d.day), ''::bytea)), 'hex')
           as print
    from period p left join days d on d.day >= p."from" and d.day < p.until
   group by p.no order by p.no`;

/** Whose results. */
export interface ResultsOf {
  readonly clientId: string;
  readonly contractId: string;
  readonly periods: readonly Period[];
}

/** A fingerprint of the scorecards and objective results published for each period: what they say, not when or as which row. */
export const resultsFingerprints = async (tx: Tx, { clientId, contractId, periods }: ResultsOf): Promise<string[]> => {
  const found = await rows<{ print: string }>(tx, RESULTS, [
    ...[clientId, contractId, periods.map(({ kind }) => kind), periods.map(({ from }) => from)],
  ]);
  return found.map(({ print }) => print);
};

/** Named, so that columns of releases to come alter no fingerprint. */
const SAID = {
  scorecard: `r.subject_kind, r.subject_id, r.service_id, r.team_id, r.person_id, r.role_code, r.score, r.rank, r.ranked_of,
    r.items, r.data_quality, r.level, r.composition, r.positions`,
  objective_result: "r.objective_id, r.objective_version, r.outcome, r.shortfall, r.misses_allowed, r.item",
};

/** Version 1: what was published at closing. */
const hashesOf = (table: keyof typeof SAID): string => `
  select p.no, sha256(record_send(row('${table}'::text, ${SAID[table]}))) as hash
    from period p join ${table} r on r.client_id = $1 and r.contract_id = $2 and r.period_kind = p.kind
     and r.period_from = p."from" and r.version = 1`;

const RESULTS = `
  with period as materialized (
    select * from unnest($3::text[], $4::date[]) with ordinality as p(kind, "from", no)),
  result as (${hashesOf("scorecard")} union all ${hashesOf("objective_result")})
  select encode(sha256(coalesce(string_agg(r.hash, ''::bytea order by r.hash), ''::bytea)), 'hex') as print
    from period p left join result r on r.no = p.no group by p.no order by p.no`;
