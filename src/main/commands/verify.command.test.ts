import { june, saveContacts, saveHouse, type House } from "../../scorecards/scorecard-house.builder";
import { newId } from "../../shared/ids";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { closeDue } from "../close-due";
import { settle } from "../pipeline";
import { wireServices } from "../services";
import { summary, verifyAll } from "./verify.command";

const NOW = new Date("2026-07-10T10:00:00Z");
const services = wireServices();

let database: TestDatabase;
let house: House;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => {
  const clientId = newId();
  house = await database.asInternal([clientId], (tx) => saveHouse(tx, clientId));
  await database.adminRows("update contract set code = $2 where client_id = $1", [clientId, clientId]);
  await ingest(20);
  await settleHouse();
  await closeDue(services, database.db, { now: NOW, clientIds: [clientId], closedBy: "test" });
});
afterAll(() => database.drop());

async function ingest(waitSeconds: number): Promise<void> {
  const { clientId, phone, agents } = house;
  await database.asInternal([clientId], async (tx) => {
    await saveContacts(tx, clientId, [
      { serviceId: phone.id, day: june(1), personId: agents.anna.personId, waitSeconds },
      { serviceId: phone.id, day: june(2), personId: agents.carla.personId, waitSeconds },
    ]);
    await services.measures.rebuild(tx, clientId);
  });
}
const settleHouse = () => settle(services, database.db, { now: NOW, clientIds: [house.clientId] });
const verify = () => verifyAll(services, database.db, { now: NOW, code: house.clientId });

it("finds that what was published comes out again, also after definitions changed", async () => {
  const before = await verify();
  const later = new Date(NOW.getTime() + 1_000);
  await database.adminRows("update kpi_assignment set superseded_at = $2 where client_id = $1", [
    house.clientId,
    later,
  ]);
  const after = await verify();

  expect(before).toMatchObject({ contracts: 1, failed: [] });
  expect(before.periods).toBeGreaterThan(30);
  expect(after).toEqual(before);
  expect(summary(before)).toEqual([
    `All ${before.periods} closed periods of 1 contract come out as they were published.`,
  ]);
});

it("says which periods no longer come out, and how many results would differ", async () => {
  await ingest(100);
  await settleHouse();
  const report = await verify();

  const month = report.failed.find((one) => one.kind === "month");
  expect(month).toMatchObject({ contract: house.clientId, from: june(1), isIntact: true, objectiveResults: 1 });
  expect(month!.scorecards).toBeGreaterThan(3);
  expect(report.failed.map(({ kind, from }) => `${kind} ${from}`)).not.toContain(`day ${june(3)}`);
  expect(summary(report).join("\n")).toContain(
    ` 2026-06: ${month!.scorecards} scorecards and 1 objective result would differ`,
  );
});

it("notices when somebody altered a published figure in the database", async () => {
  await database.adminRows(`
    set session_replication_role = replica;
    update scorecard set score = 99
     where client_id = '${house.clientId}' and subject_kind = 'team' and period_kind = 'month'`);
  const { failed } = await verify();

  expect(failed).toMatchObject([{ kind: "month", from: june(1), isIntact: false }]);
  expect(summary({ contracts: 1, periods: 9, failed })[1]).toContain("has been altered in the database");
});

it("refuses a contract that there is not", async () => {
  await expect(verifyAll(services, database.db, { now: NOW, code: "nobody" })).rejects.toThrow('no contract "nobody"');
});
