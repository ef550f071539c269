import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ImportReport } from "../facts/import-report";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { aCaseBench, type CaseBench } from "../test-support/case-bench.builder";

/** Real requests of a city, clean and spoilt in several ways; not part of the repository. */
const FOLDER = join(process.cwd(), "..", "shared", "data", "boston-311-100");
const ifThere = existsSync(FOLDER) ? describe : describe.skip;
if (!existsSync(FOLDER)) console.warn("Skipped: the Boston 311 files are not there.");

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const PLAIN = "yyyy-MM-dd HH:mm:ss";

const profile = (format: string, more: object = {}): object => ({
  source: "boston",
  timeZone: "America/New_York",
  fields: {
    externalId: "case_enquiry_id",
    service: { constant: "CITY" },
    openedAt: { column: "open_dt", format },
    closedAt: { column: "closed_dt", format },
    dueAt: { column: "target_dt", format },
    withinTarget: { column: "ontime", map: { ONTIME: true, OVERDUE: false } },
    reason: "type",
  },
  ...more,
});

interface Sent extends CaseBench {
  readonly report: ImportReport;
}

async function send(file: string, format = PLAIN, more: object = {}): Promise<Sent> {
  const bench = await aCaseBench(database, { services: [{ code: "CITY", timeZone: "America/New_York" }] });
  const report = await bench.sendFile("case", profile(format, more), readFileSync(join(FOLDER, file)));
  await bench.settle();
  return { ...bench, report };
}

/** A request, its times as seconds of the clock on the wall. */
interface Request {
  readonly id: string;
  readonly opened: number;
  readonly closed: number | null;
  readonly target: number | null;
  readonly isOnTime: boolean;
}

/** Read by plain code of the test's own. */
function requestsIn(file: string, mark = ","): Request[] {
  const [header, ...lines] = readFileSync(join(FOLDER, file), "utf8").trimEnd().split("\n");
  const names = header!.split(mark);
  const seconds = (text: string): number | null =>
    text.trim() === "" ? null : Date.parse(`${text.trim().replace(" ", "T")}Z`) / 1_000;
  return lines.map((line) => {
    const cells = line.match(mark === "," ? /("([^"]|"")*"|[^,]*)(,|$)/g : /[^\t]*(\t|$)/g)!;
    const cell = (name: string): string => cells[names.indexOf(name)]!.replace(/[,\t]$/, "");
    return {
      ...{ id: cell("case_enquiry_id"), opened: seconds(cell("open_dt"))!, closed: seconds(cell("closed_dt")) },
      ...{ target: seconds(cell("target_dt")), isOnTime: cell("ontime") === "ONTIME" },
    };
  });
}

const DAY = 86_400;
/** Boston puts its clock forward by an hour; all were opened before, and none was closed after it is put back. */
const CLOCK_CHANGE = Date.parse("2022-03-13T02:00:00Z") / 1_000;
const passed = (opened: number, closed: number): number => closed - opened - (closed > CLOCK_CHANGE ? 3_600 : 0);
const dayText = (second: number): string => new Date(Math.floor(second / DAY) * DAY * 1_000).toISOString().slice(0, 10);

/** Everything there is to say about requests, by day. */
function figuresOf(requests: readonly Request[], withTimes: boolean): Map<string, number> {
  const figures = new Map<string, number>();
  const add = (at: number, measure: string, by = 1): void => {
    const key = `${dayText(at)}/${measure}`;
    figures.set(key, (figures.get(key) ?? 0) + by);
  };
  for (const { opened, closed, target, isOnTime } of requests) {
    add(opened, "cases_opened");
    if (closed === null) continue;
    add(closed, "case_resolutions");
    add(closed, "cases_resolved_judged");
    if (isOnTime) add(closed, "cases_resolved_within_target");
    if (target !== null) add(closed, "cases_resolved_with_due");
    if (target !== null && isOnTime) add(closed, "cases_resolved_within_target_due");
    if (withTimes && target !== null && closed <= target) add(closed, "cases_resolved_by_due");
    if (withTimes) add(closed, "resolution_calendar_seconds", passed(opened, closed));
  }
  return figures;
}

