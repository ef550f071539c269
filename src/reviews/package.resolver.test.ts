import { JobRunner } from "../platform/job-runner";
import { JobRunService } from "../platform/job-run.service";
import type { JobRun } from "../platform/job-run.entity";
import { globalId, newId, parseGlobalId } from "../shared/ids";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { compilePackageHandler } from "./review.jobs";
import { ReviewedHouse } from "./reviewed-house.builder";

let database: TestDatabase;
let api: TestApi;
let house: ReviewedHouse;
let ours: Ask;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
beforeEach(async () => {
  house = await ReviewedHouse.open(database.asInternal);
  await house.at.oneMorning();
  await house.at.settle();
  ours = api.as({ kind: "client", clientIds: [house.at.clientId], rights: new Set() });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const PACKAGE = `
  query Package($id: ID!) { node(id: $id) { ... on ReviewPackage {
    version contentHash isIntact downloads { format url } periods { label }
    review { scheduledFor state forum { code } period { from until } packages { version } }
    sections { __typename
      ... on MissesSection { misses { objectiveCode shortfallDisplay daysMissed worstDays { day display sample } } }
      ... on ObjectivesSection { objectives { code targetDisplay kpi { dialect rule parameters { name value } }
          results { outcome target shortfallDisplay missesMade missesAllowed figure { display numerator sample } } } }
      ... on ChartsSection { charts { title targetDisplay: target points { day isOpen value outcome sample } } }
      ... on ScorecardsSection { scorecards { subject { kind name } score items { isMet figures { display } } } }
      ... on RankingsSection { rankings { of role roleName ranked unranked best { rank score highlights { kpi display isMet } } } }
      ... on DataQualitySection { lookedAtUntil rowsAccepted rejects { code rows } daysWithoutData { service days } provisional }
    } } } }`;

const packageId = async (): Promise<string> => globalId("ReviewPackage", (await house.compile()).id);

describe("a package in the graph", () => {
  it("shows the frozen document, section by section", async () => {
    const id = await packageId();
    await house.at.calls([{ by: "anna", waitSeconds: 5 }]);
    await house.at.settle();

    const { data, errors } = await ours(PACKAGE, { id });

    expect(errors).toEqual([]);
    expect(data.node).toMatchObject({
      version: 1,
      isIntact: true,
      review: { state: "COMPILED", packages: [{ version: 1 }] },
    });
    expect(data.node.periods.at(-1)).toEqual({ label: "2026-06" });
    const section = (name: string) => data.node.sections.find((one: { __typename: string }) => one.__typename === name);
    expect(section("MissesSection").misses[0]).toMatchObject({ objectiveCode: "SL", shortfallDisplay: "30.0 pp" });
    expect(section("ObjectivesSection").objectives[0].results.at(-1)).toMatchObject({
      ...{ outcome: "BELOW_MINIMUM", target: "0.8", missesMade: 2, missesAllowed: 0 },
      figure: { display: "50.0 %", numerator: "2", sample: 4 },
    });
    expect(section("ChartsSection").charts[0].points).toHaveLength(30);
    expect(section("DataQualitySection")).toMatchObject({ rowsAccepted: 4, lookedAtUntil: "2026-07-01" });
  });

  it("takes as many statements for three versions as for one", async () => {
    const one = await ours(PACKAGE, { id: await packageId() });
    await house.compile();
    const three = await ours(PACKAGE, { id: await packageId() });

    expect(three.data.node.review.packages).toHaveLength(3);
    expect(three.statements).toBe(one.statements);
    expect(three.statements).toBeLessThan(14);
  });

  it("is found through its contract, forum and review, latest first", async () => {
    await house.compile();
    await house.compile();

    const { data } = await ours(
      `{ forum(code: "${house.forum.code}") { nextReview { scheduledFor package { version } } latestReview { scheduledFor } contract { latestPackage { version } } } }`,
    );

    expect(data.forum).toEqual({
      nextReview: { scheduledFor: "2026-07-10", package: { version: 2 } },
      latestReview: { scheduledFor: "2026-07-10" },
      contract: { latestPackage: { version: 2 } },
    });
  });

  it("does not exist for another client, whatever is asked", async () => {
    const other = await ReviewedHouse.open(database.asInternal);
    const theirs = api.as({ kind: "client", clientIds: [other.at.clientId] });
    const ids = [await packageId(), globalId("Review", (await house.review()).id), globalId("Forum", house.forum.id)];

    for (const id of ids)
      expect((await theirs("query ($id: ID!) { node(id: $id) { id } }", { id })).data).toEqual({ node: null });
    expect((await theirs(`{ forum(code: "${house.forum.code}") { id } }`)).data).toEqual({ forum: null });
  });
});

const COMPILE = `mutation Compile($input: CompilePackageInput!) { compilePackage(input: $input) {
  run { id kind state } review { id state } errors { code path } } }`;

describe("asking for a package", () => {
  const input = async () => ({ input: { reviewId: globalId("Review", (await house.review()).id) } });
  const clerk = (): Ask => api.as({ kind: "internal", name: "Clerk", clientIds: [house.at.clientId] });

  it("is a run one can look at, and ends in a package", async () => {
    const asked = await clerk()(COMPILE, await input());
    const { run } = asked.data.compilePackage;
    await work(run.id);

    const { data } = await clerk()(`{ node(id: "${run.id}") { ... on JobRun { state done total error { code } } } }`);

    expect(run).toMatchObject({ kind: "compilePackage", state: "QUEUED" });
    expect(data.node).toEqual({ state: "SUCCEEDED", done: 1, total: 1, error: null });
    expect((await house.versions()).map(({ version, compiledBy }) => [version, compiledBy])).toEqual([[1, "Clerk"]]);
  });

  it("compiles once, however often its job is delivered", async () => {
    const { data } = await clerk()(COMPILE, await input());
    await Promise.all([work(data.compilePackage.run.id), work(data.compilePackage.run.id)]);

    expect(await house.versions()).toHaveLength(1);
  });

  it("needs the right, and the review", async () => {
    const refused = await ours(COMPILE, await input());
    const unknown = await clerk()(COMPILE, { input: { reviewId: globalId("Review", newId()) } });

    expect(refused.errors).toMatchObject([{ code: "FORBIDDEN" }]);
    expect(unknown.data.compilePackage).toMatchObject({
      run: null,
      errors: [{ code: "NOT_FOUND", path: ["reviewId"] }],
    });
    expect(await database.adminRows("select 1 from job_run where client_id = $1", [house.at.clientId])).toEqual([]);
  });

  /** What a worker does when the job is delivered. */
  async function work(id: string): Promise<JobRun | unknown> {
    const runner = new JobRunner(database.db, new JobRunService(), () => new Date("2026-07-10T10:00:00Z"));
    const payload = { clientId: house.at.clientId, runId: parseGlobalId(id).id };
    const { signal } = new AbortController();
    const context = { attempt: 1, isLastAttempt: false, now: new Date(), signal };
    return compilePackageHandler(runner, house.packages).work(payload, context);
  }
});
