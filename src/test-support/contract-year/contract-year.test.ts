import { day } from "../../shared/day";
import { createTestDatabase, type TestDatabase } from "../test-database";
import { SECOND_AMENDMENT } from "./contract-clauses.builder";
import { FIRST_AMENDMENT } from "./contract-objectives.builder";
import { BUYER, ContractYear, OPERATIONS } from "./contract-year.builder";
import { CORRECTION_OF_AUGUST, EXPECTED_LINES } from "./expected-lines.builder";
import { simulatedLines, simulateYear } from "./simulated-year.builder";

/** From June on more calls are answered in time, as the first amendment asks. */
const MORE_IN_TIME = "170/24/6";
/** From July on quality is what the ratchet has made of its target. */
const AT_91 = 182;

describe("a year of a contract with forty clauses", () => {
  let database: TestDatabase;
  let year: ContractYear;
  beforeAll(async () => {
    database = await createTestDatabase();
    year = await ContractYear.open(database);
  });
  afterAll(async () => {
    await year.house.api.stop();
    await database.drop();
  });

  const expectLines = async (month: string): Promise<void> => {
    expect(await year.lines(month)).toEqual(EXPECTED_LINES[month]);
  };

  it("January: everything is reached, and that pays", async () => {
    await year.month("2025-01", { callQuality: 188 });
    await year.settle("2025-02-06T08:00:00Z");
    expect(await year.settlements("2025-01", BUYER)).toEqual([]);
    await year.issue("2025-01");

    await expectLines("2025-01");
  });

  it("February: calls of an agreed outage do not count", async () => {
    await year.month("2025-02", { on: "2025-02-12" });
    await year.also("2025-02-10", { calls: "0/20/0" });
    await year.exclude({
      ...{ code: "E1", kind: "PLANNED_OUTAGE", reason: "Work on the telephone system", services: ["voice"] },
      ...{ fromAt: "2025-02-10T10:00:00+01:00", untilAt: "2025-02-10T14:00:00+01:00" },
    });
    await year.close("2025-02");

    await expectLines("2025-02");
  });

  it("March: the service level is missed", async () => {
    await year.month("2025-03", { calls: "158/30/12", callQuality: 190 });
    await year.close("2025-03");

    await expectLines("2025-03");
  });

  it("April: failing again doubles the points, and small amounts are dropped", async () => {
    await year.month("2025-04", { calls: "160/26/14", waits: [8, 45], callQuality: 184 });
    await year.close("2025-04");

    await expectLines("2025-04");
  });

  it("May: the target rises in mid-month, and the month counts by the calls of each part", async () => {
    year.house.clock.set("2025-05-03T08:00:00Z");
    await year.house.apply(FIRST_AMENDMENT);
    await year.month("2025-05", { calls: "70/26/4", callQuality: 188 });
    await year.also("2025-05-20", { calls: "90/8/2" });
    await year.close("2025-05");

    await expectLines("2025-05");
  });

  it("June: a credit is withheld, because it may be earned back", async () => {
    await year.month("2025-06", { calls: MORE_IN_TIME, solved: "78/72", callQuality: 184 });
    await year.also("2025-06-20", { callers: "0/10/0" });
    await year.exclude({
      ...{ code: "E2", kind: "CLIENT_CAUSED", reason: "Wrong bills were sent to customers", objectives: ["CSAT"] },
      ...{ fromAt: "2025-06-20T00:00:00+02:00", untilAt: "2025-06-21T00:00:00+02:00" },
    });
    await year.close("2025-06");

    await expectLines("2025-06");
  });

  it("July: quality was above its target for six months, so the target has risen", async () => {
    const mail = { writers: "39/11/40", mailQuality: 84 };
    await year.month("2025-07", { calls: MORE_IN_TIME, solved: "81/72", callQuality: AT_91, ...mail });
    await year.close("2025-07");

    await expectLines("2025-07");
  });

  it("August: failing in a row costs more; the credit of June is earned back", async () => {
    const others = { complaints: 4, writers: "38/12/40", callers: "84/10/6" };
    await year.month("2025-08", { calls: MORE_IN_TIME, solved: "80/72", callQuality: 181, ...others });
    await year.close("2025-08");

    await expectLines("2025-08");
  });

  it("September: the fee rises in mid-month, and each half counts by itself", async () => {
    await year.house.apply(SECOND_AMENDMENT);
    await year.month("2025-09", { calls: MORE_IN_TIME, solved: "82/68", callers: "86/5/9", callQuality: AT_91 });
    await year.close("2025-09");

    await expectLines("2025-09");
  });

  it("October: of one incident the client chooses the credit, and all credits stay within their cap", async () => {
    await year.month("2025-10", {
      ...{ calls: "140/40/20", callers: "70/24/6", writers: "40/10/35", callQuality: AT_91 },
    });
    await year.also("2025-10-07", { writers: "0/5/0" });
    await year.exclude({
      ...{ code: "E3", kind: "FORCE_MAJEURE", reason: "The storm of 7 October", services: ["mail"] },
      ...{ fromAt: "2025-10-07T00:00:00+02:00", untilAt: "2025-10-08T00:00:00+02:00" },
    });
    const storm = await year.incident("2025-10", "storm", ["SL", "CSAT"]);
    await year.settle("2025-11-06T08:00:00Z");
    await year.choose(storm, "CSAT");
    await year.settle("2025-11-06T09:00:00Z");
    await year.issue("2025-10");

    await expectLines("2025-10");
    // below the expected level in March, April, May and October
    expect(await year.notices()).toEqual(["SL-DEFAULT SL 2025-10-01"]);
  });

  it("August again: answers came late, and the month is restated; the difference has lines of its own", async () => {
    await year.also("2025-08-20", { callers: "10/0/0" });
    await year.settle("2025-11-07T08:00:00Z");
    await year.house.act(
      OPERATIONS,
      `restatePeriod(input: { contract: "harbour-care", period: { kind: MONTH, containing: "2025-08-10" },
        reason: "Ten answers came after the month was closed" })`,
    );
    await year.settle("2025-11-07T09:00:00Z");
    await year.issue("2025-08");

    await expectLines("2025-08");
    expect(await year.lines("2025-08", 2)).toEqual(CORRECTION_OF_AUGUST);
  });

  it("November: a credit that was given is taken back, because two months on average reach the target", async () => {
    await year.month("2025-11", { calls: MORE_IN_TIME, waits: [20, 140], solved: "82/71", callQuality: AT_91 }, [2, 3]);
    await year.close("2025-11");

    await expectLines("2025-11");
  });

  it("December: bonuses stay within their cap", async () => {
    await year.month("2025-12", { calls: "172/22/6", callers: "90/5/5", callQuality: AT_91 });
    await year.close("2025-12");

    await expectLines("2025-12");
  });

  it("has forty clauses about fourteen objectives, and its lines add up to what it came to", async () => {
    const [counted] = await database.adminRows<{ clauses: number; objectives: number }>(
      `select max(jsonb_array_length(terms -> 'clauses')) as clauses,
              (select count(*)::int from objective) as objectives from settlement_terms`,
    );
    expect(counted).toEqual({ clauses: 40, objectives: 14 });
    for (const month of Object.keys(EXPECTED_LINES))
      for (const { lines, totals } of await year.settlements(month, BUYER)) {
        const cents = lines.map(({ amount }) => Math.round(Number(amount.value) * 100));
        expect(cents.reduce((sum, one) => sum + one, 0)).toBe(Math.round(Number(totals.net.value) * 100));
      }
  });

  it("simulated as it stands, comes to what was settled, from its first month and from any later one", async () => {
    const [whole] = await simulateYear(year);
    const [later] = await simulateYear(year, { from: day("2025-07-01") });

    for (const period of whole!.periods) {
      const month = period.period.from.slice(0, 7);
      if (month !== "2025-08") expect([month, simulatedLines(period)]).toEqual([month, EXPECTED_LINES[month]]);
      expect([month, period.money?.totals.net]).toEqual([month, period.settled]);
    }
    expect(whole!.periods).toHaveLength(12);
    expect(later!.periods).toEqual(whole!.periods.slice(6));
  });
});
