import { GraphQLError, parse, type ExecutionResult } from "graphql";
import { saveClient } from "../clients/client.builder";
import { rows } from "../platform/database";
import type { ApiContext } from "../platform/graphql/context";
import { defineJob } from "../platform/job";
import { plainLog } from "../platform/log";
import type { JobQueue } from "../platform/queue";
import { NotFound } from "../shared/errors";
import { newId } from "../shared/ids";
import { aViewer, TEST_NOW } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { runOperation } from "./request";

let database: TestDatabase;
let clientId: string;
const logged: string[] = [];
const queued: string[] = [];
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(() => {
  logged.splice(0);
  queued.splice(0);
  clientId = newId();
});
afterAll(() => database.drop());

const hurry = defineJob<{ clientId: string }>("request-test-hurry");
const enqueue: JobQueue["enqueue"] = (job) => Promise.resolve(void queued.push(job.name));
const queue = { enqueue } as JobQueue;

type Work = (context: ApiContext) => Promise<ExecutionResult>;

function run(kind: "query" | "mutation", execute: Work, deadlineMs = 5_000) {
  const document = parse(`${kind} Test { field }`);
  const parts = {
    db: database.db,
    services: new Map(),
    queue,
    deadlineMs,
    execute: (_: unknown, ctx: ApiContext) => execute(ctx),
  };
  return runOperation(
    { ...parts, log: plainLog("info", (line) => logged.push(line)) },
    { document, hash: "x", name: undefined, variables: {} },
    { viewer: aViewer({ clientIds: [clientId] }), now: TEST_NOW, requestId: "request-1" },
  );
}

const done: ExecutionResult = { data: { field: "done" } };
const failed = (error: Error, path: string[]): ExecutionResult => ({
  data: { field: null },
  errors: [new GraphQLError(error.message, { path, originalError: error })],
});

const writing =
  (result: ExecutionResult): Work =>
  async ({ tx, jobs }) => {
    await saveClient(tx, { clientId });
    jobs.enqueue(hurry, { clientId });
    return result;
  };

const isStored = async (): Promise<boolean> =>
  (await database.adminRows("select 1 from client where client_id = $1", [clientId])).length === 1;

test("a mutation is committed before it is answered, and its jobs are queued after that", async () => {
  expect(await run("mutation", writing(done))).toEqual(done);
  expect([await isStored(), queued]).toEqual([true, ["request-test-hurry"]]);
});

test("an unforeseen error undoes the whole mutation, says nothing, and is logged", async () => {
  const result = await run("mutation", writing(failed(new Error("secret detail"), ["field"])));

  expect(result.data).toBeNull();
  expect(result.errors?.[0]?.extensions).toEqual({ code: "INTERNAL", requestId: "request-1" });
  expect(JSON.stringify(result)).not.toContain("secret detail");
  expect(logged.join()).toContain("secret detail");
  expect([await isStored(), queued]).toEqual([false, []]);
});

test("a refusal deep in the answer of a mutation does not undo what was done", async () => {
  const refusal = new NotFound("figure", "x");
  const result = await run("mutation", writing(failed(refusal, ["field", "figure"])));

  expect(result.errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND", remedy: refusal.remedy });
  expect(await isStored()).toBe(true);
});

test("a query can change nothing", async () => {
  await expect(run("query", writing(done))).rejects.toThrow("read-only");

  expect(await isStored()).toBe(false);
});

test("a statement ends at the deadline", async () => {
  const slow: Work = async ({ tx }) => {
    const error = await rows(tx, "select pg_sleep(20)").catch((caught: Error) => caught);
    return failed(error as Error, ["field"]);
  };
  const result = await run("query", slow, 200);

  expect(result.errors?.[0]?.extensions.code).toBe("DEADLINE_EXCEEDED");
});

test("so does work between statements", async () => {
  const endless: Work = () => new Promise(() => undefined);
  const result = await run("query", endless, 100);

  expect([result.data, result.errors?.[0]?.extensions.code]).toEqual([null, "DEADLINE_EXCEEDED"]);
});

test("a mutation that ran out of time is undone", async () => {
  const result = await run(
    "mutation",
    async (context) => {
      await writing(done)(context);
      return new Promise(() => undefined);
    },
    300,
  );

  expect(result.errors?.[0]?.extensions.code).toBe("DEADLINE_EXCEEDED");
  expect([await isStored(), queued]).toEqual([false, []]);
});
