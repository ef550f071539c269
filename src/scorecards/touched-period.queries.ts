import { CLIENT_WIDE_CONTRACTS } from "../people/client-wide.queries";
import { affected, rows, type Tx } from "../platform/database";
import type { Day } from "../shared/day";
import { groupBy } from "../shared/group-by";
import { periodContaining, periodsContaining, type Period, type PeriodKind } from "../shared/period";

/** Periods of one contract whose scorecards must follow. */
export interface DuePeriods {
  readonly contractId: string;
  readonly periods: readonly Period[];
}

interface Entry {
  readonly contractId: string;
  readonly kind: PeriodKind;
  readonly from: Day;
}

/** A touched period with how many positions there are under its contract, about as many as scorecards are computed. */
interface SizedEntry extends Entry {
  readonly id: number;
  readonly positions: number;
}

/** Scorecards of one claim, about, at most: memory must not follow the number of periods times that of people. */
const CARDS_PER_CLAIM = 5_000;

/** Repetitions of one period in the log, at most, that one claim takes along. */
const ENTRIES_PER_PERIOD = 50;

/**
 * Takes entries of at most `limit` periods off the log, fewer of contracts with many people, and locks those periods until
 * the transaction ends. Entries that another worker holds are left to it. Whoever reads facts after this, in a new statement, sees everything that
 * was written before the entries were.
 */
export async function claimTouchedPeriods(
  tx: Tx,
  clientId: string,
  { limit, now }: { readonly limit: number; readonly now: Date },
): Promise<DuePeriods[]> {
  const entries = await rows<SizedEntry>(tx, DUE_ENTRIES, [clientId, limit * ENTRIES_PER_PERIOD, now]);
  const groups = firstOf([...groupBy(entries, keyOf).values()], limit);
  if (groups.length === 0) return [];
  await rows(tx, "delete from touched_period where client_id = $1 and id = any($2)", [
    clientId,
    groups.flat().map(({ id }) => id),
  ]);
  await lock(
    tx,
    groups.map((group) => keyOf(group[0]!)),
  );
  return duePeriods(groups.map((group) => group[0]!));
}

/** Whether the day that counts has come, where the contract counts its days. $3 now. */
const IS_DUE = `(t.due_on = '-infinity' or exists (
    select from contract c where c.client_id = $1 and c.id = t.contract_id
       and t.due_on <= ($3::timestamptz at time zone c.time_zone)::date))`;

const DUE_ENTRIES = `
  with size as materialized (
    select contract_id, count(*) as positions from position
     where client_id = $1 and superseded_at is null group by contract_id)
  select t.id, t.contract_id as "contractId", t.period_kind as kind, t.period_from as "from",
         coalesce(size.positions, 0) as positions
    from touched_period t left join size on size.contract_id = t.contract_id
   where t.client_id = $1 and ${IS_DUE}
   order by t.contract_id, t.period_kind, t.period_from limit $2 for update of t skip locked`;

/** At least one, and no more than have about so many scorecards together. */
function firstOf(groups: readonly SizedEntry[][], limit: number): SizedEntry[][] {
  let cards = 0;
  return groups.slice(0, limit).filter(([first], index) => {
    cards += first!.positions;
    return index === 0 || cards <= CARDS_PER_CLAIM;
  });
}

const keyOf = ({ contractId, kind, from }: Entry): string => `${contractId}/${kind}/${from}`;

/** In one order for all workers, so that two of them never wait for each other. */
async function lock(tx: Tx, keys: readonly string[]): Promise<void> {
  await rows(tx, "select pg_advisory_xact_lock(hashtextextended(key, 11)) from unnest($1::text[]) as k(key)", [
    [...keys].sort(),
  ]);
}

/** Locks periods of a contract until the transaction ends, as whoever computes them does. */
export const lockPeriods = (tx: Tx, { contractId, periods }: DuePeriods): Promise<void> =>
  lock(
    tx,
    periods.map(({ kind, from }) => keyOf({ contractId, kind, from })),
  );

