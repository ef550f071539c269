import { savePerson } from "../people/person.builder";
import { savePosition } from "../people/position.builder";
import { globalId } from "../shared/ids";
import { testApi, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { june, saveContacts, saveSurveys } from "./scorecard-house.builder";
import { SettledHouse } from "./settled-house.builder";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
  at = await SettledHouse.open(database.asInternal);
  await aLargeTeam();
  await at.settle();
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

/** Fifty-five more in the red team, each with calls and ratings of their own. */
const aLargeTeam = (): Promise<void> =>
  at.in(async (tx) => {
    const { clientId, contract, phone, red } = at.house;
    for (let i = 0; i < 55; i += 1) {
      const { id: personId } = await savePerson(tx);
      await savePosition(tx, { clientId, contractId: contract.id, personId, teamId: red.id });
      const fact = { serviceId: phone.id, personId };
      const waits = [10 + i, 30, 40];
      await saveContacts(
        tx,
        clientId,
        waits.map((waitSeconds, day) => ({ ...fact, day: june(1 + day), waitSeconds })),
      );
      await saveSurveys(tx, clientId, [{ ...fact, day: june(3), rating: 1 + (i % 5) }]);
    }
  });

const CARDS = `query ($team: ID!, $first: Int!) { node(id: $team) { ... on Team {
  scorecards(period: { kind: MONTH, containing: "2026-06-15" }, orderBy: SCORE_DESC, first: $first) {
    totalCount
    nodes { id score state level { name colour } rank { place of } composition { weights totalWeight }
      subject { ... on Position { person { name } team { name } } } dataQuality { days }
      items { weight score level isMet minSample target { value source } peers { median of }
        figure { kpi { code name } value display status numerator denominator sample } } } } } } }`;

test("fifty scorecards of a team, best first, take as many statements as ten", async () => {
  const ask = api.as({ clientIds: [at.clientId] });
  const team = globalId("Team", at.house.red.id);

  const ten = await ask(CARDS, { team, first: 10 });
  const fifty = await ask(CARDS, { team, first: 50 });

  expect([...ten.errors, ...fifty.errors]).toEqual([]);
  const [few, many] = [ten, fifty].map(({ data }) => data.node.scorecards.nodes);
  expect([few.length, many.length]).toEqual([10, 50]);
  expect(many.slice(0, 10)).toEqual(few);
  const scores = many.map(({ score }: { score: string }) => Number(score));
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(many[7].items[0].peers.of).toBe(54);
  expect(fifty.statements).toBe(ten.statements);
  expect(fifty.statements).toBeLessThanOrEqual(10);
});
