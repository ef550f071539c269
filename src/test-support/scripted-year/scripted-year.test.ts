import { createTestDatabase, type TestDatabase } from "../test-database";
import { RIGHTS, type Viewer } from "../../platform/viewer";
import { heldAgainstPlainCounts } from "./plain-year.builder";
import { ScriptedYear, type Answers } from "./scripted-year.builder";
import {
  april,
  augustRestated,
  december,
  february,
  january,
  june,
  march,
  mayRestated,
  september,
  usual,
} from "./year-figures.builder";
import { HIGHER_TARGET, HIRE, MOVE, NEW_VERSION, NO_CONSENT, PROMOTION, YEAR_SETUP } from "./year-setup.builder";

/** Answers of an ordinary noon: 8 of 10 satisfied and one unhappy; 6, 1 (and one nearly); 9, 0 (and one nearly); all of 5. */
const USUAL = { ana: "5555 4444 3 1", bruno: "555 444 33 2 1", carla: "55555 4444 2", dora: "55555" };

const ana = (on: string, ratings = USUAL.ana): Answers => ({ person: "ana", service: "voice", on, ratings });
const bruno = (on: string, service: string, ratings = USUAL.bruno): Answers => ({
  person: "bruno",
  ...{ service, on, ratings },
});
const carla = (on: string, ratings = USUAL.carla): Answers => ({ person: "carla", service: "chat", on, ratings });
const dora = (on: string, ratings = USUAL.dora): Answers => ({ person: "dora", service: "voice", on, ratings });

const OPERATIONS: Partial<Viewer> = { name: "Ivana of operations" };
const BUYER: Partial<Viewer> = { kind: "client", name: "Northwind's buyer", rights: new Set(["restatements:consent"]) };
const ALL_RIGHTS = new Set(RIGHTS);

const restate = (containing: string): string =>
  `restatePeriod(input: { contract: "care", period: { kind: MONTH, containing: "${containing}" },
    reason: "Answers of this month came after it was closed" })`;

