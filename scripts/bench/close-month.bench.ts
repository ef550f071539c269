import { isDeepStrictEqual } from "node:util";
import { join } from "node:path";
import type { Client } from "pg";
import type { BenchDatabase } from "./bench-database";
import { peakMemoryOf } from "./child-memory";
import { byHand, saved } from "./closing-by-hand";
import { closeMonth, reopenMonth, type ClosingCost } from "./closing-run";
import type { ClosingStore } from "./closing-month";
import { fillClosingStore } from "./closing-store";
import type { BenchContext, Measurement } from "./measurement";
import { pairedRatio, ratioOf, secondsOf, type Ratio } from "./ratio";
import { onAdmin } from "./recompute-store";

const MANY = 2_000;
const FEW = 200;

export const measurements: readonly Measurement[] = [
  {
    name: "close-month",
    says: "closing a month for 2,000 people × 12 KPIs, from touched days to final ÷ one statement with the same sums, seconds",
    aim: { atMost: 3 },
    run: againstOneStatement,
  },
  {
    name: "close-month-memory",
    says: "peak memory of closing a month for 2,000 people ÷ 200 people, each in a process of its own",
    aim: { atMost: 3 },
    run: measureMemory,
  },
];

interface Bench {
  readonly database: BenchDatabase;
  readonly store: ClosingStore;
}

const opened = (context: BenchContext, people: number): Promise<Bench> =>
  context.once(`closing-${people}`, async () => {
    const database = await context.newDatabase(`closing_${people}`);
    context.say(`filling 13 months of daily measures of ${people.toLocaleString("en")} people`);
    return { database, store: await fillClosingStore(database, people) };
  });

async function againstOneStatement(context: BenchContext): Promise<Ratio> {
  const [few, many] = [await opened(context, FEW), await opened(context, context.quick ? FEW * 2 : MANY)];
  const { statements } = await closed(few);
  return onAdmin(many.database, async (admin) => {
    await refuseUnlessEqual(admin, many, statements);
    const ratio = await pairedRatio({
      first: ["ours s", async () => (await closed(many)).seconds],
      second: ["one statement s", () => secondsOf(() => byHand(admin, many.store))],
      pairs: context.quick ? 2 : 7,
    });
    return { ...ratio, figures: { ...ratio.figures, statements } };
  });
}

async function closed({ database, store }: Bench): Promise<ClosingCost> {
  await reopenMonth(database, store);
  return closeMonth(database, store);
}

/** Rows that one statement saves at most, so that it does not grow beyond some megabytes. */
const ROWS_PER_STATEMENT = 2_000;

/** Lanes share out the days differently each time, so that some transactions have days of one stream more. */
const CHANCE = 1.1;

/** A ratio of two different sums would say nothing; and how many statements there are must not follow the people. */
async function refuseUnlessEqual(admin: Client, bench: Bench, statementsOfFew: number): Promise<void> {
  const { statements } = await closed(bench);
  const [ours, theirs] = [await saved(admin, bench.store), await byHand(admin, bench.store)].map(bySubject);
  if (!isDeepStrictEqual(ours, theirs)) throw new Error("The scorecards and the one statement do not say the same.");
  const more = Math.ceil(ours!.length / ROWS_PER_STATEMENT) - 1;
  if (statements > CHANCE * statementsOfFew + more)
    throw new Error(`${statements} statements, with fewer people ${statementsOfFew}`);
}

const bySubject = (found: readonly Record<string, string>[]): Record<string, string>[] =>
  [...found].sort((a, b) => (a.subject! < b.subject! ? -1 : 1));

async function measureMemory(context: BenchContext): Promise<Ratio> {
  const [few, many] = [await opened(context, FEW), await opened(context, context.quick ? FEW * 2 : MANY)];
  const peakOf = async ({ database, store }: Bench): Promise<number> => {
    await reopenMonth(database, store);
    const args = [database.adminUrl, database.appUrl, JSON.stringify(store)];
    return (await peakMemoryOf([join(__dirname, "close-once.js"), ...args])).peakBytes / 1_000_000;
  };
  const peaks: [number, number][] = [];
  for (let i = 0; i < (context.quick ? 1 : 2); i++) peaks.push([await peakOf(many), await peakOf(few)]);
  return ratioOf(peaks, [`MB of ${many.store.people} people`, `MB of ${few.store.people} people`]);
}
