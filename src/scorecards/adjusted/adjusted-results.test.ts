import { saveCalendar } from "../../contracts/calendar.builder";
import { layOutDueWindows } from "../../contracts/calendar-window.queries";
import { saveExclusion } from "../../contracts/exclusions/exclusion.builder";
import { saveObjective } from "../../objectives/objective.builder";
import type { VolumeRelief } from "../../objectives/objective-terms";
import { day, type Day } from "../../shared/day";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { june, type TestContact } from "../scorecard-house.builder";
import { NOW, SettledHouse } from "../settled-house.builder";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => (database = await createTestDatabase()));
beforeEach(async () => void (at = await SettledHouse.open(database.asInternal)));
afterAll(() => database.drop());

const many = (count: number, one: Partial<TestContact>): Partial<TestContact>[] =>
  Array.from({ length: count }, () => one);
const on = (of: Day): Partial<TestContact> => ({ day: of, endedDay: of });
const lost = (of: Day): Partial<TestContact> => ({ ...on(of), outcome: "abandoned", waitSeconds: 90 });

/** A locked forecast of the telephone desk; by UTC, of half an hour. */
const foreseen = (from: string, contacts: number, isLocked = true): Promise<object[]> =>
  at.sql(
    `insert into forecast (client_id, source, external_id, service_id, channel, import_id, ingested_at, content_hash,
       interval_start, interval_end, publication, published_at, is_locked, volume_hundredths, day, end_day)
     select $1, 'wfm', gen_random_uuid()::text, $2, '', gen_random_uuid(), now(), gen_random_uuid(), $3::timestamptz,
            $3::timestamptz + interval '30 minutes', 'p', '2026-05-01', $5, $4, d, d
       from (select ($3::timestamptz at time zone 'Europe/Rome')::date as d) days`,
    at.house.phone.id,
    from,
    100 * contacts,
    isLocked,
  );

const promise = (relief: VolumeRelief): Promise<unknown> =>
  at.in((tx) =>
    saveObjective(tx, {
      ...{ clientId: at.clientId, contractId: at.contractId, code: "RELIEF", target: "0.9", relief },
    }),
  );

async function resultOf(target: string) {
  const results = await at.results("month");
  return results.find(
    ({ aims, item }) => item.targetSource?.kind === "objective" && [aims.target, item.target].includes(target),
  )!;
}

describe("relief for volume above the locked forecast", () => {
  beforeEach(async () => {
    // at noon of UTC: 13 on the 1st, 11 on the 2nd, 9 on the 3rd
    await at.calls([...many(5, on(june(1))), ...many(8, lost(june(1)))]);
    await at.calls([...many(10, on(june(2))), ...many(1, lost(june(2))), ...many(9, on(june(3)))]);
    for (const today of ["2026-06-01", "2026-06-02", "2026-06-03"]) await foreseen(`${today}T12:00:00Z`, 10);
    await foreseen("2026-06-01T12:00:00Z", 1_000, false);
  });

  test("takes out the intervals above it, and says their figures", async () => {
    await promise({ tolerance: "0.1", effect: "exclude", adjustedTarget: null });
    await at.settle();

    const result = await resultOf("0.9");

    expect(result.item).toMatchObject({ numerator: "19", denominator: "20" });
    expect(result.unadjusted).toMatchObject({ numerator: "24", denominator: "33" });
    expect(result.outcome).toBe("met");
    expect(result.exclusions).toEqual([
      expect.objectContaining({
        ...{ code: "relief/2026-06-01", kind: "volume_over_forecast" },
        reason: "13 contacts came in one interval with a locked forecast of 10: more than 11, which is 10 % above it.",
        effect: expect.stringMatching(/^0\.22(27)+2?$/),
      }),
    ]);
  });

  test("holds the period against another target when more came in all", async () => {
    await promise({ tolerance: "0.05", effect: "adjust_target", adjustedTarget: "0.7" });
    await at.settle();

    const result = await resultOf("0.7");

    expect(result).toMatchObject({ outcome: "met", unadjusted: null, exclusions: [], aims: { target: "0.7" } });
    expect(result.item).toMatchObject({ numerator: "24", denominator: "33" });
  });

  test("leaves the target where not that much more came", async () => {
    await promise({ tolerance: "0.1", effect: "adjust_target", adjustedTarget: "0.7" });
    await at.settle();

    expect(await resultOf("0.9")).toMatchObject({ outcome: "missed", aims: { target: "0.9" } });
  });
});

test("within a measuring calendar only what happens in its windows counts, on days with 23 hours, too", async () => {
  const { clientId, contractId } = at;
  const calendar = await at.in((tx) =>
    saveCalendar(tx, {
      ...{ clientId, code: "nights" },
      windows: [7].map((weekday) => ({ weekday, from: "01:00", until: "14:00" })) as never,
    }),
  );
  await at.in((tx) => layOutDueWindows(tx, clientId, NOW));
  await at.in((tx) =>
    saveObjective(tx, { clientId, contractId, code: "SUNDAYS", target: "0.6", calendarId: calendar.id }),
  );
  // at noon of UTC: on Sunday the 29th the clock in Rome shows 14:00, on Sunday the 22nd 13:00
  const [before, change, monday] = [day("2026-03-22"), day("2026-03-29"), day("2026-03-30")];
  await at.calls([...many(2, on(before)), lost(before), ...many(5, on(change)), ...many(7, on(monday))]);
  await at.settle();

  const march = (await at.results("month")).find(({ aims }) => aims.target === "0.6")!;

  expect(march.item).toMatchObject({ numerator: "2", denominator: "3" });
  expect(march).toMatchObject({ outcome: "met", unadjusted: null, exclusions: [] });
});

test("overlapping exclusions count once, and each shows its effect after those before it", async () => {
  const { clientId, contractId } = at;
  const between = (from: string, until: string) => ({ fromAt: new Date(from), untilAt: new Date(until) });
  await at.calls([...many(6, on(june(1))), ...many(2, lost(june(2))), ...many(2, lost(june(3)))]);
  await at.in(async (tx) => {
    const save = (code: string, when: object) => saveExclusion(tx, { clientId, contractId, code, ...when });
    await save("B", between("2026-06-02T00:00:00Z", "2026-06-04T00:00:00Z"));
    await save("A", between("2026-06-01T22:00:00Z", "2026-06-02T18:00:00Z"));
    await save("C", between("2026-06-03T00:00:00Z", "2026-06-03T18:00:00Z"));
  });
  await at.settle();

  const result = await resultOf("0.8");

  expect(result.unadjusted).toMatchObject({ value: "0.6", numerator: "6", denominator: "10" });
  expect(result.item).toMatchObject({ value: "1", numerator: "6", denominator: "6" });
  expect(result.exclusions.map(({ code, effect }) => [code, effect])).toEqual([
    ["A", "0.15"],
    ["B", "0.25"],
    ["C", "0"],
  ]);
});

test("where nothing is left there is nothing to judge, and the raw figure is still there", async () => {
  const { clientId, contractId } = at;
  await at.calls([...many(3, on(june(1))), lost(june(1))]);
  await at.in((tx) => saveExclusion(tx, { clientId, contractId }));
  await at.settle();

  const result = await resultOf("0.8");

  expect(result).toMatchObject({ outcome: "not_measured", unadjusted: { value: "0.75" } });
  expect(result.item).toMatchObject({ value: null, status: "NO_DATA" });
  expect(result.exclusions).toMatchObject([{ code: "X1", effect: null }]);
});
