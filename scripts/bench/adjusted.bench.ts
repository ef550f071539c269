import type { Client } from "pg";
import { resolveKpi } from "../../src/kpis/kpi-in-use.rules";
import { MeasureService } from "../../src/measures/measure.service";
import { readSlots } from "../../src/measures/slot.service";
import { slotsOf } from "../../src/measures/slots.rules";
import { inTransaction, type Tx } from "../../src/platform/database";
import type { AdjustedAsk } from "../../src/scorecards/adjusted/adjusted-ask";
import { loadAdjusted } from "../../src/scorecards/adjusted/adjusted-book";
import { FormulaBook } from "../../src/scorecards/formula-book.rules";
import type { Subject } from "../../src/scorecards/subject.rules";
import { addDays, type Day } from "../../src/shared/day";
import { newId } from "../../src/shared/ids";
import type { BenchDatabase } from "./bench-database";
import type { BenchContext, Measurement } from "./measurement";
import { pairedRatio, secondsOf, type Ratio } from "./ratio";
import { fillRecomputeStore, onAdmin, type RecomputeStore } from "./recompute-store";

const CONTACTS = 100_000;
const KPIS = ["SERVICE_LEVEL", "AHT", "ASA", "ABANDONMENT_RATE"];

export const measurements: readonly Measurement[] = [
  {
    name: "adjusted",
    says: "4 objectives of a month of 100 k contacts within a measuring calendar ÷ recomputing the days of that month, seconds",
    aim: { atMost: 2 },
    run: againstRecompute,
  },
];

interface Bench {
  readonly database: BenchDatabase;
  readonly store: RecomputeStore;
  readonly calendarId: string;
}

async function againstRecompute(context: BenchContext): Promise<Ratio> {
  const database = await context.newDatabase("adjusted");
  context.say(`filling a store with ${CONTACTS.toLocaleString("en")} contacts`);
  const bench = { database, store: await fillRecomputeStore(database, CONTACTS), calendarId: newId() };
  return onAdmin(database, async (admin) => {
    await admin.query(OPEN_DAILY, [bench.store.clientId, bench.calendarId, bench.store.days]);
    await recompute(admin, bench);
    await refuseUnlessCut(bench);
    return pairedRatio({
      first: ["adjusted s", () => secondsOf(() => within(bench, (tx) => adjusted(tx, bench, KPIS)))],
      second: ["recompute s", () => recompute(admin, bench)],
      ...(context.quick ? { pairs: 3, warmUps: 1 } : { pairs: 15, warmUps: 3 }),
    });
  });
}

/** From nine until five, so that every day is cut twice. */
const OPEN_DAILY = `
  insert into calendar_window (client_id, calendar_id, starts_at, ends_at, seconds_before)
  select $1, $2, (d + time '09:00') at time zone 'UTC', (d + time '17:00') at time zone 'UTC', 28800 * (i - 1)
    from unnest($3::date[]) with ordinality as t(d, i)`;

const within = <T>({ database, store }: Bench, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(database.db, { clientIds: [store.clientId], internal: true }, work);

async function adjusted(tx: Tx, { store, calendarId }: Bench, codes: readonly string[]) {
  const { clientId } = store;
  const first = store.days[0] as Day;
  const until = addDays(store.days.at(-1) as Day, 1);
  const days = { from: first, until: null };
  const sources = [{ serviceId: store.serviceId, personId: null, days }];
  const subject = { kind: "service", id: store.serviceId, sources, days } as unknown as Subject;
  const asks = codes.map((kpiCode): AdjustedAsk => ({
    ...{ subject, span: { from: first, until } },
    item: { kpi: resolveKpi({ kpiCode }), minSample: 0, days },
    version: { objectiveId: kpiCode, version: 1, calendarId, exclusionsAllowed: null, relief: null },
  }));
  const formulas = new FormulaBook(slotsOf(await readSlots(tx)), new Map());
  const book = await loadAdjusted(tx, { clientId, contractId: newId(), formulas, today: until }, asks);
  return asks.map((ask) => book.of(ask)?.figure);
}

/** Of twelve hours of calls, eight count. */
async function refuseUnlessCut(bench: Bench): Promise<void> {
  const [level] = await within(bench, (tx) => adjusted(tx, bench, KPIS));
  const share = Number(level?.denominator) / CONTACTS;
  if (!(share > 0.6 && share < 0.75)) throw new Error(`Of all calls ${share} count, instead of two thirds.`);
}

/** Seconds of recomputing every day of the month. */
async function recompute(admin: Client, { database, store }: Bench): Promise<number> {
  const { clientId, serviceId, days } = store;
  await admin.query(
    "insert into touched_day (client_id, stream, service_id, day) select $1, 'contact', $2, unnest($3::date[])",
    [clientId, serviceId, days],
  );
  const seconds = await secondsOf(() =>
    inTransaction(database.db, { clientIds: [clientId], internal: true }, (tx) =>
      new MeasureService().recomputeTouched(tx, { clientId, limit: 100 }),
    ),
  );
  await admin.query("truncate touched_period");
  return seconds;
}
