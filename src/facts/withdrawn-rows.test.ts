import { rows } from "../platform/database";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { anIngestBench, contactCsv, someContacts, type IngestBench } from "./ingest.builder";
import { outstandingRejects } from "./outstanding-rejects";

let database: TestDatabase;
let bench: IngestBench;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => void (bench = await anIngestBench({ db: database.db })));
afterAll(() => database.drop());

const answeredOnly = {
  source: "pbx",
  skipWhen: [{ column: "outcome", in: ["abandoned"] }],
  fields: {
    externalId: "external_id",
    service: "service",
    channel: "channel",
    person: "person",
    outcome: "outcome",
    offeredAt: "offered_at",
    waitSeconds: "wait_seconds",
    talkSeconds: { column: "talk_seconds", optional: true },
  },
};
const inStore = <R extends object>(sql: string): Promise<R[]> =>
  database.asInternal([bench.clientId], (tx) => rows<R>(tx, sql, [[bench.clientId]]));

describe("a row that the profile leaves out", () => {
  it("takes back the fact of its earlier copy, and touches the fact's day only", async () => {
    await bench.saveProfile("answered", answeredOnly);
    const calls = someContacts(3, (n) => ({ person: "pbx-anna", offered_at: `2026-05-0${n}T10:00:00Z` }));
    await bench.send(contactCsv(calls), { profile: "answered" });
    await inStore("delete from touched_day where client_id = any($1)");

    const corrected = { ...calls[1]!, outcome: "abandoned", talk_seconds: "" };
    const report = await bench.send(contactCsv([corrected]), { profile: "answered" });

    expect(report.rows).toEqual({ accepted: 0, replaced: 0, unchanged: 0, rejected: 0, skipped: 1 });
    expect(await inStore("select external_id as id from contact where client_id = any($1) order by 1")).toEqual([
      { id: "call-1" },
      { id: "call-3" },
    ]);
    expect(await inStore("select distinct day from touched_day where client_id = any($1)")).toEqual([
      { day: "2026-05-02" },
    ]);
  });

  it("changes nothing when no earlier copy was taken in", async () => {
    await bench.saveProfile("answered", answeredOnly);
    const never = someContacts(2, () => ({ outcome: "abandoned", talk_seconds: "", person: "" }));

    const report = await bench.send(contactCsv(never), { profile: "answered" });

    expect(report.rows.skipped).toBe(2);
    expect(await inStore("select 1 as one from touched_day where client_id = any($1)")).toEqual([]);
  });
});

describe("rejected rows that are outstanding", () => {
  const outstanding = () => inStore<{ n: number }>(`select count(*) as n from ${outstandingRejects("true")} as r`);
  const calls = someContacts(3, (n) => ({ person: n === 2 ? "nobody" : "anna" }));

  it("are counted once, however often their file comes", async () => {
    await bench.send(contactCsv(calls));
    await bench.send(contactCsv([...calls].reverse()));

    expect(await outstanding()).toEqual([{ n: 1 }]);
  });

  it("are no more once the row was mended", async () => {
    await bench.send(contactCsv(calls));
    await bench.send(contactCsv(calls.map((call) => ({ ...call, person: "ben" }))));

    expect(await outstanding()).toEqual([{ n: 0 }]);
  });
});
