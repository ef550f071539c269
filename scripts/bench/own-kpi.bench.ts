import { createReadStream } from "node:fs";
import { join } from "node:path";
import { findKpi, KPIS } from "../../src/kpis/catalogue/kpis";
import { resolveKpi } from "../../src/kpis/kpi-in-use.rules";
import { OwnKpiService } from "../../src/kpis/own/own-kpi.service";
import { OwnMeasureService } from "../../src/kpis/own/own-measure.service";
import { MeasureService } from "../../src/measures/measure.service";
import { SlotService } from "../../src/measures/slot.service";
import { inTransaction, rows, type Tx } from "../../src/platform/database";
import type { DefinitionContext } from "../../src/platform/definitions/definition-context";
import type { Day } from "../../src/shared/day";
import type { BenchDatabase } from "./bench-database";
import { writeContactFile } from "./contact-file";
import { CHANNEL, CHUNK_BYTES, openIngest, PEOPLE, SERVICE, withAdmin } from "./ingest-store";
import type { BenchContext, Measurement } from "./measurement";
import { median, pairedRatio, ratioOf, secondsOf, type Ratio } from "./ratio";
import { fillRecomputeStore, type RecomputeStore } from "./recompute-store";

const LARGE = 1_000_000;
const SMALL = 100_000;
const DAYS_PER_TRANSACTION = 50;

export const measurements: readonly Measurement[] = [
  {
    name: "own-kpi-queries",
    says: "summing a quarter while a KPI of one's own is back-filled over 1 M contacts ÷ summing it before, seconds",
    aim: { atMost: 2 },
    run: queriesMeanwhile,
  },
  {
    name: "own-measure-cost",
    says: "taking in contacts and recomputing their days with one more measure ÷ without it, seconds",
    aim: { atMost: 1.03 },
    run: costOfOneMore,
  },
];

interface Client {
  readonly database: BenchDatabase;
  readonly clientId: string;
}

const within = <T>({ database, clientId }: Client, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(database.db, { clientIds: [clientId], internal: true }, work);

async function queriesMeanwhile(context: BenchContext): Promise<Ratio> {
  const database = await context.newDatabase("own_kpi");
  const contacts = context.quick ? SMALL : LARGE;
  context.say(`filling a store with ${contacts.toLocaleString("en")} contacts, and computing its days`);
  const store = await fillRecomputeStore(database, contacts);
  const client = { database, clientId: store.clientId };
  await within(client, (tx) => new MeasureService().rebuild(tx, client.clientId));
  await computeDays(client);
  const before: number[] = [];
  for (let i = 0; i < 200; i += 1) before.push(await aQuarter(client, store, i));
  await defineSlowAnswers(client);
  await within(client, (tx) => new SlotService().ensureSlots(tx, client.clientId, [resolveKpi({ kpiCode: "SLOW" })]));
  let isDone = false;
  const work = secondsOf(() => computeDays(client)).finally(() => (isDone = true));
  const during: number[] = [];
  for (let i = 0; !isDone; i += 1) during.push(await aQuarter(client, store, i));
  const seconds = await work;
  const usual = median(before);
  const ratio = ratioOf(
    during.map((one): [number, number] => [one, usual]),
    ["during s", "before s"],
  );
  const figures = {
    ...ratio.figures,
    "back-fill s": seconds,
    days: store.days.length,
    "queries meanwhile": during.length,
  };
  return { ...ratio, figures };
}

/** Every touched day, as a worker does it; how many there were. */
async function computeDays(client: Client): Promise<number> {
  const measures = new MeasureService();
  const order = { clientId: client.clientId, limit: DAYS_PER_TRANSACTION };
  for (let done = 0; ;) {
    const { days, remaining } = await within(client, (tx) => measures.recomputeTouched(tx, order));
    done += days.length;
    if (!remaining) return done;
  }
}

/** What a portal asks: three sums of a quarter by person. */
const aQuarter = (client: Client, { days }: RecomputeStore, turn: number): Promise<number> =>
  secondsOf(() =>
    within(client, (tx) =>
      rows(tx, QUARTER, [client.clientId, days[(turn * 7) % Math.max(1, days.length - 90)]], "bench-quarter"),
    ),
  );

const QUARTER = `
  select person_id, sum(sums[1]), sum(sums[2]), sum(sums[3]) from daily_measures
   where client_id = $1 and stream = 'contact' and day >= $2::date and day < $2::date + 90 group by person_id`;

/** Answers after a limit, of calls about a bill: a condition on a text, one on a word, and a parameter. */
async function defineSlowAnswers(client: Client): Promise<void> {
  const { clientId } = client;
  const context: DefinitionContext = {
    ...{ actor: "bench", now: new Date(), requestId: null, clientIds: [clientId], internal: true },
  };
  const kpis = new OwnKpiService(() => Promise.resolve());
  const measures = new OwnMeasureService((tx, code) => kpis.followMeasure(tx, code, context));
  const where = [
    { field: "outcome", is: "=" as const, value: "answered" },
    { field: "reason", is: "=" as const, value: "bill" },
    { field: "wait_seconds", is: ">" as const, parameter: "limitSeconds" },
  ];
  const limit = {
    name: "limitSeconds",
    unit: "seconds" as const,
    default: 30,
    minimum: 0,
    maximum: 600,
    description: "L",
  };
  await within(client, async (tx) => {
    await measures.define(tx, context, {
      code: "slow",
      stream: "contact",
      description: "Slow.",
      versions: [{ where }],
    });
    await kpis.define(tx, context, {
      ...{ code: "SLOW", names: { en: "Slow" }, descriptions: { en: "Slow." }, family: "efficiency", unit: "share" },
      ...{ direction: "minimise", parameters: [limit], versions: [{ formula: "slow / answered" }] },
    });
  });
}

async function costOfOneMore(context: BenchContext): Promise<Ratio> {
  const file = await writeContactFile(join(context.folder, "own-kpi.csv"), {
    ...{ size: { rows: context.quick ? 5_000 : 20_000 }, services: [SERVICE], people: PEOPLE, channel: CHANNEL },
    ...{ from: "2026-05-01" as Day, until: "2026-05-08" as Day },
  });
  const oneMore = await takingIn(context, file.path, true);
  const without = await takingIn(context, file.path, false);
  return pairedRatio({
    first: ["with s", oneMore],
    second: ["without s", without],
    ...(context.quick ? { pairs: 3, warmUps: 1 } : { pairs: 75, warmUps: 3 }),
  });
}

/** From the first byte of a file to the last of its days. */
async function takingIn(context: BenchContext, path: string, isMore: boolean): Promise<() => Promise<number>> {
  const database = await context.newDatabase(isMore ? "own_measure_with" : "own_measure_without");
  const bench = await openIngest(database);
  const client = { database, clientId: bench.clientId };
  if (isMore) await defineSlowAnswers(client);
  await within(client, (tx) => {
    const codes = [...KPIS.map(({ code }) => code), ...(findKpi("SLOW") ? ["SLOW"] : [])];
    return new SlotService().ensureSlots(
      tx,
      client.clientId,
      codes.map((kpiCode) => resolveKpi({ kpiCode })),
    );
  });
  return () =>
    withAdmin(database, async (admin) => {
      await admin.query("truncate contact, touched_day, import, import_reject, daily_measures, touched_period");
      return secondsOf(async () => {
        await bench.send([], { bytes: createReadStream(path, { highWaterMark: CHUNK_BYTES }) });
        await computeDays(client);
      });
    });
}
