import { DomainError, NotFound, Refusals } from "../../shared/errors";
import { newId } from "../../shared/ids";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { inTransaction, rows } from "../database";
import { RIGHTS, type Viewer } from "../viewer";
import { ApiContext } from "./context";
import { perform, type ActInput, type Outcome } from "./mutation";

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

const viewer = (parts: Partial<Viewer> = {}): Viewer => ({
  ...{
    kind: "internal",
    id: newId(),
    name: "Test",
    personId: null,
    sight: null,
    clientIds: [],
    rights: new Set(RIGHTS),
  },
  ...parts,
});

interface Hire extends ActInput {
  readonly code: string;
  readonly since?: Date;
}
interface Hired {
  readonly person: { readonly code: string; readonly since: Date | undefined };
}

/** Hires somebody through the wrapper; counts how often it was really done. */
function hiring(as: Viewer) {
  let times = 0;
  const hire = (input: Hire, then: () => void = () => undefined): Promise<Outcome<Hired>> =>
    inTransaction(database.db, { clientIds: [], internal: true }, (tx) => {
      const ctx = new ApiContext({ tx, viewer: as, now: new Date(), requestId: "r", services: new Map() });
      return perform(ctx, { name: "hire", requires: "setup:write", input }, async () => {
        times += 1;
        await rows(tx, "insert into person (id, code, name) values (gen_random_uuid(), $1, $1)", [input.code]);
        then();
        return { person: { code: input.code, since: input.since } };
      });
    });
  return { hire, times: () => times };
}

const isHired = async (code: string): Promise<boolean> =>
  (await database.adminRows("select 1 from person where code = $1", [code])).length === 1;

test("what was done comes back, without errors", async () => {
  expect(await hiring(viewer()).hire({ code: "ada" })).toEqual({ person: { code: "ada" }, errors: [] });
  expect(await isHired("ada")).toBe(true);
});

test("several refusals come back at once, and everything is undone", async () => {
  const refusals = new Refusals([new NotFound("team", "red", ["team"]), new NotFound("role", "king", ["role"])]);
  const refuse = (): never => {
    throw refusals;
  };

  const { errors } = await hiring(viewer()).hire({ code: "bob" }, refuse);

  expect(errors).toMatchObject([
    { code: "NOT_FOUND", path: ["team"], message: 'There is no team "red".' },
    { code: "NOT_FOUND", path: ["role"], remedy: "Check the spelling, or define the role first." },
  ]);
  expect(await isHired("bob")).toBe(false);
});

test("an unforeseen error passes through", async () => {
  const fail = (): never => {
    throw new Error("boom");
  };

  await expect(hiring(viewer()).hire({ code: "cyd" }, fail)).rejects.toThrow("boom");
});

test("without the right nothing is even tried", async () => {
  const { hire, times } = hiring(viewer({ rights: new Set() }));

  await expect(hire({ code: "dan" })).rejects.toMatchObject({ code: "FORBIDDEN" } satisfies Partial<DomainError>);
  expect(times()).toBe(0);
});

describe("an idempotency key", () => {
  it("gives a repeated request its first answer, instants and all, and does nothing", async () => {
    const { hire, times } = hiring(viewer());
    const input = { code: "eve", since: new Date("2026-01-01T00:00:00Z"), idempotencyKey: "hire-eve" };

    const [first, second] = [await hire(input), await hire(input)];

    expect(second).toEqual(first);
    expect(times()).toBe(1);
  });

  it("is refused for another request", async () => {
    const { hire } = hiring(viewer());
    await hire({ code: "fay", idempotencyKey: "hire-fay" });

    const { errors } = await hire({ code: "gus", idempotencyKey: "hire-fay" });

    expect(errors).toMatchObject([{ code: "IDEMPOTENCY_KEY_REUSED", path: ["idempotencyKey"] }]);
    expect(await isHired("gus")).toBe(false);
  });

  it("belongs to one viewer", async () => {
    await hiring(viewer()).hire({ code: "hal", idempotencyKey: "the-same-key" });

    const { errors } = await hiring(viewer()).hire({ code: "ida", idempotencyKey: "the-same-key" });

    expect(errors).toEqual([]);
  });

  it("is not used up by a refusal", async () => {
    const { hire } = hiring(viewer());
    const refuse = (): never => {
      throw new NotFound("team", "red");
    };
    await hire({ code: "joe", idempotencyKey: "hire-joe" }, refuse);

    expect((await hire({ code: "joe", idempotencyKey: "hire-joe" })).errors).toEqual([]);
  });

  it("lets one of two requests at the same time do it, and the other wait for the answer", async () => {
    const { hire, times } = hiring(viewer());
    const input = { code: "kim", idempotencyKey: "hire-kim" };

    const answers = await Promise.all([hire(input), hire(input), hire(input)]);

    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    expect(times()).toBe(1);
  });
});
