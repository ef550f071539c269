import { givenContract, type GivenContract } from "../setup/setup.builder";
import { day } from "../shared/day";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { ForumService } from "./forum.service";
import type { ForumInput } from "./forum.schema";
import { ReviewService } from "./review.service";

const NOW = new Date("2026-07-10T10:00:00Z");
const reviews = new ReviewService();
const forums = new ForumService(reviews);

let database: TestDatabase;
let given: GivenContract;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => void (given = await givenContract(database, { contract: { startsOn: day("2026-04-15") } })));
afterAll(() => database.drop());

const schedule = (now = NOW): Promise<number> =>
  database.asInternal([given.clientId], (tx) => reviews.schedule(tx, given.clientId, now));

function define(parts: Partial<ForumInput> = {}): Promise<unknown> {
  const { clientId, client, contract } = given;
  const input: ForumInput = {
    ...{ client: client.code, contract: contract.code, code: "monthly", name: "Monthly review" },
    ...{ cadence: "FREQ=MONTHLY;BYMONTHDAY=10", reviews: "month", ...parts },
  };
  const context = { actor: "test", now: NOW, requestId: null, clientIds: [clientId], internal: true };
  return database.asInternal([clientId], (tx) => forums.define(tx, context, input));
}

async function sittings(): Promise<string[]> {
  const sql = `select scheduled_for || ' ' || to_char(period_from, 'YYYY-MM') || ' ' || state as text
    from review where client_id = $1 order by scheduled_for`;
  return (await database.adminRows<{ text: string }>(sql, [given.clientId])).map(({ text }) => text);
}

describe("the calendar of a forum", () => {
  it("is there as soon as the forum is defined, three months ahead, about periods of the contract", async () => {
    await define();

    expect(await sittings()).toEqual([
      "2026-05-10 2026-04 scheduled",
      "2026-06-10 2026-05 scheduled",
      "2026-07-10 2026-06 scheduled",
      "2026-08-10 2026-07 scheduled",
      "2026-09-10 2026-08 scheduled",
    ]);
  });

  it("grows as time goes by, and is not doubled", async () => {
    await define();

    expect([await schedule(), await schedule(new Date("2026-07-11T10:00:00Z")), await schedule()]).toEqual([0, 1, 0]);
    expect((await sittings()).at(-1)).toBe("2026-10-10 2026-09 scheduled");
  });

  it("takes a new cadence for what is to come, and keeps what was and what is prepared", async () => {
    await define();
    await database.adminRows("update review set state = 'held' where client_id = $1 and scheduled_for = '2026-09-10'", [
      given.clientId,
    ]);

    await define({ cadence: "FREQ=MONTHLY;BYMONTHDAY=20" });

    expect((await sittings()).slice(2)).toEqual([
      "2026-07-10 2026-06 scheduled",
      "2026-07-20 2026-06 scheduled",
      "2026-08-20 2026-07 scheduled",
      "2026-09-10 2026-08 held",
      "2026-09-20 2026-08 scheduled",
    ]);
  });

  it("stays when the forum is defined again as it is", async () => {
    await define();
    const before = await database.adminRows("select id from review where client_id = $1 order by id", [given.clientId]);
    await define();

    expect(
      await database.adminRows("select id from review where client_id = $1 order by id", [given.clientId]),
    ).toEqual(before);
  });

  it("ends with the contract", async () => {
    given = await givenContract(database, { contract: { startsOn: day("2026-04-15"), endsOn: day("2026-07-01") } });
    await define();

    expect((await sittings()).at(-1)).toBe("2026-07-10 2026-06 scheduled");
  });
});