/** Whether the log holds periods that are due. */
export async function hasTouchedPeriods(tx: Tx, clientId: string, now: Date): Promise<boolean> {
  const [found] = await rows<{ any: boolean }>(
    tx,
    `select exists (select from touched_period t where client_id = $1 and ${IS_DUE.replace("$3", "$2")}) as "any"`,
    [clientId, now],
  );
  return found?.any ?? false;
}

const duePeriods = (entries: readonly Entry[]): DuePeriods[] =>
  [...groupBy(entries, (one) => one.contractId)].map(([contractId, group]) => ({
    contractId,
    periods: group.map(({ kind, from }) => periodContaining(kind, from)),
  }));

/**
 * Marks every period of a contract, from the one that contains `from` to the last that begins before `until` where that
 * is said, that has facts or results: for definitions that changed. Contracts under which somebody answers for every contract follow. Returns how many.
 */
export async function touchPeriods(
  tx: Tx,
  { clientId, contractId, from, until }: { clientId: string; contractId: string; from: Day; until?: Day | undefined },
): Promise<number> {
  const withFacts = await rows<{ day: Day }>(
    tx,
    `select distinct d.day from daily_measures d join service s on s.client_id = d.client_id and s.id = d.service_id
      where d.client_id = $1 and d.day >= $3
        and (s.contract_id = $2 or $2 in (${CLIENT_WIDE_CONTRACTS}))`,
    [clientId, contractId, periodContaining("year", from).from],
  );
  const withResults = await rows<{ kind: PeriodKind; from: Day }>(
    tx,
    `select period_kind as kind, period_from as "from" from scorecard
      where client_id = $1 and contract_id = $2 and period_until > $3
     union
     select period_kind, period_from from objective_result
      where client_id = $1 and contract_id = $2 and period_until > $3`,
    [clientId, contractId, from],
  );
  const periods = [
    ...withFacts.flatMap(({ day }) => periodsContaining(day)),
    ...withResults.map((one) => periodContaining(one.kind, one.from)),
  ].filter((one) => one.until > from && (until === undefined || one.from < until));
  return mark(tx, { clientId, contractId, periods });
}

/**
 * Marks periods that ended after they were last looked at: days without data and misses still allowed only then have
 * their last word. One day of UTC more, so that no zone of the world is still inside.
 */
export const touchEndedPeriods = (tx: Tx, clientId: string, now: Date): Promise<number> =>
  affected(
    tx,
    `insert into touched_period (client_id, contract_id, period_kind, period_from)
     select client_id, contract_id, period_kind, period_from from objective_result where ${ENDED_SINCE}
     union
     select client_id, contract_id, period_kind, period_from from scorecard
      where ${ENDED_SINCE} and subject_kind in ('contract', 'service')
     except
     select client_id, contract_id, period_kind, period_from from touched_period where client_id = $1`,
    [clientId, now],
  );

const ENDED_SINCE = `client_id = $1 and state = 'provisional'
  and computed_at < (period_until + 1)::timestamp at time zone 'UTC'
  and (period_until + 1)::timestamp at time zone 'UTC' <= $2`;

async function mark(
  tx: Tx,
  { clientId, contractId, periods }: { clientId: string; contractId: string; periods: readonly Period[] },
): Promise<number> {
  const distinct = [...new Map(periods.map((one) => [`${one.kind}/${one.from}`, one])).values()];
  return affected(
    tx,
    `insert into touched_period (client_id, contract_id, period_kind, period_from)
     select $1, contract.id, kind, "from" from unnest($3::text[], $4::date[]) as p(kind, "from")
      cross join (select $2::uuid as id union ${CLIENT_WIDE_CONTRACTS}) as contract`,
    [clientId, contractId, distinct.map(({ kind }) => kind), distinct.map(({ from }) => from)],
  );
}
