import type { AmendmentRule } from "../../contracts/amendment-rule";
import { newId } from "../../shared/ids";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { june } from "../scorecard-house.builder";
import { SettledHouse } from "../settled-house.builder";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => void (at = await SettledHouse.open(database.asInternal)));
afterAll(() => database.drop());

const many = (count: number, waitSeconds: number, ofMonth: number) =>
  Array.from({ length: count }, () => ({ waitSeconds, day: june(ofMonth) }));

/** From 11 June on: 90 % instead of 80 %, answered within 40 seconds instead of 20. */
async function amend(rule: AmendmentRule, terms: { target?: string; minimum?: string; threshold?: number } = {}) {
  const id = newId();
  const { target = "0.9", minimum = "0.8", threshold = 20 } = terms;
  await at.sql(
    `with a as (insert into contract_amendment select client_id, '${id}', contract_id, 'A1' from objective
       where client_id = $1),
     v as (insert into contract_amendment_version select $1, '${id}', 1, 'Higher', 'Amendment 1', '2026-05-20',
       '2026-06-11', '${rule}', now(), null),
     n as (insert into objective_version (client_id, objective_id, kpi_code, dialect, parameters, target, minimum,
         measured_by, version, valid_from, recorded_at, amendment_id)
       select client_id, objective_id, kpi_code, dialect,
              parameters || '{"thresholdSeconds": ${threshold}}', ${target}, ${minimum}, measured_by, 2, '2026-06-11',
              now(), '${id}' from objective_version where client_id = $1)
     update objective_version set valid_until = '2026-06-11' where client_id = $1 and version = 1`,
  );
}

/** 1–10 June 80 of 100 within 20 s, 11–30 June 30 of 50 (and 45 within 40 s). */
const CALLS = [...many(80, 5, 3), ...many(20, 60, 3), ...many(30, 5, 20), ...many(15, 30, 20), ...many(5, 60, 20)];

describe("an objective that is amended within a month", () => {
  it("by volume: 2/3 of the old terms, 1/3 of the new", async () => {
    await amend("by_volume");
    await at.calls(CALLS);
    await at.settle();

    const [month] = await at.results("month");

    // 110 of 150 are 73.3 %; the target 2/3 × 80 % + 1/3 × 90 % = 83.3 %, the minimum 2/3 × 70 % + 1/3 × 80 % = 73.3 %
    expect(month).toMatchObject({ outcome: "missed", shortfall: "0.1", objectiveVersion: 2 });
    expect(month?.item).toMatchObject({ numerator: "110", denominator: "150", sample: 150, isMet: false });
    expect(month?.aims.target).toBe(`0.8${"3".repeat(59)}`);
    expect(month?.segments).toMatchObject([
      { from: june(1), until: june(11), objectiveVersion: 1, share: "0.6666666666666666666666666666666667" },
      { from: june(11), until: "2026-07-01", objectiveVersion: 2, share: "0.3333333333333333333333333333333333" },
    ]);
    expect(month?.segments.map(({ figure }) => figure.value)).toEqual(["0.8", "0.6"]);
    expect(month?.segments.map(({ aims }) => aims.target)).toEqual(["0.8", "0.9"]);
  });

  it("by time: 10 of 30 days of the old terms", async () => {
    await amend("by_time");
    await at.calls(CALLS);
    await at.settle();

    const [month] = await at.results("month");

    // 1/3 × 80 % + 2/3 × 60 % = 2/3; the target 1/3 × 80 % + 2/3 × 90 % = 13/15; the minimum 23/30
    expect(month?.item).toMatchObject({ numerator: "2", denominator: "3", sample: 150 });
    expect(month).toMatchObject({ outcome: "below_minimum", shortfall: "0.2", missesAllowed: null });
  });

  it("under another formula no sums are mixed: each stretch by its own threshold", async () => {
    await amend("by_volume", { threshold: 40 });
    await at.calls(CALLS);
    await at.settle();

    const [month] = await at.results("month");

    // 2/3 × 80 % + 1/3 × 90 % = 5/6, exactly on target
    expect(month?.item).toMatchObject({ numerator: "5", denominator: "6", parameters: { thresholdSeconds: 40 } });
    expect(month).toMatchObject({ outcome: "met", shortfall: "0" });
  });

  it("by the start version or the end version as a whole", async () => {
    await amend("start_version", { threshold: 40 });
    await at.calls(CALLS);
    await at.settle();
    const [start] = await at.results("month");
    await at.sql("update contract_amendment_version set superseded_at = now() where client_id = $1");
    await at.sql(
      `insert into contract_amendment_version
       select client_id, amendment_id, 2, title, document, signed_on, effective_from, 'end_version', now(), null
         from contract_amendment_version where client_id = $1`,
    );
    await at.settle();
    const [end] = await at.results("month");

    expect(start).toMatchObject({ objectiveVersion: 1, segments: [], aims: { target: "0.8" } });
    expect(start?.item).toMatchObject({ numerator: "110", denominator: "150" });
    expect(end).toMatchObject({ objectiveVersion: 2, segments: [], aims: { target: "0.9" } });
    expect(end?.item).toMatchObject({ numerator: "125", denominator: "150" });
  });

  it("cuts quarters and years, and the week it falls in; not the days, weeks and months beside it", async () => {
    await amend("by_volume");
    await at.calls([...CALLS, ...many(10, 5, 9), ...many(10, 5, 12)]);
    await at.settle();

    const cut = async (kind: "day" | "week" | "quarter" | "year") =>
      (await at.results(kind)).map(({ segments, aims }) => [segments.length, aims.target]);

    expect(await cut("quarter")).toEqual([[2, expect.any(String)]]);
    expect(await cut("year")).toEqual([[2, expect.any(String)]]);
    // 1–7, 8–14 and 15–21 June
    expect(await cut("week")).toEqual([
      [0, "0.8"],
      [2, "0.85"],
      [0, "0.9"],
    ]);
    expect(new Set((await cut("day")).map(([segments]) => segments))).toEqual(new Set([0]));
  });
});

describe("rolling objectives", () => {
  it("are judged over the periods before as well, where they are measured by such periods", async () => {
    await at.sql("update objective_version set rolling = 2 where client_id = $1");
    await at.calls([...many(8, 5, 1).map((one) => ({ ...one, day: june(1) })), ...many(2, 60, 1)]);
    await at.settle();
    const before = await at.results("month");
    await at.sql("update contact set offered_day = '2026-05-20', answered_day = '2026-05-20' where client_id = $1");
    await at.calls(many(10, 5, 1));
    await at.settle();

    const [month] = (await at.results("month")).filter(({ periodFrom }) => periodFrom === june(1));
    const days = (await at.results("day")).filter(({ periodFrom }) => periodFrom === june(1));

    expect(before[0]?.item).toMatchObject({ numerator: "8", denominator: "10" });
    expect(month?.item.denominator).toBe("20");
    expect(days[0]?.item.denominator).toBe("10");
  });
});
