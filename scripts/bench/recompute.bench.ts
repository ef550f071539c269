import type { Client } from "pg";
import { MeasureService } from "../../src/measures/measure.service";
import { inTransaction } from "../../src/platform/database";
import type { BenchDatabase } from "./bench-database";
import type { BenchContext, Measurement } from "./measurement";
import { fillRecomputeStore, onAdmin, type RecomputeStore } from "./recompute-store";
import { pairedRatio, secondsOf, type PairedRuns, type Ratio } from "./ratio";

const LARGE = 1_000_000;
const SMALL = 100_000;
const TOUCHED_DAYS = 3;

export const measurements: readonly Measurement[] = [
  {
    name: "recompute-1m",
    says: "recomputing 3 touched days (12,000 calls) in a store of 1 M contacts ÷ one GROUP BY over those days, seconds",
    aim: { atMost: 2 },
    run: (context) => againstGroupBy(context, LARGE),
  },
  {
    name: "recompute-100k",
    says: "the same in a store of 100 k contacts",
    aim: { atMost: 2 },
    run: (context) => againstGroupBy(context, SMALL),
  },
  {
    name: "recompute-growth",
    says: "recomputing 3 touched days in a store of 1 M contacts ÷ in one of 100 k, seconds",
    aim: { atMost: 1.2 },
    run: acrossSizes,
  },
];

interface Bench {
  readonly database: BenchDatabase;
  readonly store: RecomputeStore;
}

const opened = (context: BenchContext, contacts: number): Promise<Bench> =>
  context.once(`recompute-${contacts}`, async () => {
    const database = await context.newDatabase(`recompute_${contacts}`);
    context.say(`filling a store with ${contacts.toLocaleString("en")} contacts`);
    return { database, store: await fillRecomputeStore(database, contacts) };
  });

async function againstGroupBy(context: BenchContext, contacts: number): Promise<Ratio> {
  const bench = await opened(context, contacts);
  return onAdmin(bench.database, async (admin) => {
    const next = daysInTurn(bench.store);
    let days = next();
    await refuseUnlessEqual(admin, bench, days);
    return pairedRatio({
      first: ["ours s", () => recompute(admin, bench, (days = next()))],
      second: ["GROUP BY s", () => secondsOf(() => groupBy(admin, bench.store, days))],
      ...rounds(context),
    });
  });
}

async function acrossSizes(context: BenchContext): Promise<Ratio> {
  const [large, small] = [await opened(context, LARGE), await opened(context, SMALL)];
  return onAdmin(large.database, (adminOfLarge) =>
    onAdmin(small.database, (adminOfSmall) => {
      const [nextLarge, nextSmall] = [daysInTurn(large.store), daysInTurn(small.store)];
      return pairedRatio({
        first: ["1 M s", () => recompute(adminOfLarge, large, nextLarge())],
        second: ["100 k s", () => recompute(adminOfSmall, small, nextSmall())],
        ...rounds(context),
      });
    }),
  );
}

const rounds = ({ quick }: BenchContext): Pick<PairedRuns, "pairs" | "warmUps"> => ({
  pairs: quick ? 5 : 41,
  warmUps: quick ? 2 : 8,
});

/** Other days each time, spread over the whole store. */
function daysInTurn({ days }: RecomputeStore): () => string[] {
  let turn = 0;
  return () => {
    turn += 1;
    return Array.from({ length: TOUCHED_DAYS }, (_, i) => days[(turn * 7 + i * 5) % days.length] as string);
  };
}

/** Seconds from claiming the log to the commit of the last row, with a mark for each period above. */
async function recompute(admin: Client, { database, store }: Bench, days: readonly string[]): Promise<number> {
  const { clientId, serviceId } = store;
  await admin.query(
    `insert into touched_day (client_id, stream, service_id, day) select $1, 'contact', $2, unnest($3::date[])`,
    [clientId, serviceId, days],
  );
  const measures = new MeasureService();
  const seconds = await secondsOf(() =>
    inTransaction(database.db, { clientIds: [clientId], internal: true }, (tx) =>
      measures.recomputeTouched(tx, { clientId, limit: 100 }),
    ),
  );
  await admin.query("truncate touched_period");
  return seconds;
}

