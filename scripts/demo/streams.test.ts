import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { DataSource } from "typeorm";
import { canonicalProfile } from "../../src/facts/canonical-profile";
import { IngestService } from "../../src/facts/ingest.service";
import { columnsWanted } from "../../src/facts/row-mapper";
import { applySetup } from "../../src/main/commands/apply.command";
import { settle } from "../../src/main/pipeline";
import { wireServices } from "../../src/main/services";
import { allClientIds } from "../../src/clients/tenant.queries";
import { inTransaction } from "../../src/platform/database";
import { quietLog } from "../../src/platform/log";
import { RIGHTS, type Viewer } from "../../src/platform/viewer";
import { readSetup } from "../../src/setup/setup-files";
import { addDays, type Day } from "../../src/shared/day";
import { NIL_ID } from "../../src/shared/ids";
import { STREAMS, type Stream } from "../../src/shared/stream";
import { seeded } from "../../src/test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../../src/test-support/test-database";
import { contactsOf, type DemoDays } from "./facts";
import { DESKS } from "./house";
import { writeSetup } from "./setup";
import { factsOf } from "./streams/day-facts";
import type { DemoRow } from "./streams/demo-row";

const FROM = "2026-09-28" as Day;
const DAYS: DemoDays = { from: FROM, until: addDays(FROM, 8), lastMonth: FROM, badFrom: FROM, badUntil: FROM };
const NOW = new Date("2026-10-06T09:00:00Z");
const CLIENT = "jadran";

const folder = mkdtempSync(join(tmpdir(), "regia-streams-"));
const opened: TestDatabase[] = [];
afterAll(() => rmSync(folder, { recursive: true }));
afterAll(() => Promise.all(opened.map((one) => one.drop())));

/** A store with the demo's definitions and no facts. */
async function anEmptyHouse(): Promise<DataSource> {
  const database = await createTestDatabase();
  opened.push(database);
  writeSetup(folder, addDays(FROM, -1));
  const { problems } = await applySetup(wireServices(), database.db, { setup: readSetup(folder), now: NOW });
  expect(problems).toEqual([]);
  return database.db;
}

/** Eight days of every stream, of one client. */
function everyRow(): Map<Stream, DemoRow[]> {
  const all = new Map<Stream, DemoRow[]>(STREAMS.map((stream) => [stream, []]));
  for (const { stream, row } of factsOf(CLIENT, DAYS)) all.get(stream)!.push(row);
  for (const desk of DESKS.filter(({ client }) => client === CLIENT))
    for (const one of contactsOf(desk, DAYS))
      all.get("contact")!.push({
        external_id: one.id,
        service: desk.service,
        channel: desk.channel,
        person: one.agent,
        outcome: one.agent ? "answered" : "abandoned",
        offered_at: `${one.day}T${new Date(one.offeredAt * 1000).toISOString().slice(11, 19)}`,
        wait_seconds: one.waitSeconds,
        talk_seconds: one.agent ? one.talkSeconds : null,
      });
  return all;
}

interface Sending {
  readonly stream: Stream;
  readonly rows: readonly DemoRow[];
  readonly batchRows?: number;
}

async function send(db: DataSource, { stream, rows, batchRows }: Sending): Promise<void> {
  const clientIds = await allClientIds(db);
  const by: Viewer = {
    kind: "internal",
    id: NIL_ID,
    name: "test",
    personId: null,
    sight: null,
    clientIds,
    rights: new Set(RIGHTS),
  };
  const columns = columnsWanted(canonicalProfile(stream)).all;
  const lines = rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((name) => [name, row[name] ?? null]))));
  const ingest = new IngestService({ db, clock: () => NOW, log: quietLog, onFactsAppended: () => undefined });
  const file = { client: CLIENT, stream, profile: "regia", source: "demo", by };
  const bytes = Readable.from([Buffer.from(`${lines.join("\n")}\n`)]);
  const report = await ingest.ingestFile({ ...file, bytes, ...(batchRows ? { batchRows } : {}) });
  expect({ stream, state: report.state, rejected: report.rows.rejected, error: report.error }).toEqual({
    ...{ stream, state: "finished", rejected: 0, error: null },
  });
}

/** Every sum, by codes: ids differ between stores. */
async function dailyMeasures(db: DataSource): Promise<unknown[]> {
  const clientIds = await allClientIds(db);
  return inTransaction(db, { clientIds, internal: true }, (tx) =>
    tx.query(
      `select m.stream, s.code as service, m.day, m.channel, p.code as person, m.sums
         from daily_measures m
         join service s on s.client_id = m.client_id and s.id = m.service_id
         left join person p on p.id = m.person_id
        where m.client_id = any($1)
        order by 1, 2, 3, 4, 5`,
      [clientIds],
    ),
  );
}

const measuredStreams = (all: readonly unknown[]): Stream[] => [
  ...new Set((all as { stream: Stream }[]).map(({ stream }) => stream)),
];

const shuffled = <T>(all: readonly T[], random: () => number): T[] =>
  all
    .map((one) => [random(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);

describe("the daily measures of every stream", () => {
  let plain: unknown[];
  let store: DataSource;
  const services = wireServices();
  const rows = everyRow();

  beforeAll(async () => {
    store = await anEmptyHouse();
    for (const [stream, ofStream] of rows) if (ofStream.length > 0) await send(store, { stream, rows: ofStream });
    await settle(services, store, { now: NOW });
    plain = await dailyMeasures(store);
  }, 120_000);

  it("are there", () => {
    const sent = [...rows].filter(([, ofStream]) => ofStream.length > 0).map(([stream]) => stream);

    expect(measuredStreams(plain).sort()).toEqual(
      sent
        .filter((stream) => stream !== "case_event")
        .concat("case")
        .sort(),
    );
  });

  it("do not depend on order, repetition or size of batches", async () => {
    const random = seeded(7);
    const other = await anEmptyHouse();
    const sendings = [...rows].flatMap(([stream, ofStream]) => {
      const mixed = shuffled([...ofStream, ...ofStream.filter(() => random() < 0.2)], random);
      const cut = Math.floor(mixed.length * random());
      return [mixed.slice(0, cut), mixed.slice(cut)].map((part) => ({ stream, rows: part, batchRows: 211 }));
    });

    for (const sending of shuffled(sendings, random)) {
      if (sending.rows.length > 0) await send(other, sending);
      if (random() < 0.2) await settle(services, other, { now: NOW });
    }
    await settle(services, other, { now: NOW });

    expect(await dailyMeasures(other)).toEqual(plain);
  }, 120_000);

  it("come back the same when they are deleted and computed again", async () => {
    const clientIds = await allClientIds(store);
    await inTransaction(store, { clientIds, internal: true }, async (tx) => {
      await tx.query("delete from daily_measures where client_id = any($1)", [clientIds]);
      for (const clientId of clientIds) await services.measures.rebuild(tx, clientId);
    });

    await settle(services, store, { now: NOW });

    expect(await dailyMeasures(store)).toEqual(plain);
  }, 120_000);
});
