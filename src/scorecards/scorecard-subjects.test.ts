import { saveKpiAssignment } from "../assignments/kpi-assignment.builder";
import { newId } from "../shared/ids";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { june } from "./scorecard-house.builder";
import { itemOf, SettledHouse } from "./settled-house.builder";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => void (at = await SettledHouse.open(database.asInternal)));
afterAll(() => database.drop());

const oneLetter = (): Promise<void> =>
  at.calls([{ serviceId: at.house.post.id, channel: "mail", waitSeconds: 3600, by: "anna" }]);

/** Whose facts count for whom. */
describe("a scorecard", () => {
  it("has the service's facts for a service, all of them for the contract, and own ones for an agent", async () => {
    await at.oneMorning();
    await oneLetter();
    await at.settle();

    const anna = await at.card(at.house.agents.anna.id);

    const level = { numerator: "2", denominator: "4", value: "0.5" };
    expect(await at.item(at.house.phone.id, "SERVICE_LEVEL")).toMatchObject(level);
    expect(await at.item(at.contractId, "CONTACTS_HANDLED")).toMatchObject({ value: "4", sample: 4 });
    expect(itemOf(anna, "CONTACTS_HANDLED")).toMatchObject({ value: "3" });
    expect(anna?.items.map((one) => one.kpiCode)).toEqual(["ASA", "CONTACTS_HANDLED", "CSAT"]);
  });

  it("leaves channels on which nobody waits out of KPIs of waiting", async () => {
    await at.oneMorning();
    await oneLetter();
    await at.settle();

    expect(await at.item(at.contractId, "ASA")).toMatchObject({ numerator: "80", denominator: "3" });
    expect(await at.item(at.contractId, "SERVICE_LEVEL")).toMatchObject({ denominator: "4" });
  });

  it("has the facts of team, service or contract for who answers for them", async () => {
    await at.oneMorning();
    await at.settle();

    const { redLead, phoneTrainer, manager } = at.house;

    const level = { numerator: "2", denominator: "4", target: "0.8" };
    expect(await at.item(redLead.id, "ASA")).toMatchObject({ numerator: "60", denominator: "2", isMet: true });
    expect(await at.item(phoneTrainer.id, "SERVICE_LEVEL")).toMatchObject(level);
    expect(await at.item(manager.id, "SERVICE_LEVEL")).toMatchObject(level);
  });

  it("never judges a team or an agent by a queue's service level", async () => {
    const { clientId } = at;
    await at.in((tx) => saveKpiAssignment(tx, { clientId, roleCode: "agent", kpiCode: "SERVICE_LEVEL" }));
    await at.oneMorning();
    await at.settle();

    expect(await at.item(at.house.red.id, "ASA")).toBeDefined();
    expect(await at.item(at.house.red.id, "SERVICE_LEVEL")).toBeUndefined();
    expect(await at.item(at.house.agents.anna.id, "SERVICE_LEVEL")).toBeUndefined();
  });

  it("follows the membership of the day when somebody changes teams", async () => {
    const { agents, red, blue } = at.house;
    const moved = { ...agents.anna, id: newId(), teamId: blue.id, validFrom: june(10), validUntil: null };
    await at.sql("update position set valid_until = $3 where client_id = $1 and id = $2", agents.anna.id, june(10));
    await at.in((tx) => tx.insert("position", moved));
    await at.calls([9, 10, 11].map((ofMonth) => ({ by: "anna" as const, day: june(ofMonth) })));
    await at.settle();

    const handledBy = async (id: string) => (await at.item(id, "CONTACTS_HANDLED"))?.value;

    expect(await handledBy(red.id)).toBe("1");
    expect(await handledBy(agents.anna.id)).toBe("1");
    expect(await handledBy(blue.id)).toBe("2");
    expect(await handledBy(moved.id)).toBe("2");
  });

  it("keeps to the term of the contract", async () => {
    await at.sql("update contract set starts_on = $2 where client_id = $1", june(2));
    await at.oneMorning();
    await at.settle();

    expect(await at.item(at.contractId, "CONTACTS_HANDLED")).toMatchObject({ value: "1" });
    expect(await at.card(at.contractId, "day", june(1))).toBeUndefined();
  });

  it("is not made for whom no fact counts", async () => {
    await at.oneMorning();
    await at.settle();

    const { bruno, carla } = at.house.agents;

    expect(await at.card(bruno.id)).toBeUndefined();
    expect(await at.card(carla.id, "day", june(1))).toBeUndefined();
    expect(await at.card(carla.id, "day", june(2))).toBeDefined();
  });
});
