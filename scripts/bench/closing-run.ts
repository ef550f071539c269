import { inLanes } from "../../src/main/lanes";
import { MeasureService } from "../../src/measures/measure.service";
import { inTransaction, statementCount, type Tx } from "../../src/platform/database";
import { PeriodClosingService } from "../../src/scorecards/period-closing.service";
import { ScorecardService } from "../../src/scorecards/scorecard.service";
import type { BenchDatabase } from "./bench-database";
import { MONTH, NOW, STREAMS, type ClosingStore } from "./closing-month";
import { onAdmin } from "./recompute-store";

/** What closing a month took. */
export interface ClosingCost {
  readonly seconds: number;
  readonly statements: number;
}

/** All days of the month are touched, and the last three were never computed; the month itself has no results yet. */
export const reopenMonth = (database: Pick<BenchDatabase, "adminUrl">, { clientId }: ClosingStore): Promise<void> =>
  onAdmin(database, async (admin) => {
    await admin.query(
      "truncate touched_day, touched_period, touched_histogram, scorecard, objective_result, past_result",
    );
    await admin.query("delete from period_closing where period_kind = 'month' and period_from = $1", [MONTH.from]);
    await admin.query("delete from daily_measures where client_id = $1 and day >= $2::date - 3 and day < $2", [
      clientId,
      MONTH.until,
    ]);
    await admin.query(TOUCH_MONTH, [clientId, STREAMS, MONTH.from, MONTH.until]);
  });

const TOUCH_MONTH = `
  insert into touched_day (client_id, stream, service_id, day)
  select $1, stream, s.id, d::date
    from generate_series($3::date, $4::date - 1, interval '1 day') as d, unnest($2::text[]) as stream, service s
   where s.client_id = $1 order by d, stream, s.code`;

/** From touched days to the final scorecards of everybody, of the month alone. */
export async function closeMonth(
  database: Pick<BenchDatabase, "db" | "adminUrl">,
  store: ClosingStore,
): Promise<ClosingCost> {
  const { clientId, contractId } = store;
  const scorecards = new ScorecardService();
  const closings = new PeriodClosingService();
  const days = await recomputeDays(database, store);
  await onAdmin(database, (admin) => admin.query("delete from touched_period where period_kind <> $1", [MONTH.kind]));
  const periods = await repeatedly(database, store, async (tx) => {
    return (await scorecards.rescoreTouched(tx, { clientId, limit: 40, now: NOW })).remaining;
  });
  const final = await repeatedly(database, store, async (tx) => {
    return (await closings.closeDue(tx, { clientId, contractId, now: NOW, limit: 40, closedBy: "bench" })).periods > 0;
  });
  return [days, periods, final].reduce((a, b) => {
    return { seconds: a.seconds + b.seconds, statements: a.statements + b.statements };
  });
}

/** In lanes side by side, as the settle does. */
export async function recomputeDays(database: Pick<BenchDatabase, "db">, store: ClosingStore): Promise<ClosingCost> {
  const measures = new MeasureService();
  const lanes = await inLanes(database.db, () =>
    repeatedly(database, store, async (tx) => {
      return (await measures.recomputeTouched(tx, { clientId: store.clientId, limit: 200 })).days.length > 0;
    }),
  );
  const statements = lanes.reduce((sum, lane) => sum + lane.statements, 0);
  return { seconds: Math.max(...lanes.map(({ seconds }) => seconds)), statements };
}

/** One transaction after the other, until nothing is left. */
async function repeatedly(
  { db }: Pick<BenchDatabase, "db">,
  { clientId }: ClosingStore,
  work: (tx: Tx) => Promise<boolean>,
): Promise<ClosingCost> {
  const started = performance.now();
  let statements = 0;
  for (let isLeft = true; isLeft;)
    await inTransaction(db, { clientIds: [clientId], internal: true }, async (tx) => {
      isLeft = await work(tx);
      statements += statementCount(tx);
    });
  return { seconds: (performance.now() - started) / 1000, statements };
}