describe("a year of a contract", () => {
  let database: TestDatabase;
  let year: ScriptedYear;
  beforeAll(async () => {
    database = await createTestDatabase();
    year = await ScriptedYear.open(database);
    await year.apply(YEAR_SETUP);
  });
  afterAll(async () => {
    await year.api.stop();
    await database.drop();
  });

  it("January: figures are provisional, and final once the five days of grace are over", async () => {
    await year.report(ana("2025-01-10"), bruno("2025-01-10", "voice"), carla("2025-01-10"));
    await year.until("2025-02-05T22:59:00Z");
    expect(await year.month("2025-01-10")).toEqual(january("PROVISIONAL 1"));
    await year.until("2025-02-05T23:00:00Z");
    expect(await year.month("2025-01-10")).toEqual(january("FINAL 1"));
  });

  it("February: somebody is hired, and facts that come late but within the grace days still count", async () => {
    year.clock.set("2025-02-10T08:00:00Z");
    await year.apply(HIRE);
    await year.report(ana("2025-02-12"), bruno("2025-02-12", "voice"), carla("2025-02-12"), dora("2025-02-20"));
    await year.until("2025-03-03T10:00:00Z");
    await year.answer(ana("2025-02-27", "55"));
    await year.until("2025-03-06T08:00:00Z");

    expect(await year.month("2025-02-10")).toEqual(february);
  });

  it("March: a move in mid-month splits it, and both parts add up to the person's whole", async () => {
    await year.report(ana("2025-03-10"), bruno("2025-03-10", "voice"), carla("2025-03-10"));
    year.clock.set("2025-03-14T08:00:00Z");
    await year.apply(MOVE);
    await year.report(dora("2025-03-20"), bruno("2025-03-20", "chat", "55555 44444"));
    await year.until("2025-04-06T08:00:00Z");

    expect(await year.month("2025-03-10")).toEqual(march);
  });

  it("April: a target changed in mid-month holds for its month, and the day before can be asked for", async () => {
    year.clock.set("2025-04-10T08:00:00Z");
    await year.apply(HIGHER_TARGET);
    await year.report(ana("2025-04-10"), bruno("2025-04-10", "chat"), carla("2025-04-10"), dora("2025-04-20"));
    await year.until("2025-05-06T08:00:00Z");

    expect(await year.month("2025-04-10")).toEqual(april("FINAL 1"));
    expect(await year.month("2025-04-10", { validOn: "2025-04-14" })).toEqual(
      expect.arrayContaining([
        "ana, agent, red · CSAT 8/10 100 · UNHAPPY 1/10 75 · 90 · 2 of 2 · PROVISIONAL 0",
        "bruno, agent, blue · CSAT 6/10 75 · UNHAPPY 1/10 75 · 75 · 2 of 2 · PROVISIONAL 0",
      ]),
    );
    expect((await year.month("2025-03-10"))[0]).toContain("ana, agent, red · CSAT 8/10 100");
  });

  it("May: what comes after closing is drift, and is restated only with the client's consent", async () => {
    await year.report(ana("2025-05-10"), bruno("2025-05-10", "chat"), carla("2025-05-10"), dora("2025-05-20"));
    await year.until("2025-06-06T08:00:00Z");
    expect(await year.month("2025-05-10")).toEqual(april("FINAL 1"));

    await year.until("2025-06-10T08:00:00Z");
    await year.answer(ana("2025-05-28", "11"));
    await year.work();
    expect(await year.month("2025-05-10")).toEqual(april("FINAL 1"));
    expect(await year.drift("2025-05-10")).toEqual([
      "ana, agent, red · CSAT 8/10 → 8/12 · UNHAPPY 1/10 → 3/12",
      "care, contract · CSAT 28/35 → 28/37",
      "lea, team-lead, red · CSAT 13/15 → 13/17",
      "red, team · CSAT 13/15 → 13/17",
      "voice, service · CSAT 13/15 → 13/17",
    ]);

    const proposed = await year.act(OPERATIONS, restate("2025-05-10"), "restatement { id state }");
    expect(proposed).toMatchObject({ errors: [], restatement: { state: "PROPOSED" } });
    await year.until("2025-06-11T08:00:00Z");
    expect(await year.month("2025-05-10")).toEqual(april("FINAL 1"));
    const { id } = proposed.restatement as unknown as { id: string };
    const ourselves = await year.act(
      { ...OPERATIONS, rights: ALL_RIGHTS },
      `consentToRestatement(input: { id: "${id}" })`,
    );
    expect(ourselves.errors).toMatchObject([{ code: "CONSENT_IS_THE_CLIENTS" }]);
    const agreed = await year.act(
      BUYER,
      `consentToRestatement(input: { id: "${id}" })`,
      "restatement { state figures }",
    );

    expect(agreed).toMatchObject({ errors: [], restatement: { state: "APPLIED" } });
    expect(await year.month("2025-05-10")).toEqual(mayRestated);
    expect(await year.month("2025-05-10", { asOf: "2025-06-10T12:00:00Z" })).toEqual(april("FINAL 1"));
    expect(await year.drift("2025-05-10")).toEqual([]);
    expect(await year.objective("2025-05-10")).toBe("28/37 MISSED RESTATED 2");
    expect(await year.objective("2025-05-10", "2025-06-10T12:00:00Z")).toBe("28/35 MET FINAL 1");
  });

  it("June: who is promoted answers for the team from that day on, and for own work until then", async () => {
    await year.report(ana("2025-06-10"), bruno("2025-06-10", "chat"), carla("2025-06-10"));
    year.clock.set("2025-06-12T08:00:00Z");
    await year.apply(PROMOTION);
    await year.report(dora("2025-06-20"), carla("2025-06-20", "555 2"));
    await year.until("2025-07-06T08:00:00Z");

    expect(await year.month("2025-06-10")).toEqual(june);
  });

  it("July: a new version of a KPI counts from its day, and the months before keep theirs", async () => {
    year.clock.set("2025-07-10T08:00:00Z");
    await year.apply(NEW_VERSION);
    await year.report(bruno("2025-07-10", "chat"), carla("2025-07-10"), dora("2025-07-20"));
    await year.until("2025-08-06T08:00:00Z");

    expect(await year.month("2025-07-10")).toEqual(usual("FINAL 1"));
    expect(await year.month("2025-06-10")).toEqual(june);
  });
  it("August: without need of consent a restatement counts at once", async () => {
    await year.apply(NO_CONSENT);
    await year.report(bruno("2025-08-10", "chat"), carla("2025-08-10"), dora("2025-08-20"));
    await year.until("2025-09-06T08:00:00Z");
    expect(await year.month("2025-08-10")).toEqual(usual("FINAL 1"));
    await year.until("2025-09-15T08:00:00Z");
    await year.answer(dora("2025-08-28", "1"));
    await year.work();
    const refused = await year.act({ ...OPERATIONS, rights: new Set() }, restate("2025-08-10")).catch(String);
    expect(refused).toContain("FORBIDDEN");
    expect(await year.month("2025-08-10")).toEqual(usual("FINAL 1"));

    const done = await year.act(OPERATIONS, restate("2025-08-10"), "restatement { state }");

    expect(done).toMatchObject({ errors: [], restatement: { state: "APPLIED" } });
    expect(await year.month("2025-08-10")).toEqual(augustRestated);
  });

  it("September: a value somebody entered is marked, and survives what is measured later", async () => {
    await year.report(bruno("2025-09-10", "chat"), carla("2025-09-10"), dora("2025-09-20"));
    await year.until("2025-10-02T08:00:00Z");
    const subject = `{ position: "${await year.positionId("carla", "agent")}" }`;
    const entered = await year.act(
      OPERATIONS,
      `enterManualValue(input: { contract: "care", subject: ${subject}, kpi: "CSAT",
        period: { kind: MONTH, containing: "2025-09-10" }, numerator: 18, denominator: 25,
        reason: "The panel lost the answers of a week; counted from paper", attachment: "file 7/2025" })`,
    );
    expect(entered.errors).toEqual([]);
    year.clock.set("2025-10-03T08:00:00Z");
    await year.answer(carla("2025-09-30", "5"));
    await year.until("2025-10-06T08:00:00Z");

    expect(await year.month("2025-09-10")).toEqual(september);
  });

  it("October: what a dispute decides counts, and stands beside what was disputed", async () => {
    await year.report(bruno("2025-10-10", "chat"), carla("2025-10-10"), dora("2025-10-20"));
    await year.until("2025-11-02T08:00:00Z");
    const himself = { name: "Bruno", personId: await year.personId("bruno"), rights: new Set<never>() };
    const judge = { name: "Vesna", rights: new Set(["people:read", "disputes:decide"] as const) };
    const subject = `{ position: "${await year.positionId("bruno", "agent")}" }`;
    const opened = await year.act(
      himself,
      `openDispute(input: { contract: "care", subject: ${subject}, kpi: "CSAT",
        period: { kind: MONTH, containing: "2025-10-10" }, reason: "One rating was meant for somebody else" })`,
      "dispute { id }",
    );
    const { id } = opened.dispute as unknown as { id: string };
    await year.act(himself, `addDisputeEvidence(input: { id: "${id}", note: "The customer wrote to us on the 12th" })`);
    await year.act(judge, `reviewDispute(input: { id: "${id}" })`);
    const decided = await year.act(
      judge,
      `decideDispute(input: { id: "${id}", outcome: UPHELD, decidedNumerator: 7, decidedDenominator: 10,
        reason: "The customer confirmed it by mail" })`,
      "dispute { original { numerator denominator } decided { numerator denominator } }",
    );
    expect(decided).toMatchObject({
      errors: [],
      dispute: { original: { numerator: "6", denominator: "10" }, decided: { numerator: "7", denominator: "10" } },
    });
    await year.until("2025-11-06T08:00:00Z");

    expect(await year.month("2025-10-10")).toEqual(
      usual("FINAL 1").map((line) =>
        line.startsWith("bruno")
          ? "bruno, agent, blue · CSAT 7/10 (measured 6/10) 77.777778 · UNHAPPY 2/10 50 · 66.666667 · 2 of 2 · FINAL 1"
          : line,
      ),
    );
  });

  it("November and December: whoever has no facts has no scorecard", async () => {
    await year.report(bruno("2025-11-10", "chat"), carla("2025-11-10"), dora("2025-11-20"));
    await year.report(bruno("2025-12-10", "chat"), carla("2025-12-10"));
    await year.until("2026-01-20T08:00:00Z");

    expect(await year.month("2025-11-10")).toEqual(usual("FINAL 1"));
    expect(await year.month("2025-12-10")).toEqual(december);
  });

  it("every figure of every day, week, month, quarter and year equals a plain count of what had come by then", async () => {
    const { wrong, figures } = await heldAgainstPlainCounts(year);
    expect(wrong).toEqual([]);
    expect(figures).toBeGreaterThan(600);
  });

  it("rebuilt from the facts, the whole store is the same", async () => {
    const before = await year.everything();
    await year.rebuild();

    expect(await year.everything()).toEqual(before);
    expect([before.scorecards.length > 450, before.drift.length > 0]).toEqual([true, true]);
  });
});
