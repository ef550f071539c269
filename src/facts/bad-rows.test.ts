import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { aContactRow, anIngestBench, contactCsv, someContacts, type IngestBench } from "./ingest.builder";
import type { ImportReport } from "./import-report";

let database: TestDatabase;
let bench: IngestBench;
beforeAll(async () => (database = await createTestDatabase()));
beforeEach(async () => (bench = await anIngestBench({ db: database.db })));
afterAll(() => database.drop());

interface RejectRow {
  readonly line: number;
  readonly field: string;
  readonly value: string | null;
  readonly code: string;
  readonly reason: string;
  readonly day: string | null;
}

const rejects = ({ importId }: ImportReport): Promise<RejectRow[]> =>
  database.adminRows("select * from import_reject where import_id = $1 order by ordinal", [importId]);

const storedIds = async (): Promise<string[]> => {
  const sql = "select external_id as id from contact where client_id = $1 order by external_id";
  return (await database.adminRows<{ id: string }>(sql, [bench.clientId])).map(({ id }) => id);
};

/** Puts one bad row between good ones, and holds that they stay and that the counts of rows add up. */
async function rejectOf(cells: Parameters<typeof aContactRow>[0]): Promise<RejectRow> {
  const [first, last] = someContacts(2) as [ReturnType<typeof aContactRow>, ReturnType<typeof aContactRow>];
  const report = await bench.send(contactCsv([first, aContactRow({ external_id: "bad", ...cells }), last]));
  expect(report).toMatchObject({ state: "finished", rows: { accepted: 2, rejected: 1 } });
  expect(await storedIds()).toEqual(["call-1", "call-2"]);
  const found = await rejects(report);
  expect(found).toHaveLength(1);
  return found[0] as RejectRow;
}

describe("a row is rejected and the others stay", () => {
  test.each([
    ["wait_seconds", { wait_seconds: "-5" }, "NEGATIVE_DURATION", "less than nothing"],
    ["wait_seconds", { wait_seconds: "00:12" }, "NOT_A_DURATION", "`unit` in the profile"],
    ["talk_seconds", { talk_seconds: "99999999" }, "NOT_A_DURATION", "more than a year"],
    ["person", { person: "ana" }, "UNKNOWN_PERSON", 'Did you mean "anna"?'],
    ["service", { service: "VIOCE" }, "UNKNOWN_SERVICE", 'Did you mean "VOICE"?'],
    ["channel", { channel: "fax" }, "UNKNOWN_CHANNEL", 'it has "phone", "chat"'],
    ["outcome", { outcome: "lost" }, "UNKNOWN_VALUE", '"answered", "abandoned"'],
    ["outcome", { outcome: "" }, "MISSING_VALUE", "must have one"],
    ["external_id", { external_id: "   " }, "MISSING_VALUE", "must have one"],
    ["external_id", { external_id: "x".repeat(301) }, "TEXT_TOO_LONG", "At most 300"],
    ["offered_at", { offered_at: "04/05/2026 10:00" }, "NOT_A_DATE", "`format` in the profile"],
    ["offered_at", { offered_at: "2026-07-02T00:00:00Z" }, "IN_THE_FUTURE", "day and month swapped"],
    ["offered_at", { offered_at: "2024-12-31T10:00:00Z" }, "OUTSIDE_CONTRACT", "begins on 2025-01-01"],
    ["offered_at", { offered_at: "2026-03-29 02:30:00" }, "SKIPPED_LOCAL_TIME", "never was in Europe/Rome"],
    ["answered_at", { wait_seconds: "" }, "UNKNOWN_ANSWER_TIME", "how long it waited"],
    ["talk_seconds", { outcome: "abandoned" }, "UNANSWERED_BUT_HANDLED", "outcome is abandoned"],
  ])("%s %j: %s", async (field, cells, code, reason) => {
    const reject = await rejectOf(cells);

    expect(reject).toMatchObject({ line: 3, field, code, reason: expect.stringContaining(reason) });
    expect(reject.value ?? "").toBe(
      Object.entries(cells)
        .find(([name]) => name === field)?.[1]
        .trim() ??
        reject.value ??
        "",
    );
  });

  test("an answer before the call, with the day it would have counted on", async () => {
    const header = "external_id,service,channel,outcome,offered_at,answered_at,ended_at";
    const rows = [
      "a,VOICE,phone,answered,2026-05-04T10:00:00Z,2026-05-04T09:59:59Z,",
      "b,VOICE,phone,answered,2026-05-04T10:00:00Z,2026-05-04T10:00:10Z,2026-05-04T10:00:09Z",
      "c,VOICE,phone,answered,2026-05-04T10:00:00Z,2026-05-04T10:00:10Z,2026-05-04T10:03:00Z",
    ];

    const report = await bench.send(`${header}\n${rows.join("\n")}\n`);

    expect(await rejects(report)).toMatchObject([
      {
        line: 2,
        field: "answered_at",
        code: "ANSWER_BEFORE_OFFER",
        value: "2026-05-04T09:59:59Z",
        day: "2026-05-04",
      },
      { line: 3, field: "ended_at", code: "END_BEFORE_ANSWER", day: "2026-05-04" },
    ]);
    expect(await storedIds()).toEqual(["c"]);
  });

  test("other fields that are wrong are named, too", async () => {
    const reject = await rejectOf({ service: "NOWHERE", person: "nobody", wait_seconds: "x" });

    expect(reject).toMatchObject({ field: "service", code: "UNKNOWN_SERVICE" });
    expect(reject.reason).toContain('Wrong in this row as well: "person", "wait_seconds".');
  });

  test("a row with a field too many or too few", async () => {
    const [header, first, second] = contactCsv(someContacts(2)).split("\n") as [string, string, string];

    const report = await bench.send([header, `${first},extra`, second, "half,VOICE"].join("\n"));

    expect(report.rows).toMatchObject({ accepted: 1, rejected: 2 });
    expect(await rejects(report)).toMatchObject([
      { line: 2, code: "TOO_MANY_FIELDS", reason: expect.stringContaining("11 fields where the header has 10") },
      { line: 4, code: "TOO_FEW_FIELDS", value: "half,VOICE" },
    ]);
  });

  test("bytes that are not UTF-8, with their place in the file", async () => {
    const file = contactCsv(someContacts(3, (n) => ({ reason: n === 2 ? "caff@" : "" })));
    const bytes = Buffer.from(file, "latin1");
    bytes[bytes.indexOf("@")] = 0xe8;

    const report = await bench.send(bytes);

    const [reject] = await rejects(report);
    expect(reject).toMatchObject({ line: 3, code: "INVALID_ENCODING" });
    expect(reject?.reason).toContain(`Byte ${bytes.indexOf(0xe8)} of the file (hexadecimal E8)`);
    expect(reject?.reason).toContain("windows-1252");
    expect(await storedIds()).toEqual(["call-1", "call-3"]);
  });

  test("a NUL character, a line of 10 MB, and a quote that is never closed", async () => {
    const [header, ...rows] = contactCsv(someContacts(5)).trim().split("\n") as [string, ...string[]];
    const long = `long,${"x".repeat(10 * 1024 * 1024)}`;
    const lines = [header, rows[0], `nul${"\0"},VOICE`, rows[1], long, rows[2], `"open,VOICE`, rows[3], rows[4]];

    const report = await bench.send(`${lines.join("\n")}\n`);

    expect(report.rows).toMatchObject({ accepted: 5, rejected: 3 });
    expect(await rejects(report)).toMatchObject([
      { line: 3, code: "NUL_CHARACTER" },
      { line: 5, code: "LINE_TOO_LONG" },
      { line: 7, code: "UNCLOSED_QUOTE" },
    ]);
  });
});