async function stored({ daily }: CaseBench, like: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const names = new Set([...like.keys()].map((key) => key.slice(11)));
  return new Map([...(await daily())].filter(([key, sum]) => sum !== 0 && names.has(key.slice(11))));
}

const inOrder = (figures: ReadonlyMap<string, number>) => [...figures].sort(([a], [b]) => (a < b ? -1 : 1));

async function expectFigures(sent: Sent, requests: readonly Request[], withTimes = true): Promise<void> {
  const expected = figuresOf(requests, withTimes);
  expect(inOrder(await stored(sent, expected))).toEqual(inOrder(expected));
}

ifThere("requests of a city", () => {
  test("are counted as plain code counts them, by day, with resolution times and verdicts", async () => {
    const sent = await send("requests.csv");

    expect(sent.report.rows).toMatchObject({ accepted: 100, rejected: 0 });
    await expectFigures(sent, requestsIn("requests.csv"));
    expect([await sent.sum("cases_opened"), await sent.sum("case_resolutions")]).toEqual([100, 85]);
    expect([await sent.sum("cases_due"), await sent.sum("cases_due_resolved")]).toEqual([89, 72]);
  });

  test.each([
    ["dirty-nonascii.csv", PLAIN],
    ["dirty-dmy-dates.csv", "dd/MM/yyyy HH:mm:ss"],
  ])("give the same figures from %s", async (file, format) => {
    const sent = await send(file, format);

    expect(sent.report.rows).toMatchObject({ accepted: 100, rejected: 0 });
    await expectFigures(sent, requestsIn("requests.csv"));
  });

  test("give the same days and verdicts, but no times, from dates without a time of day", async () => {
    const sent = await send("dirty-dates-without-time.csv", "yyyy-MM-dd");

    expect(sent.report.rows).toMatchObject({ accepted: 100, rejected: 0 });
    await expectFigures(sent, requestsIn("requests.csv"), false);
  });

  test("count once where rows are repeated", async () => {
    const sent = await send("dirty-duplicates.csv");

    const once = new Map(requestsIn("dirty-duplicates.csv").map((one) => [one.id, one]));
    expect(sent.report.rows).toMatchObject({ accepted: once.size, unchanged: 100 - once.size, rejected: 0 });
    await expectFigures(sent, [...once.values()]);
  });

  test("lose the one row with a field too many, and the report says why", async () => {
    const sent = await send("dirty-extra-field.tsv", PLAIN, { csv: { delimiter: "\t" } });

    expect(sent.report.rows).toMatchObject({ accepted: 99, rejected: 1 });
    expect(sent.report.rejectedFor).toMatchObject([{ code: "TOO_MANY_FIELDS", count: 1 }]);
    const requests = requestsIn("requests.csv");
    const [lost] = requestsIn("dirty-extra-field.tsv", "\t").slice(39, 40);
    await expectFigures(
      sent,
      requests.filter(({ id }) => id !== lost!.id),
    );
  });

  test("are refused, and the report says what to do, where dates are read in another form than they have", async () => {
    const swapped = await send("dirty-dmy-dates.csv", "MM/dd/yyyy HH:mm:ss");
    const timeless = await send("dirty-dates-without-time.csv");

    expect(swapped.report.warnings).toMatchObject([{ code: "DAY_AND_MONTH_SWAPPED" }]);
    expect(swapped.report.rejectedFor.map(({ code }) => code)).toContain("NOT_A_DATE");
    expect(timeless.report.rows).toMatchObject({ accepted: 0, rejected: 100 });
    expect(timeless.report.rejectedFor).toMatchObject([{ code: "NOT_A_DATE", count: 100 }]);
  });
});
