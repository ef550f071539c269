import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { aCaseBench, type CaseBench } from "../test-support/case-bench.builder";
import { SERVICENOW_PROFILE } from "./servicenow.builder";

/** A real log of updates; not part of the repository. */
const FILE = join(process.cwd(), "..", "shared", "data", "servicenow-incidents-week1", "events.csv");
const ifThere = existsSync(FILE) ? describe : describe.skip;
if (!existsSync(FILE)) console.warn("Skipped: the log of ServiceNow incidents is not there.");

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

/** What the test reads of the log by itself: no quotes occur in it. */
interface Row {
  readonly number: string;
  readonly state: string;
  readonly count: number;
  readonly at: number;
  readonly openedAt: number;
  readonly resolvedAt: number | null;
  readonly madeSla: boolean;
}

/** `29/2/2016 01:16`, day first, as minutes since 1970. */
function minuteOf(text: string): number {
  const [day, month, year, hour, minute] = text.split(/[/ :]/).map(Number) as [number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}

function rowsOf(csv: string): Row[] {
  const [header, ...lines] = csv.trimEnd().split("\n");
  const names = header!.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    const cell = (name: string): string => cells[names.indexOf(name)]!;
    const resolved = cell("resolved_at");
    return {
      ...{ number: cell("number"), state: cell("incident_state"), count: Number(cell("sys_mod_count")) },
      ...{ at: minuteOf(cell("sys_updated_at")), openedAt: minuteOf(cell("opened_at")) },
      ...{ resolvedAt: resolved === "?" ? null : minuteOf(resolved), madeSla: cell("made_sla") === "true" },
    };
  });
}

interface Incident {
  readonly openedAt: number;
  readonly resolutions: readonly number[];
  readonly reopenings: readonly number[];
  /** The last resolution, null while there is none that stands. */
  readonly resolvedAt: number | null;
  readonly madeSla: boolean;
}

/** The incidents by plain code: transitions in the order of the update's number, then of time. */
function incidentsOf(rows: readonly Row[], trustsResolvedAt: boolean): Incident[] {
  const numbers = [...new Set(rows.map(({ number }) => number))];
  return numbers.map((number) => {
    const updates = rows.filter((row) => row.number === number).sort((a, b) => a.count - b.count || a.at - b.at);
    const { openedAt } = updates[0]!;
    const last = updates.at(-1)!;
    const [resolutions, reopenings]: [number[], number[]] = [[], []];
    let now = openedAt;
    for (const { state, at } of updates) {
      if (at < openedAt) continue;
      now = Math.max(now, at);
      const isDone = state === "Resolved" || state === "Closed";
      const wasDone = resolutions.length > reopenings.length;
      if (isDone && !wasDone) resolutions.push(now);
      if (!isDone && wasDone) reopenings.push(now);
    }
    const isResolved = resolutions.length > reopenings.length;
    if (
      isResolved &&
      trustsResolvedAt &&
      last.resolvedAt !== null &&
      last.resolvedAt >= (reopenings.at(-1) ?? openedAt)
    )
      resolutions[resolutions.length - 1] = last.resolvedAt;
    return {
      openedAt,
      resolutions,
      reopenings,
      resolvedAt: isResolved ? resolutions.at(-1)! : null,
      madeSla: last.madeSla,
    };
  });
}

const DAY = 1_440;
const dayText = (day: number): string => new Date(day * DAY * 60_000).toISOString().slice(0, 10);
const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);

const FIRST_DAY = minuteOf("28/2/2016 00:00") / DAY;
const LAST_DAY = minuteOf("1/3/2017 00:00") / DAY;

const bench = (): Promise<CaseBench> =>
  aCaseBench(database, {
    contract: { startsOn: "2016-01-01" as never },
    services: [{ code: "INCIDENTS", timeZone: "UTC" }],
  });

