import { rmSync } from "node:fs";
import { wireServices } from "../services";
import { applySetup, reportText, type ApplyReport } from "./apply.command";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { differenceText } from "../../setup/difference";
import { sampleSetup, setupFolder } from "../../setup/sample-setup.builder";
import { readSetup } from "../../setup/setup-files";

const NOW = new Date("2026-02-01T10:00:00Z");
const services = wireServices();

describe("applying documents", () => {
  let database: TestDatabase;
  const folders: string[] = [];
  beforeEach(async () => (database = await createTestDatabase()));
  afterEach(() => database.drop());
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  async function apply(
    files: Record<string, string>,
    options: { now?: Date; dryRun?: boolean } = {},
  ): Promise<ApplyReport> {
    const folder = setupFolder(files);
    folders.push(folder);
    const report = await applySetup(services, database.db, { now: NOW, ...options, setup: readSetup(folder) });
    const problems = report.problems.map((one) => ({ ...one, file: one.file.replace(/^.*regia-setup-\w+\//, "") }));
    return { ...report, problems };
  }

  const everything = async (): Promise<Record<string, number>> => {
    const tables = [
      "client",
      "calendar_version",
      "contract",
      "service",
      "team",
      "role",
      "person",
      "position",
      "kpi_use",
    ];
    const more = ["objective", "objective_version", "kpi_assignment", "forum", "import_profile", "audit_record"];
    const counts = [...tables, ...more].map((table) => `(select count(*) from ${table}) as ${table}`);
    return (await database.adminRows<Record<string, number>>(`select ${counts.join(", ")}`))[0]!;
  };

  it("makes everything that a document of each kind says", async () => {
    const report = await apply(sampleSetup());

    expect(report.problems).toEqual([]);
    expect(await everything()).toEqual({
      ...{ client: 1, calendar_version: 1, contract: 1, service: 2, team: 2, role: 3, person: 2, position: 3 },
      ...{ kpi_use: 3, objective: 1, objective_version: 2, kpi_assignment: 3, forum: 1, import_profile: 1 },
      audit_record: 26,
    });
    const versions = await database.adminRows(
      "select target, minimum, valid_from, valid_until from objective_version order by 3",
    );
    expect(versions).toEqual([
      { target: "0.8", minimum: "0.75", valid_from: "2026-01-01", valid_until: "2026-04-01" },
      { target: "0.825", minimum: "0.75", valid_from: "2026-04-01", valid_until: null },
    ]);
  });

  it("changes nothing when applied again, not even a row of a version", async () => {
    await apply(sampleSetup());
    const before = await everything();

    const report = await apply(sampleSetup(), { now: new Date("2026-02-02T10:00:00Z") });

    expect(report.changes.filter((one) => one.outcome !== "unchanged")).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it("shows the difference of a dry run and keeps nothing of it", async () => {
    await apply(sampleSetup());
    const before = await everything();
    const changed = sampleSetup();
    changed["northwind/contract.yaml"] = changed["northwind/contract.yaml"]!.replace("82.5 %", "85 %")
      .replace("name: Customer care", "name: Customer care and billing")
      .replace(
        "- { code: red, name: Red team }",
        "- { code: red, name: Red team }\n  - { code: green, name: Green team }",
      );

    const report = await apply(changed, { dryRun: true });

    expect(differenceText(report.changes)).toEqual([
      "~ Contract northwind/care",
      "    name: Customer care → Customer care and billing",
      "+ Team northwind/care/green",
      "~ Objective northwind/care/SL-1",
      "    versions 2026-04-01 target: 82.5 % → 85 %",
      "= 24 unchanged",
    ]);
    expect(await everything()).toEqual(before);
  });

  it("supersedes the version that changes, keeps the other, and marks the periods from that day on", async () => {
    await apply(sampleSetup());
    await database.adminRows(`insert into daily_measures (client_id, stream, service_id, day, channel, person_id, sums)
      select client_id, 'contact', id, d::date, 'phone', '00000000-0000-0000-0000-000000000000', '{}'
        from service, unnest(array['2026-03-31', '2026-04-01']) as d where code = 'phone'`);
    const changed = sampleSetup();
    changed["northwind/contract.yaml"] = changed["northwind/contract.yaml"]!.replace("82.5 %", "85 %");

    const now = new Date("2026-02-02T10:00:00Z");
    await apply(changed, { now });

    const versions = await database.adminRows(
      "select version, target, recorded_at, superseded_at from objective_version order by 1",
    );
    expect(versions).toEqual([
      { version: 1, target: "0.8", recorded_at: NOW, superseded_at: null },
      { version: 2, target: "0.825", recorded_at: NOW, superseded_at: now },
      { version: 3, target: "0.85", recorded_at: now, superseded_at: null },
    ]);
    const [audit] = await database.adminRows(
      "select act, subject, actor from audit_record order by at desc, id desc limit 1",
    );
    expect(audit).toEqual({ act: "Objective.changed", subject: "northwind/care/SL-1", actor: "regia apply" });
    const touched = await database.adminRows<{ what: string }>(
      "select period_kind || ' ' || period_from as what from touched_period order by 1",
    );
    expect(touched.map(({ what }) => what)).toEqual([
      "day 2026-04-01",
      "month 2026-04-01",
      "quarter 2026-04-01",
      "week 2026-03-30",
      "year 2026-01-01",
    ]);
  });

  it("tells what the cascade check finds in the contracts it touched, and refuses nothing for it", async () => {
    const dry = await apply(sampleSetup(), { dryRun: true });
    const report = await apply(sampleSetup());
    const again = await apply(sampleSetup());

    expect(report.checks.map(({ contract, verdict }) => [contract, verdict])).toEqual([["northwind/care", "fail"]]);
    expect(dry.checks[0]!.findings.map(({ message }) => message)).toEqual(
      report.checks[0]!.findings.map(({ message }) => message),
    );
    const text = reportText(report, false).join("\n");
    expect(text).toContain("Applied.\n\nCascade of northwind/care: ");
    expect(text).toContain("✗ ROLE_WITHOUT_SET: Somebody holds the role team-lead, but no KPI is assigned to it");
    expect(text).toContain("! TEAM_WITHOUT_LEAD: People work in team red, but nobody holds a role that answers for it");
    expect(again.checks).toEqual([]);
    expect(reportText(again, false).at(-1)).toBe("Nothing to change.");
  });

  it("refuses another time zone for a service with facts", async () => {
    await apply(sampleSetup());
    await database.adminRows(`insert into survey (client_id, source, external_id, service_id, channel, surveyed_at,
        surveyed_day, content_hash, import_id, ingested_at)
      select client_id, 'acd', '1', id, 'chat', now(), '2026-02-01', gen_random_uuid(), gen_random_uuid(), now()
        from service where code = 'chat'`);
    const moved = sampleSetup();
    moved["northwind/contract.yaml"] = moved["northwind/contract.yaml"]!.replace("Europe/Zagreb", "Europe/Lisbon");

    const report = await apply(moved);

    expect(report.problems).toEqual([
      expect.objectContaining({
        code: "TIME_ZONE_IN_USE",
        field: "services[1].timeZone",
        value: "Europe/Lisbon",
        line: 29,
      }),
    ]);
  });

  it("says where YAML itself is broken, and nothing misleading about what it could not read", async () => {
    const broken = sampleSetup();
    broken["house.yaml"] = broken["house.yaml"]!.replace("scope: own", "scope: [own");

    const report = await apply(broken);

    expect(report.problems.every(({ code, file }) => code === "INVALID_YAML" && file === "house.yaml")).toBe(true);
    expect(report.problems[0]).toMatchObject({ line: expect.any(Number), remedy: expect.stringContaining("YAML") });
  });

  it("refuses what is defined twice, and a kind that is not known", async () => {
    const twice = {
      "a.yaml": "kind: Client\ncode: a\nname: A\n---\nkind: Client\ncode: a\nname: B\n---\nkind: Clint\ncode: b\n",
    };

    const report = await apply(twice);

    expect(report.problems.map(({ line, code, remedy }) => [line, code, remedy])).toEqual([
      [6, "DEFINED_TWICE", expect.stringContaining("line 1")],
      [9, "INVALID_FIELD", 'Did you mean "Client"?'],
    ]);
  });

  it("names every problem at once, with file, line, field, value and remedy, and changes nothing", async () => {
    const broken = sampleSetup();
    broken["northwind/contract.yaml"] = broken["northwind/contract.yaml"]!.replace(
      "timeZone: Europe/Rome\ncalendar",
      "timeZone: CET+1\ncalender",
    )
      .replace("currency: EUR", "currency: EURO")
      .replace('saturday: ["09:00-13:00"]', 'satruday: ["13:00-09:00"]')
      .replace("{ kpi: AHT, service: chat }", "{ kpi: AHTT, service: chat }")
      .replace("BYDAY=2TU", "BYDAY=2TX")
      .replace("weight: 70", "weight: 170");

    const report = await apply(broken);

    const seen = report.problems.map(({ line, field, code, value }) => [line, field, code, value]);
    expect(seen).toEqual([
      [14, "windows.satruday", "INVALID_FIELD", ["13:00-09:00"]],
      [14, "windows.satruday[0]", "INVALID_FIELD", "13:00-09:00"],
      [19, "calendar", "MISSING_FIELD", undefined],
      [23, "currency", "INVALID_FIELD", "EURO"],
      [24, "timeZone", "INVALID_FIELD", "CET+1"],
      [25, "calender", "UNKNOWN_FIELD", "office-hours"],
      [39, "kpisInUse[2].kpi", "UNKNOWN_KPI", "AHTT"],
      [51, "forums[0].cadence", "INVALID_FIELD", "FREQ=MONTHLY;BYDAY=2TX"],
      [64, "weight", "INVALID_FIELD", 170],
    ]);
    expect(report.problems[5]!.remedy).toBe('Did you mean "calendar"?');
    expect(report.problems[0]!.file).toBe("northwind/contract.yaml");
    expect(await everything()).toMatchObject({ client: 0, contract: 0, audit_record: 0 });
  });
});