/** What somebody would write who wants these sums now and does not keep them. */
const GROUP_BY = `
  select day, channel, person_id, count(*) as offered,
         count(*) filter (where answered) as answered,
         count(*) filter (where abandoned) as abandoned,
         count(*) filter (where outcome = 'flow_out') as flow_outs,
         count(*) filter (where outcome = 'breakout') as breakouts,
         count(*) filter (where answered and wait_seconds <= 20) as answered_within,
         count(*) filter (where abandoned and wait_seconds <= 20) as abandoned_within,
         count(*) filter (where outcome = 'callback' and wait_seconds <= 20) as callbacks_within,
         count(*) filter (where abandoned and wait_seconds <= 5) as short_abandoned,
         count(*) filter (where abandoned and wait_seconds > 5 and wait_seconds <= 20) as abandoned_within_not_short,
         count(*) filter (where answered and wait_seconds is not null) as answers_timed,
         coalesce(sum(wait_seconds) filter (where answered), 0) as wait_seconds,
         count(*) filter (where answered) as handled,
         count(*) filter (where answered and talk_seconds is not null) as handled_timed,
         coalesce(sum(talk_seconds) filter (where answered), 0) as talk_seconds,
         coalesce(sum(hold_seconds) filter (where answered and talk_seconds is not null), 0) as hold_seconds,
         coalesce(sum(wrap_seconds) filter (where answered and talk_seconds is not null), 0) as wrap_seconds,
         count(*) filter (where answered and hold_seconds > 0) as held,
         coalesce(sum(hold_seconds) filter (where answered and hold_seconds > 0), 0) as held_seconds,
         count(*) filter (where answered and transferred is not null) as handled_transfer_known,
         count(*) filter (where answered and transferred) as handled_transferred,
         count(*) filter (where answered and wait_seconds is not null and ring_seconds is not null) as answers_ring_known,
         coalesce(sum(wait_seconds - ring_seconds) filter (where answered), 0) as wait_without_ring_seconds,
         count(*) filter (where answered and wait_seconds is not null and whisper_seconds is not null)
           as answers_whisper_known,
         coalesce(sum(wait_seconds + whisper_seconds) filter (where answered), 0) as wait_with_whisper_seconds
    from (select *, offered_day as day, outcome = 'answered' as answered, outcome = 'abandoned' as abandoned
            from contact where client_id = $1 and service_id = $2 and offered_day = any($3::date[])) c
   group by day, channel, person_id`;

const groupBy = (admin: Client, { clientId, serviceId }: RecomputeStore, days: readonly string[]) =>
  admin.query<Record<string, string>>(GROUP_BY, [clientId, serviceId, days]);

/** A ratio of two different sums would say nothing. */
async function refuseUnlessEqual(admin: Client, bench: Bench, days: readonly string[]): Promise<void> {
  await recompute(admin, bench, days);
  const byHand = await groupBy(admin, bench.store, days);
  const stored = await admin.query<{ measure: string; total: number }>(
    `select s.measure, sum(d.sums[s.slot]) as total from daily_measures d join measure_slot s on s.stream = d.stream
      where d.client_id = $1 and d.day = any($2::date[]) group by s.measure`,
    [bench.store.clientId, days],
  );
  const wrong = stored.rows.filter(({ measure, total }) => {
    return total !== byHand.rows.reduce((sum, row) => sum + Number(row[measure]), 0);
  });
  if (wrong.length > 0 || stored.rows.length === 0) throw new Error(`Not the same sums: ${JSON.stringify(wrong)}`);
}