/** What daily measures say, and what plain code says, of each day. */
async function expectAgreement({ daily }: CaseBench, incidents: readonly Incident[]): Promise<void> {
  const sums = await daily();
  const sum = (measure: string, day: number): number => sums.get(`${dayText(day)}/${measure}`) ?? 0;
  const on = (day: number, instants: readonly number[]): number =>
    instants.filter((at) => Math.floor(at / DAY) === day).length;
  const opened = incidents.map(({ openedAt }) => openedAt);
  const done = incidents.flatMap(({ resolutions }) => resolutions);
  const again = incidents.flatMap(({ reopenings }) => reopenings);
  let backlog = 0;
  for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) {
    backlog += sum("cases_opened", day) + sum("cases_reopened", day) - sum("case_resolutions", day);
    const settled = incidents.filter(({ resolvedAt }) => resolvedAt !== null && Math.floor(resolvedAt / DAY) === day);
    const before = (all: readonly number[]): number => all.filter((at) => at < (day + 1) * DAY).length;
    expect({
      ...{ day: dayText(day), backlog, opened: sum("cases_opened", day), resolutions: sum("case_resolutions", day) },
      ...{ cases: sum("resolutions_timed", day), seconds: sum("resolution_calendar_whole_seconds", day) },
      within: [sum("cases_resolved_within_target", day), sum("cases_resolved_judged", day)],
    }).toEqual({
      ...{ day: dayText(day), opened: on(day, opened), resolutions: on(day, done), cases: settled.length },
      backlog: before(opened) + before(again) - before(done),
      seconds: sumOf(settled.map((one) => (one.resolvedAt! - one.openedAt) * 60)),
      within: [settled.filter((one) => one.madeSla).length, settled.length],
    });
  }
  expect(backlog).toBe(0);
}

ifThere("a real log of incidents", () => {
  const csv = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";

  test("gives the figures that plain code finds in its transitions, and is taken in within seconds", async () => {
    const given = await bench();
    const started = Date.now();

    const report = await given.sendFile("case_event", SERVICENOW_PROFILE, Buffer.from(csv));
    const ingested = Date.now();
    await given.settle();
    console.info(
      `${report.rows.accepted} events: taken in ${ingested - started} ms, settled ${Date.now() - ingested} ms`,
    );

    expect(report).toMatchObject({ state: "finished", rows: { accepted: 12_973, rejected: 0 } });
    await expectAgreement(given, incidentsOf(rowsOf(csv), false));
  });

  test("gives the same figures backwards, in small batches and with rows sent again", async () => {
    const given = await bench();
    const [header, ...lines] = csv.trimEnd().split("\n");
    const shuffled = [header, ...lines.reverse(), ...lines.slice(0, 500)].join("\n");

    const report = await given.sendFile("case_event", SERVICENOW_PROFILE, Buffer.from(shuffled), 1_500);
    await given.settle(37);

    expect(report.rows).toMatchObject({ accepted: 12_973, unchanged: 500 });
    await expectAgreement(given, incidentsOf(rowsOf(csv), false));
  });

  test("as of an earlier moment knows nothing of what came later, though later times stand on each row", async () => {
    const given = await bench();
    const until = minuteOf("3/3/2016 12:00");
    const [header, ...lines] = csv.trimEnd().split("\n");
    const rows = rowsOf(csv);
    const known = lines.filter((_, i) => rows[i]!.at < until);
    const profile = { ...SERVICENOW_PROFILE, fields: { ...SERVICENOW_PROFILE.fields, ...RESOLVED_AT } };

    await given.sendFile("case_event", profile, Buffer.from([header, ...known].join("\n")));
    await given.settle();

    const incidents = incidentsOf(
      rows.filter(({ at }) => at < until),
      false,
    );
    const resolved = incidents.filter((one) => one.resolvedAt !== null).length;
    expect(await given.sum("cases_resolved")).toBe(resolved);
    expect((await given.sum("cases_opened")) - resolved).toBe(incidents.length - resolved);
    expect(resolved).toBeGreaterThan(100);
    expect(resolved).toBeLessThan(incidents.length);
  });

  test("gives the resolution times that the system itself tells, if the profile asks for them", async () => {
    const given = await bench();
    const profile = { ...SERVICENOW_PROFILE, fields: { ...SERVICENOW_PROFILE.fields, ...RESOLVED_AT } };

    await given.sendFile("case_event", profile, Buffer.from(csv));
    await given.settle();

    await expectAgreement(given, incidentsOf(rowsOf(csv), true));
  });
});

const RESOLVED_AT = { resolvedAt: { column: "resolved_at", format: "d/M/yyyy H:mm" } };
