import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { june } from "./scorecard-house.builder";
import { NOW, SettledHouse } from "./settled-house.builder";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  await at.oneMorning();
  await at.settle(NOW);
});
afterAll(() => database.drop());

const LATER = new Date(NOW.getTime() + 60_000);
const LATER_STILL = new Date(NOW.getTime() + 120_000);

interface Past {
  readonly result: string;
  readonly kind: string;
  readonly from: string;
  readonly recordedAt: Date;
  readonly supersededAt: Date;
  readonly document: { readonly score: number; readonly id: string };
}
const past = (subjectId = at.contractId): Promise<Past[]> =>
  at.sql(
    `select result, period_kind as kind, period_from as "from", recorded_at as "recordedAt",
            superseded_at as "supersededAt", document
       from past_result where client_id = $1 and subject_id = $2 order by period_from, period_kind, recorded_at`,
    subjectId,
  );

const recordedAt = async (from = june(1)): Promise<Date | undefined> =>
  (
    await at.sql<{ at: Date }>(
      `select recorded_at as at from scorecard where client_id = $1 and subject_id = $2 and period_kind = 'day'
          and period_from = $3`,
      at.contractId,
      from,
    )
  )[0]?.at;

test("what did not change keeps the time since when it was believed, though it was computed again", async () => {
  await at.settle(LATER);

  const card = await at.card(at.contractId);
  expect(card?.computedAt).toEqual(LATER);
  expect(await recordedAt()).toEqual(NOW);
  expect(await past()).toEqual([]);
});

test("what changed is kept as it was, with the time in which it was believed", async () => {
  const before = await at.card(at.contractId);
  await at.calls([{ by: "bruno", waitSeconds: 90 }]);
  await at.settle(LATER);
  const after = await at.card(at.contractId);

  const all = await past();
  const ofMonth = all.find((one) => one.kind === "month");
  expect(ofMonth).toMatchObject({ result: "scorecard", from: june(1), recordedAt: NOW, supersededAt: LATER });
  expect(ofMonth?.document).toMatchObject({ id: before?.id, items: before?.items });
  expect(after?.items).not.toEqual(before?.items);
  expect(all.map((one) => `${one.kind} ${one.from}`)).not.toContain(`day ${june(2)}`);
  expect(await recordedAt(june(2))).toEqual(NOW);
});

test("what vanished is kept, too, and of what comes back nothing is doubled", async () => {
  await at.sql("delete from contact where client_id = $1 and offered_day = $2", june(2));
  await at.settle(LATER);
  const gone = await past(at.house.agents.carla.id);
  await at.calls([{ by: "carla", waitSeconds: 20, day: june(2) }]);
  await at.settle(LATER_STILL);

  expect(gone.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["day", "week", "month", "quarter", "year"]));
  expect(gone.every((one) => one.supersededAt.getTime() === LATER.getTime())).toBe(true);
  expect(await past(at.house.agents.carla.id)).toHaveLength(gone.length);
});

test("within one instant nothing was believed for any time, and nothing is kept", async () => {
  await at.calls([{ by: "bruno", waitSeconds: 90 }]);
  await at.settle(NOW);

  expect(await past()).toEqual([]);
});
