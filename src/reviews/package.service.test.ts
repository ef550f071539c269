import { ExclusionEvent } from "../contracts/exclusions/exclusion-event.entity";
import { saveExclusion } from "../contracts/exclusions/exclusion.builder";
import { NOW } from "../scorecards/settled-house.builder";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { ReviewedHouse } from "./reviewed-house.builder";

let database: TestDatabase;
let house: ReviewedHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => {
  house = await ReviewedHouse.open(database.asInternal);
  await house.at.oneMorning();
  await house.at.settle();
});
afterAll(() => database.drop());

describe("compiling a package", () => {
  it("freezes figures, the miss with its days, and the words for them", async () => {
    const document = await house.document();

    expect(document.review).toEqual({ scheduledFor: "2026-07-10" });
    expect(document.objectives[0]?.results.at(-1)).toMatchObject({
      outcome: "below_minimum",
      figure: { numerator: "2", denominator: "4", display: "50.0 %", sample: 4 },
      shortfallDisplay: "30.0 pp",
      missesMade: 2,
      missesAllowed: 0,
    });
    expect(document.misses).toMatchObject([
      { objectiveCode: "SL", daysMeasured: 2, daysMissed: 1, missedBefore: 0, worstDays: [{ day: "2026-06-01" }] },
    ]);
    expect((await house.review()).state).toBe("compiled");
  });

  it("shows what was excluded, and who approved it", async () => {
    const { clientId, contractId } = house.at;
    const untilAt = new Date("2026-06-01T08:30:00Z");
    await house.at.in(async (tx) => {
      const { id: exclusionId } = await saveExclusion(tx, { clientId, contractId, untilAt });
      for (const [at, side] of (["ours", "client"] as const).entries())
        await tx.insert(ExclusionEvent, {
          ...{
            clientId,
            exclusionId,
            ordinal: at + 1,
            at: NOW,
            actor: "x",
            actorName: side === "ours" ? "Vesna" : "Marta",
          },
          ...{ side, step: "approved" as const, state: "approved" as const, note: null },
        });
    });
    await house.at.settle();

    const [objective] = (await house.document()).objectives;

    expect(objective?.results.at(-1)).toMatchObject({
      adjustment: {
        ...{ unadjusted: "0.5", unadjustedDisplay: "50.0 %" },
        exclusions: [
          {
            code: "X1",
            approvals: [
              { side: "ours", by: "Vesna" },
              { side: "client", by: "Marta" },
            ],
          },
        ],
      },
    });
  });

  it("shows the reviewed period and the three before it", async () => {
    await house.callsOn("2026-03-31", 2);
    await house.at.settle();

    const document = await house.document();

    expect(document.periods.map(({ label }) => label)).toEqual(["2026-03", "2026-04", "2026-05", "2026-06"]);
    expect(document.objectives[0]?.results.map((one) => one?.figure.display ?? null)).toEqual([
      ...["100.0 %", "100.0 %"],
      ...[null, "50.0 %"],
    ]);
    expect(document.scorecards[0]?.items[0]?.figures).toHaveLength(4);
  });

  it("makes another version, and leaves the first as it was", async () => {
    await house.compile();
    const [first] = await house.versions();
    await house.at.calls([{ by: "anna", waitSeconds: 5 }]);
    await house.at.settle();
    await house.compile();

    const [before, after, ...none] = await house.versions();

    expect(none).toEqual([]);
    expect(before).toEqual(first);
    expect([before?.version, after?.version]).toEqual([1, 2]);
    expect([before?.isIntact, after?.isIntact]).toEqual([true, true]);
    expect(before?.contentHash).not.toBe(after?.contentHash);
    expect([before, after].map((one) => one?.parsed.objectives[0]?.results.at(-1)?.figure.display)).toEqual([
      ...["50.0 %", "60.0 %"],
    ]);
    expect(after?.html).toContain("Version 2, compiled on 10 July 2026");
  });

  it("gives the same document when nothing changed", async () => {
    await house.compile();
    await house.compile(new Date("2026-07-11T10:00:00Z"));

    const [first, second] = await house.versions();

    expect(second?.document).toBe(first?.document);
    expect(second?.contentHash).toBe(first?.contentHash);
  });

  it("numbers versions in a row when two people compile at once", async () => {
    await Promise.all([house.compile(), house.compile(), house.compile()]);

    expect((await house.versions()).map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it("tells of rejected rows and of open days without data", async () => {
    await house.saveRejects("UNKNOWN_AGENT", 3);
    await house.saveRejects("NEGATIVE", 1);
    await house.saveRejects("NEGATIVE", 1);
    await house.saveRejects("NEGATIVE", 1, "2026-05-31");

    const { dataQuality } = await house.document();

    expect(dataQuality).toMatchObject({ rowsAccepted: 4, rowsRejected: 4, provisional: true });
    expect(dataQuality.rejects.map(({ code, rows }) => [code, rows])).toEqual([
      ["UNKNOWN_AGENT", 3],
      ["NEGATIVE", 1],
    ]);
    const days = dataQuality.daysWithoutData.map((one) => [one.days.length, one.days[0]]);
    expect(days).toEqual([
      [20, "2026-06-03"], // the telephone has calls on the 1st and 2nd
      [22, "2026-06-01"],
    ]);
  });

  it("ranks people with enough facts only, and names them by their code", async () => {
    await house.at.surveys("anna", [5, 5]);
    await house.at.surveys("bruno", [1, 5]);
    await house.at.surveys("carla", [5]);
    await house.at.calls([{ by: "anna" }, { by: "bruno" }, { by: "bruno" }, { by: "carla" }]);
    await house.at.settle();

    const { rankings } = await house.document();
    const agents = rankings.find(({ role }) => role === "agent");

    expect(agents).toMatchObject({ roleName: "Agent", minSample: 2, ranked: 2, unranked: 1 });
    expect([...agents!.best, ...agents!.worst].map(({ rank }) => rank)).toEqual([1, 2]);

    const { personId } = house.at.house.agents.anna;
    const [anna] = await database.adminRows<{ name: string; code: string }>(ANNA, [personId]);
    expect(agents?.best[0]?.subject.name).toBe(anna?.code);
    expect((await house.versions())[0]?.document).not.toContain(anna?.name);
  });

  it("takes the same number of statements for much as for little", async () => {
    const few = await house.compile();
    await house.callsOn("2026-03-02", 110);
    await house.at.surveys("bruno", [5, 4, 3]);
    await house.at.settle();
    const many = await house.compile();

    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBeLessThan(20);
  });

  it("refuses a period that has not begun, and keeps nothing of it", async () => {
    const act = house.compile(new Date("2026-05-20T10:00:00Z"));

    await expect(act).rejects.toMatchObject({ code: "PERIOD_NOT_BEGUN" });
    expect(await house.versions()).toEqual([]);
    expect((await house.review()).state).toBe("scheduled");
  });

  it("does not find the review of another client", async () => {
    const other = await ReviewedHouse.open(database.asInternal);
    const order = { clientId: other.at.clientId, reviewId: (await house.review()).id, compiledBy: "Eve" };

    const act = other.at.in((tx) => other.packages.compile(tx, order, NOW));

    await expect(act).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await house.versions()).toEqual([]);
  });
});

const ANNA = "select code, name from person where id = $1";