test("swapped day and month: what cannot be read is rejected, and the report warns of what could", async () => {
  await bench.saveProfile("us", dated("MM/dd/yyyy HH:mm"));
  const rows = ["04/05/2026 10:00", "13/05/2026 10:00", "28/02/2026 10:00"].map(
    (at, i) => `c${i},VOICE,phone,abandoned,${at}`,
  );

  const report = await bench.send(`id,service,channel,outcome,at\n${rows.join("\n")}\n`, { profile: "us" });

  expect(report.rows).toMatchObject({ accepted: 1, rejected: 2 });
  const [reject] = await rejects(report);
  expect(reject).toMatchObject({
    code: "NOT_A_DATE",
    reason: expect.stringContaining('is the format "dd/MM/yyyy HH:mm"?'),
  });
  expect(report.warnings).toMatchObject([
    {
      code: "DAY_AND_MONTH_SWAPPED",
      message: expect.stringContaining("2 dates have no meaning in the profile's format"),
    },
  ]);
});

test("one JSON object per line: bad lines are rejected, the others stay", async () => {
  const good = { ...aContactRow(), wait_seconds: 12, talk_seconds: 100, reason: null };
  const lines = [
    JSON.stringify(good),
    "{not json",
    "[1]",
    JSON.stringify({ ...good, external_id: "nested", reason: { a: 1 } }),
    "",
    JSON.stringify({ ...good, external_id: "nul", reason: "a\0b" }),
    JSON.stringify({ ...good, external_id: "call-2", transferred: true }),
  ];

  const report = await bench.send(lines.join("\n"));

  expect(report.rows).toMatchObject({ accepted: 2, rejected: 4 });
  expect(await rejects(report)).toMatchObject([
    { line: 2, code: "NOT_AN_OBJECT" },
    { line: 3, code: "NOT_AN_OBJECT" },
    { line: 4, field: "reason", code: "NESTED_VALUE" },
    { line: 6, field: "reason", code: "NUL_CHARACTER" },
  ]);
  expect(await storedIds()).toEqual(["call-1", "call-2"]);
});

const dated = (format: string): object => ({
  fields: {
    externalId: "id",
    service: "service",
    channel: "channel",
    outcome: "outcome",
    offeredAt: { column: "at", format },
  },
});
