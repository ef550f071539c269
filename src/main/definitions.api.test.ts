import { applySetup } from "./commands/apply.command";
import { wireServices } from "./services";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { sampleSetup, setupFolder } from "../setup/sample-setup.builder";
import { readSetup } from "../setup/setup-files";

describe("definitions in the graph", () => {
  let database: TestDatabase;
  let api: TestApi;
  let ours: Ask;
  let theirs: Ask;
  let clientId: string;
  const NOW = new Date("2026-05-15T10:00:00Z");

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await testApi(database);
    const files = { ...sampleSetup(), "other.yaml": "kind: Client\ncode: southwind\nname: Southwind\n" };
    await applySetup(wireServices(), database.db, { setup: readSetup(setupFolder(files)), now: NOW });
    const tenants = await database.adminRows<{ id: string; code: string }>("select client_id as id, code from tenant");
    clientId = tenants.find(({ code }) => code === "northwind")!.id;
    ours = api.as({ clientIds: tenants.map(({ id }) => id) }, NOW);
    theirs = api.as({ kind: "client", clientIds: [clientId], rights: new Set() }, NOW);
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  const CONTRACT = `query ($validOn: LocalDate) { contract(code: "care") {
    code name currency timeZone startsOn endsOn graceDays
    client { code } calendar { code inForce { timeZone windows { weekday from until } holidays { on name windows { from } } } }
    services(first: 10) { totalCount nodes { code channels timeZone calendar { code } contract { code }
      positions(first: 5) { nodes { person { code name } role { code scope } team { code } validFrom validUntil } } } }
    teams(first: 10) { nodes { code contract { code } positions(first: 5, validOn: $validOn) { totalCount nodes { person { code } } } } }
    kpisInUse(first: 10) { nodes { kpi { code } service { code } inForce { dialect parameters { name value } minSample } versions { version } } }
    objectives(first: 10) { nodes { code clause name service { code }
      inForce(validOn: $validOn) { kpi { code unit } target minimum measuredBy validFrom } versions { version validFrom target } } } } }`;

  it("shows a contract with everything under it, in a bounded number of statements", async () => {
    const { data, errors, statements } = await ours(CONTRACT, { validOn: "2026-03-31" });

    expect(errors).toEqual([]);
    expect(data.contract).toMatchObject({ code: "care", startsOn: "2026-01-01", endsOn: "2029-01-01", graceDays: 5 });
    expect(data.contract.services).toMatchObject({
      totalCount: 2,
      nodes: [
        { code: "chat", timeZone: "Europe/Zagreb", calendar: { code: "office-hours" } },
        {
          code: "phone",
          timeZone: "Europe/Rome",
          positions: { nodes: [{ person: { code: "anna", name: "Anna Rossi" } }, {}] },
        },
      ],
    });
    expect(data.contract.teams.nodes).toEqual([
      { code: "blue", contract: { code: "care" }, positions: { totalCount: 2, nodes: expect.any(Array) } },
      { code: "red", contract: { code: "care" }, positions: { totalCount: 0, nodes: [] } },
    ]);
    expect(data.contract.objectives.nodes).toEqual([
      {
        ...{ code: "SL-1", clause: "Schedule 2, § 3.1", name: "Answer quickly", service: { code: "phone" } },
        inForce: {
          ...{ kpi: { code: "SERVICE_LEVEL", unit: "SHARE" }, target: "0.8", minimum: "0.75" },
          ...{ measuredBy: "MONTH", validFrom: "2026-01-01" },
        },
        versions: [
          { version: 1, validFrom: "2026-01-01", target: "0.8" },
          { version: 2, validFrom: "2026-04-01", target: "0.825" },
        ],
      },
    ]);
    expect(statements).toBeLessThanOrEqual(24);
  });

  it("shows names only to those who may see them", async () => {
    const query = `{ person(code: "anna") { code name logins { source name } } people { totalCount } }`;

    const [seenByUs, seenByThem] = [await ours(query), await theirs(query)];

    const anna = { code: "anna", name: "Anna Rossi", logins: [{ source: "phonenow", name: "Anna" }] };
    expect(seenByUs.data).toEqual({ person: anna, people: { totalCount: 2 } });
    expect(seenByThem.data).toEqual({ person: { code: "anna", name: null, logins: [] }, people: { totalCount: 2 } });
  });

  it("shows a client its own only", async () => {
    const query = `{ clients { totalCount nodes { code } } client(code: "southwind") { code } contracts { nodes { code } }
      kpiAssignments { nodes { role { code } kpi { code } client { code } inForce { weight target } } } }`;

    const { data } = await theirs(query);

    expect(data).toMatchObject({
      clients: { totalCount: 1, nodes: [{ code: "northwind" }] },
      client: null,
      contracts: { nodes: [{ code: "care" }] },
    });
    expect(data.kpiAssignments.nodes).toHaveLength(3);
  });

  it("walks a list page by page, and refuses the cursor of another list", async () => {
    const first = await ours(
      `{ contract(code: "care") { teams(first: 1) { nodes { code } pageInfo { hasNextPage endCursor } } } }`,
    );
    const after = first.data.contract.teams.pageInfo.endCursor as string;

    const second = await ours(
      `query ($after: String) { contract(code: "care") { teams(first: 1, after: $after) { nodes { code } pageInfo { hasNextPage } } } }`,
      { after },
    );
    const wrong = await ours(
      `query ($after: String) { contract(code: "care") { services(after: $after) { nodes { code } } } }`,
      {
        after,
      },
    );

    expect(second.data.contract.teams).toEqual({ nodes: [{ code: "red" }], pageInfo: { hasNextPage: false } });
    expect(wrong.errors).toEqual([expect.objectContaining({ code: "BAD_USER_INPUT" })]);
  });

  const DEFINE = `mutation ($input: DefineObjectiveInput!) { defineObjective(input: $input) {
    objective { id code versions { target minimum dialect parameters { name value } } } errors { code path message remedy } } }`;
  const objective = (parts: object) => ({
    ...{ client: "northwind", contract: "care", code: "ABA", name: "Abandon little", clause: "Schedule 2, § 3.4" },
    versions: [{ kpi: "ABANDONMENT_RATE", target: "5 %", minimum: "8 %", measuredBy: "MONTH" }],
    ...parts,
  });

  it("defines the same as a document does, and once for one idempotency key", async () => {
    const input = objective({ idempotencyKey: "objective-aba-1" });

    const first = await ours(DEFINE, { input });
    const second = await ours(DEFINE, { input });

    expect(first.errors).toEqual([]);
    expect(first.data.defineObjective).toMatchObject({
      errors: [],
      objective: { code: "ABA", versions: [{ target: "0.05", minimum: "0.08" }] },
    });
    expect(second.data).toEqual(first.data);
    const audits = await database.adminRows("select actor, act from audit_record where subject = 'northwind/care/ABA'");
    expect(audits).toEqual([{ actor: expect.stringMatching(/^internal /), act: "Objective.created" }]);
  });

  it("names all refusals with their places, and changes nothing", async () => {
    const before = await database.adminRows("select count(*) from objective_version");
    const input = objective({
      ...{ code: "BAD", service: "fone" },
      versions: [
        { kpi: "SERVICE_LEVEL", dialect: "SL-Z", target: "80", measuredBy: "MONTH" },
        { kpi: "SERVICE_LEVEL", target: "0.8", minimum: "90 %", measuredBy: "MONTH", validFrom: "2025-01-01" },
      ],
    });

    const { data } = await ours(DEFINE, { input });

    expect(data.defineObjective.objective).toBeNull();
    expect(
      data.defineObjective.errors.map((one: { code: string; path: string[] }) => [one.code, one.path.join(".")]),
    ).toEqual([
      ["NOT_FOUND", "service"],
      ["UNKNOWN_DIALECT", "versions.0.dialect"],
      ["INVALID_TARGET", "versions.0.target"],
      ["INVALID_TARGET", "versions.1.minimum"],
      ["OUTSIDE_CONTRACT_TERM", "versions.1.validFrom"],
    ]);
    expect(data.defineObjective.errors[0].remedy).toContain('Did you mean "phone"?');
    expect(await database.adminRows("select count(*) from objective_version")).toEqual(before);
  });

  it("keeps definitions from those who may not write them, and clients from what is the house's", async () => {
    const writer = api.as({ kind: "client", clientIds: [clientId], rights: new Set(["setup:write"]) }, NOW);
    const role = `mutation { defineRole(input: { code: "spy", name: "Spy", scope: OWN }) { role { code } errors { code } } }`;
    const foreign = `mutation { defineTeam(input: { client: "southwind", contract: "x", code: "t", name: "T" }) { errors { code message } } }`;

    const [unable, refused, blind] = [
      await theirs(DEFINE, { input: objective({}) }),
      await writer(role),
      await writer(foreign),
    ];

    expect(unable.errors).toEqual([expect.objectContaining({ code: "FORBIDDEN" })]);
    expect(refused.data.defineRole).toEqual({ role: null, errors: [{ code: "HOUSE_ONLY" }] });
    expect(blind.data.defineTeam.errors).toEqual([{ code: "NOT_FOUND", message: 'There is no client "southwind".' }]);
  });

  it("refuses a queue's service level for a role that answers for own work", async () => {
    const assign = `mutation { assignKpi(input: { role: "agent", kpi: "SERVICE_LEVEL", client: "northwind",
      versions: [{ validFrom: "2026-01-01", weight: "10" }] }) { kpiAssignment { id } errors { code path remedy } } }`;

    const { data } = await ours(assign);

    expect(data.assignKpi).toEqual({
      kpiAssignment: null,
      errors: [{ code: "KPI_CANNOT_JUDGE", path: ["kpi"], remedy: expect.stringContaining("a service") }],
    });
  });

  it("defines a whole client, from the first call to an import profile", async () => {
    const calls = [
      `defineClient(input: { code: "eastwind", name: "Eastwind" }) { errors { message } client { code } }`,
      `defineCalendar(input: { client: "eastwind", code: "open", name: "Open", versions: [{ validFrom: "2026-01-01",
        timeZone: "Asia/Tokyo", windows: [{ weekdays: "monday-friday", windows: ["09:00-17:00"] }],
        holidays: [{ on: "2026-05-03", name: "Constitution Day" }] }] }) { errors { message } calendar { code versions { windows { weekday } } } }`,
      `defineContract(input: { client: "eastwind", code: "east", name: "East", currency: "JPY", timeZone: "Asia/Tokyo",
        calendar: "open", term: { from: "2026-01-01" } }) { errors { message } contract { code } }`,
      `defineService(input: { client: "eastwind", contract: "east", code: "desk", name: "Desk", channels: ["phone"] }) {
        errors { message } service { code timeZone } }`,
      `defineTeam(input: { client: "eastwind", contract: "east", code: "sun", name: "Sun" }) { errors { message } team { code } }`,
      `definePerson(input: { code: "aiko", name: "Aiko", logins: [{ source: "acd", name: "a1" }] }) { errors { message } person { code } }`,
      `definePosition(input: { client: "eastwind", contract: "east", person: "aiko", role: "agent", service: "desk",
        team: "sun" }) { errors { message } position { validFrom person { code } } }`,
      `useKpi(input: { client: "eastwind", contract: "east", kpi: "AHT", versions: [{}] }) { errors { message } kpiUse { kpi { code } } }`,
      `defineForum(input: { client: "eastwind", contract: "east", code: "mon", name: "Monthly", cadence: "FREQ=MONTHLY;BYMONTHDAY=5",
        reviews: MONTH, participants: [{ name: "Owner", side: CLIENT }] }) { errors { message } forum { code startsOn } }`,
      `defineImportProfile(input: { client: "eastwind", code: "acd", stream: SURVEY, document: """
        fields:
          externalId: Id
          service: { constant: desk }
          channel: { constant: phone }
          surveyedAt: When
      """ }) { errors { message } importProfile { code document } }`,
    ];
    for (const call of calls) {
      const known = await database.adminRows<{ id: string }>("select client_id as id from tenant");
      const ask = api.as({ clientIds: known.map(({ id }) => id) }, NOW);

      const { data, errors } = await ask(`mutation { ${call} }`);

      expect({ call, errors }).toEqual({ call, errors: [] });
      expect({ call, refused: (Object.values(data)[0] as { errors: unknown }).errors }).toEqual({ call, refused: [] });
    }
  });
});
