import { newId } from "../shared/ids";
import { DomainError } from "../shared/errors";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { closedGate, until } from "../test-support/waiting";
import { rows } from "./database";
import type { JobRun } from "./job-run.entity";
import { JobRunService } from "./job-run.service";
import { JobRunner, type JobRunEffect } from "./job-runner";

class NothingToCompile extends DomainError {
  readonly code = "NOTHING_TO_COMPILE";
}

describe("runs of long work", () => {
  let database: TestDatabase;
  const runs = new JobRunService();
  let runner: JobRunner;
  const now = new Date("2026-03-01T10:00:00Z");
  const later = new Date("2026-03-01T10:05:00Z");
  beforeAll(async () => {
    database = await createTestDatabase();
    runner = new JobRunner(database.db, runs, () => later);
  });
  afterAll(() => database.drop());

  const requested = async (clientId = newId()): Promise<JobRun> =>
    database.asInternal([clientId], (tx) =>
      runs.request(tx, { clientId, kind: "compile", payload: { reviewId: "r" }, requestedBy: "tester" }, now),
    );
  const refTo = (run: JobRun) => ({ clientId: run.clientId, runId: run.id });
  const perform = (run: JobRun, effect: JobRunEffect): Promise<JobRun> => runner.perform(refTo(run), effect);
  const stored = async (run: JobRun): Promise<JobRun | undefined> =>
    database.asClient([run.clientId], (tx) => runs.find(tx, [run.clientId], run.id));
  /** A visible effect: one audit record for each time the work lands. */
  const landing: JobRunEffect = async (tx, run) => {
    const sql = `insert into audit_record (client_id, id, at, actor, act, subject) values ($1, $2, $3, 'a', 'landed', $4)`;
    await rows(tx, sql, [run.clientId, newId(), now, run.id]);
    return { made: run.id };
  };
  const landed = async (run: JobRun): Promise<number> =>
    (await database.adminRows("select 1 from audit_record where subject = $1", [run.id])).length;

  it("a run is queued, then done, with its result", async () => {
    const run = await requested();
    expect(await stored(run)).toMatchObject({ state: "queued", payload: { reviewId: "r" }, done: 0, createdAt: now });

    await perform(run, landing);

    expect(await stored(run)).toMatchObject({ state: "succeeded", result: { made: run.id }, finishedAt: later });
    expect(await landed(run)).toBe(1);
  });

  it("delivered twice, one after the other or at once, it lands once", async () => {
    const run = await requested();

    const both = await Promise.all([perform(run, landing), perform(run, landing)]);
    const third = await perform(run, landing);

    expect([...both, third].map((one) => one.result)).toEqual(Array(3).fill({ made: run.id }));
    expect(await landed(run)).toBe(1);
  });

  it("progress is seen while the work is under way", async () => {
    const run = await requested();
    const gate = closedGate();
    const performing = perform(run, async (_tx, _run, { progress }) => {
      await progress(2, 5);
      await gate.opened;
      return {};
    });

    await until(async () => (await stored(run))?.done === 2);

    expect(await stored(run)).toMatchObject({ state: "running", done: 2, total: 5, startedAt: later });
    gate.open();
    expect(await performing).toMatchObject({ state: "succeeded", done: 5 });
  });

  it("work that fails leaves nothing, says why without details, and can be tried again", async () => {
    const run = await requested();
    const failing = perform(run, async (tx, same, help) => {
      await landing(tx, same, help);
      throw new Error("password of the database");
    });

    await expect(failing).rejects.toThrow("password");

    expect(await landed(run)).toBe(0);
    expect(await stored(run)).toMatchObject({ state: "queued", error: { code: "INTERNAL" } });
    expect((await stored(run))?.error?.message).not.toContain("password");
    await perform(run, landing);
    expect(await stored(run)).toMatchObject({ state: "succeeded", error: null });
  });

  it("a run given up keeps the refusal's code and is not done any more", async () => {
    const run = await requested();

    await runner.giveUp(refTo(run), new NothingToCompile("The month has no data."));

    const error = { code: "NOTHING_TO_COMPILE", message: "The month has no data." };
    expect(await stored(run)).toMatchObject({ state: "failed", error, finishedAt: later });
    await perform(run, landing);
    expect(await landed(run)).toBe(0);
  });

  it("unfinished runs are found again, and other clients' are not", async () => {
    const [old, done, foreign] = [await requested(), await requested(), await requested()];
    await perform(done, landing);

    const found = await database.asInternal([old.clientId, done.clientId], (tx) =>
      runs.unfinished(tx, [old.clientId, done.clientId], later),
    );

    expect(found.map((one) => one.id)).toEqual([old.id]);
    expect(await database.asClient([old.clientId], (tx) => runs.find(tx, [old.clientId], foreign.id))).toBeUndefined();
  });

  it("a run of another client cannot be done", async () => {
    const run = await requested();

    const stolen = runner.perform({ clientId: newId(), runId: run.id }, landing);

    await expect(stolen).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
