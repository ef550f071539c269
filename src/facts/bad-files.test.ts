import { gzipSync } from "node:zlib";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { anIngestBench, contactCsv, someContacts, type IngestBench } from "./ingest.builder";
import type { ImportReport } from "./import-report";

let database: TestDatabase;
let bench: IngestBench;
beforeAll(async () => (database = await createTestDatabase()));
beforeEach(async () => (bench = await anIngestBench({ db: database.db })));
afterAll(() => database.drop());

const storedIds = async (): Promise<string[]> => {
  const sql = "select external_id as id from contact where client_id = $1 order by external_id";
  return (await database.adminRows<{ id: string }>(sql, [bench.clientId])).map(({ id }) => id);
};

describe("a file is refused as a whole", () => {
  const refusal = async (text: string | Buffer): Promise<ImportReport> => {
    const report = await bench.send(text);
    expect(report.state).toBe("refused");
    expect(report.rows).toMatchObject({ accepted: 0, rejected: 0 });
    expect(await storedIds()).toEqual([]);
    return report;
  };

  test("for a wrong delimiter, naming both", async () => {
    const { error } = await refusal(contactCsv(someContacts(2)).replaceAll(",", ";"));

    expect(error).toMatchObject({ code: "WRONG_DELIMITER", message: expect.stringContaining('Found ";"') });
    expect(error?.message).toContain('expects ","');
    expect(error?.remedy).toContain('csv.delimiter in the profile to ";"');
  });

  test("for a missing column, naming the nearest", async () => {
    const { error } = await refusal(contactCsv(someContacts(2)).replace("offered_at", "ofered_at"));

    expect(error).toMatchObject({ code: "MISSING_COLUMN" });
    expect(error?.message).toContain('lacks the column "offered_at" perhaps "ofered_at"?');
    expect(error?.message).toContain('it has "external_id", "service"');
  });

  test("for a column that is there twice", async () => {
    const { error } = await refusal(contactCsv(someContacts(2)).replace("talk_seconds", "wait_seconds"));

    expect(error).toMatchObject({ code: "DUPLICATE_COLUMN", message: expect.stringContaining('"wait_seconds" twice') });
  });

  test.each([
    ["nothing", "", "EMPTY_FILE"],
    ["blank lines", "\n\r\n\n", "EMPTY_FILE"],
    ["an empty gzip", gzipSync(""), "EMPTY_FILE"],
    ["an Excel workbook", Buffer.from("PK\x03\x04rest of the workbook"), "NOT_ROWS"],
    ["UTF-16", Buffer.from("\ufeffexternal_id,service", "utf16le"), "NOT_ROWS"],
    ["one JSON list", '[{"external_id":"a"}]', "NOT_ROWS"],
    ["lines that end with CR alone", "external_id,service\ra,b\rc,d", "UNUSABLE_HEADER"],
    ["a header of other bytes", Buffer.from([0xe8, 0x2c, 0x0a]), "UNUSABLE_HEADER"],
  ])("for %s", async (_name, bytes, code) => {
    const { error } = await refusal(bytes);

    expect(error?.code).toBe(code);
    expect(error?.remedy).toBeTruthy();
  });

  test("and the import remembers why", async () => {
    const { importId } = await refusal("");

    const [stored] = await database.adminRows("select state, error, finished_at from import where id = $1", [importId]);

    expect(stored).toMatchObject({ state: "refused", error: { code: "EMPTY_FILE" }, finished_at: expect.any(Date) });
  });
});

test("a header without rows is taken in, with a warning", async () => {
  const report = await bench.send(contactCsv([]));

  expect(report).toMatchObject({ state: "finished", warnings: [{ code: "NO_ROWS" }] });
});

test("a truncated gzip: the complete rows before the cut stay, and the report tells", async () => {
  const file = contactCsv(someContacts(20_000));
  const packed = gzipSync(file);

  const report = await bench.send(packed.subarray(0, Math.floor(packed.length / 2)), { batchRows: 1_000 });

  expect(report).toMatchObject({ state: "interrupted", error: { code: "TRUNCATED_GZIP" } });
  const stored = await storedIds();
  expect(stored.length).toBe(report.rows.accepted);
  expect(stored.length).toBeGreaterThan(5_000);
  expect(report.rows.rejected).toBe(0);
  const again = await bench.send(packed);
  expect(again.rows).toMatchObject({ accepted: 20_000 - stored.length, unchanged: stored.length });
});

test("a damaged gzip is told from a truncated one", async () => {
  const packed = gzipSync(contactCsv(someContacts(20_000, (n) => ({ reason: `${n * 7919}` }))));
  const middle = Math.floor(packed.length / 2);
  packed.fill(0xff, middle, middle + 50);

  const report = await bench.send(packed);

  expect(report).toMatchObject({ state: "interrupted", error: { code: "DAMAGED_GZIP" } });
});

test("a connection that is cut: complete rows stay, half a row does not, and sending again is harmless", async () => {
  const file = contactCsv(someContacts(100));
  const cut = async function* (): AsyncGenerator<Buffer> {
    yield Buffer.from(file.slice(0, file.indexOf("call-51,") + 40));
    await Promise.resolve();
    throw Object.assign(new Error("aborted"), { code: "ECONNRESET" });
  };

  const report = await bench.send([], { bytes: cut(), batchRows: 20 });

  expect(report).toMatchObject({
    state: "interrupted",
    error: { code: "CONNECTION_CUT" },
    rows: { accepted: 50, rejected: 0 },
  });
  expect((await bench.send(file)).rows).toMatchObject({ accepted: 50, unchanged: 50 });
});

test("what is harmless is no reason to reject: CRLF, quoted line ends, a byte order mark, a last line without end", async () => {
  const [header, ...rows] = contactCsv(someContacts(3)).trim().split("\n") as [string, ...string[]];
  const quoted = rows.map((row) => row.replace(",,answered", ',"two\nlines, ""quoted""",answered'));

  const report = await bench.send(`\ufeff${[header, ...quoted].join("\r\n")}`);

  expect(report.rows).toMatchObject({ accepted: 3, rejected: 0 });
  const stored = await database.adminRows("select distinct reason from contact where client_id = $1", [bench.clientId]);
  expect(stored).toEqual([{ reason: 'two\nlines, "quoted"' }]);
});

test("a column whose name is nearly one of ours is pointed out", async () => {
  const report = await bench.send(contactCsv(someContacts(1)).replace("talk_seconds", "talk_secs"));

  expect(report.ignoredColumns).toEqual(["talk_secs"]);
  expect(report.warnings).toMatchObject([
    { code: "COLUMN_IGNORED", message: expect.stringContaining('"talk_seconds"') },
  ]);
});
