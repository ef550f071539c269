import { resolveKpi } from "../kpis/kpi-in-use.rules";
import { NIL_ID } from "../shared/ids";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { Accounts } from "./accounts.rules";
import { loadCatalogueState } from "./catalogue-state.queries";
import { loadDefinitions } from "./definitions.queries";
import { loadParts, PART_KINDS, type PartKind } from "./figure-parts.queries";
import { FormulaBook, neededSlots } from "./formula-book.rules";
import { june } from "./scorecard-house.builder";
import { SettledHouse } from "./settled-house.builder";
import { slotNeeds } from "./slot-columns.rules";
import { subjectsOf } from "./subject.rules";
import { figureSums } from "./sums-book.rules";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => void (at = await SettledHouse.open(database.asInternal)));
afterAll(() => database.drop());

/** Numerator and denominator of a subject's service level in June, part by part. */
const parts = (subjectId: string, by: PartKind): Promise<Record<string, unknown>> =>
  at.in(async (tx) => {
    const { slots, versionByKpi } = await loadCatalogueState(tx);
    const how = new FormulaBook(slots, versionByKpi).of(resolveKpi({ kpiCode: "SERVICE_LEVEL" }));
    const subject = subjectsOf(await loadDefinitions(tx, at)).find((one) => one.id === subjectId)!;
    const accounts = new Accounts({ from: june(1), until: june(30) });
    accounts.numberOf(subject, subject.days);
    const request = {
      clientId: at.clientId,
      by,
      sources: accounts.sources,
      needs: slotNeeds(neededSlots(how.formula, false)),
    };
    const found = await loadParts(tx, request);
    return Object.fromEntries(
      found.map((one) => {
        const { numerator, denominator } = figureSums(how.formula, { rows: [one], days: 0 });
        return [one.part, [numerator, denominator].map((side) => side && Number(side))];
      }),
    );
  });

describe("the parts of a figure", () => {
  it("are what people, channels and days contribute to a service's level", async () => {
    const { phone, agents } = at.house;
    await at.oneMorning();
    await at.settle();

    expect(await parts(phone.id, "person")).toEqual({
      [NIL_ID]: [0, 1],
      [agents.anna.personId]: [1, 2],
      [agents.carla.personId]: [1, 1],
    });
    expect(await parts(phone.id, "channel")).toEqual({ phone: [2, 4] });
    expect(await parts(phone.id, "day")).toEqual({ [june(1)]: [1, 3], [june(2)]: [1, 1] });
  });

  it.each(PART_KINDS)("by %s keep to the people of a team", async (by) => {
    await at.oneMorning();
    await at.settle();

    expect(Object.values(await parts(at.house.blue.id, by))).toEqual([[1, 1]]);
  });
});
