import { saveKpiAssignment } from "../assignments/kpi-assignment.builder";
import { saveContract } from "../contracts/contract.builder";
import { saveService } from "../contracts/service.builder";
import { MeasureService } from "../measures/measure.service";
import { savePerson } from "../people/person.builder";
import { savePosition } from "../people/position.builder";
import type { Position } from "../people/position.entity";
import { saveRole } from "../people/role.builder";
import { saveTraining } from "../people/training.builder";
import type { Training } from "../people/training.entity";
import { rows } from "../platform/database";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { june } from "./scorecard-house.builder";
import { SettledHouse, type AgentName } from "./settled-house.builder";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  await at.in(async (tx) => {
    await saveRole(tx, { code: "coach", name: "Coach", scope: "trained" });
    await saveRole(tx, { code: "director", name: "Director", scope: "all" });
    for (const roleCode of ["coach", "director"])
      for (const kpiCode of ["CONTACTS_HANDLED", "SERVICE_LEVEL", "TOTAL_COST"])
        await saveKpiAssignment(tx, { clientId: at.clientId, roleCode, kpiCode });
  });
});
afterAll(() => database.drop());

const hire = (roleCode: string, parts: Partial<Position> = {}): Promise<Position> =>
  at.in(async (tx) => {
    const { clientId, contractId } = at;
    return savePosition(tx, { clientId, contractId, roleCode, personId: (await savePerson(tx)).id, ...parts });
  });

const train = (trainer: Position, by: AgentName, parts: Partial<Training> = {}): Promise<Training> =>
  at.in((tx) => {
    const { clientId, contractId } = at;
    const pair = { trainerId: trainer.personId, traineeId: at.house.agents[by].personId };
    return saveTraining(tx, { clientId, contractId, ...pair, ...parts });
  });

const handled = async (position: Position): Promise<string | undefined> =>
  (await at.item(position.id, "CONTACTS_HANDLED"))?.numerator ?? undefined;

describe("whoever answers for the people trained", () => {
  it("reads what they did on the days of the training, nobody twice, and no queue's service level", async () => {
    const coach = await hire("coach");
    await train(coach, "anna", { validFrom: june(1), validUntil: june(10) });
    await train(coach, "anna", { validFrom: june(5), validUntil: june(15), serviceId: at.house.phone.id });
    await train(coach, "carla", { validFrom: june(20) });
    for (const day of [june(1), june(9), june(14), june(15)]) await at.calls([{ by: "anna", day }]);
    await at.calls([{ by: "anna", day: june(14), serviceId: at.house.post.id }]);
    await at.calls([
      { by: "carla", day: june(19) },
      { by: "carla", day: june(20) },
      { by: "dario", day: june(20) },
    ]);
    await at.settle();

    expect(await handled(coach)).toBe("4");
    expect(await at.item(coach.id, "SERVICE_LEVEL")).toBeUndefined();
  });

  it("answers on the days and desk of the own position alone", async () => {
    const coach = await hire("coach", { serviceId: at.house.phone.id, validFrom: june(10) });
    await train(coach, "anna");
    await at.calls([
      { by: "anna", day: june(9) },
      { by: "anna", day: june(10) },
    ]);
    await at.calls([{ by: "anna", day: june(11), serviceId: at.house.post.id }]);
    await at.settle();

    expect(await handled(coach)).toBe("1");
  });
});

describe("whoever answers for all contracts of a client", () => {
  /** Another contract of the same client, with a desk of its own. */
  const elsewhere = (currency = "EUR") =>
    at.in(async (tx) => {
      const { clientId, house } = at;
      const calendarId = house.contract.calendarId;
      const contract = await saveContract(tx, { clientId, calendarId, code: "retail", currency, startsOn: june(5) });
      return saveService(tx, { clientId, contractId: contract.id, code: "shop" });
    });

  const touchedOf = (contractId: string) =>
    at.sql<{ kind: string }>(
      `select distinct period_kind as kind from touched_period where client_id = $1 and contract_id = $2`,
      contractId,
    );

  it("reads every service of them, each within its contract's term", async () => {
    const director = await hire("director");
    const shop = await elsewhere();
    await at.calls([{ by: "anna" }, { day: june(4), serviceId: shop.id }, { day: june(5), serviceId: shop.id }]);
    await at.settle();

    expect(await handled(director)).toBe("2");
    expect(await handled(at.house.manager)).toBeUndefined();
    expect((await at.item(at.contractId, "CONTACTS_HANDLED"))?.numerator).toBe("1");
  });

  it("has figures where only others have facts; the contract then has no objective results", async () => {
    const director = await hire("director");
    const shop = await elsewhere();
    await at.calls([{ day: june(5), serviceId: shop.id }]);
    await at.settle();

    expect(await handled(director)).toBe("1");
    expect(await at.card(at.contractId)).toBeUndefined();
    expect(await at.results("month")).toEqual([]);
  });

  it("makes its contract's periods follow facts of others; without such a role they do not", async () => {
    const shop = await elsewhere();
    const later = () => at.calls([{ day: june(6), serviceId: shop.id }]);
    await later();
    await at.settle();
    await hire("director");
    const before = await touchedOf(at.contractId);

    await later();
    await at.in((tx) => rows(tx, TOUCH, [at.clientId, shop.id]));
    await at.in((tx) => new MeasureService().recomputeTouched(tx, { clientId: at.clientId, limit: 1_000 }));

    expect(before).toEqual([]);
    expect(await touchedOf(at.contractId)).toHaveLength(5);
  });

  it("adds up money of one currency, and never of several", async () => {
    const director = await hire("director");
    await elsewhere();
    await at.calls([{ by: "anna" }]);
    await at.settle();
    await at.daily({ stream: "cost", on: june(1), amounts: { cost_total: 700 } });
    await at.touchPeriods(june(1));
    await at.rescore();
    expect(await at.item(director.id, "TOTAL_COST")).toMatchObject({ status: "OK", value: "700" });

    await at.in((tx) =>
      rows(tx, "update contract set currency = 'HUF' where client_id = $1 and id <> $2", [at.clientId, at.contractId]),
    );
    await at.touchPeriods(june(1));
    await at.rescore();

    expect(await at.item(director.id, "TOTAL_COST")).toMatchObject({ status: "NO_DATA", value: null });
    expect(await handled(director)).toBe("1");
  });
});

const TOUCH = `insert into touched_day (client_id, stream, service_id, day) values ($1, 'contact', $2, '2026-06-06')`;
