import { savePerson } from "../people/person.builder";
import { savePosition } from "../people/position.builder";
import { globalId } from "../shared/ids";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { june } from "./scorecard-house.builder";
import { SettledHouse } from "./settled-house.builder";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
let ask: Ask;
let mila: string;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  const { clientId, contractId, house } = at;
  mila = (await at.in((tx) => savePerson(tx))).id;
  const stay = { clientId, contractId, personId: mila };
  await at.in(async (tx) => {
    await savePosition(tx, { ...stay, teamId: house.red.id, validUntil: june(15) });
    await savePosition(tx, { ...stay, teamId: house.blue.id, validFrom: june(15) });
  });
  const call = (day: number) => ({ day: june(day), endedDay: june(day), personId: mila });
  await at.calls([call(2), call(14), call(15)]);
  await at.settle();
  ask = api.as({ clientIds: [clientId] });
});

const JUNE = `period: { kind: MONTH, containing: "2026-06-15" }`;
const HANDLED = `item(kpi: "CONTACTS_HANDLED") { figure { value } }`;

const scorecardOfMila = (fields: string, viewer = ask) =>
  viewer(`query ($id: ID!, $contract: String!) { node(id: $id) { ... on Person { ${fields} } } }`, {
    id: globalId("Person", mila),
    contract: at.house.contract.code,
  });

const valueOf = (card: { item: { figure: { value: string } } }): string => card.item.figure.value;

describe("the scorecard of a person", () => {
  it("is the whole of what was done in two teams, with both parts, each of which leads back to it", async () => {
    const { data, errors } = await scorecardOfMila(
      `scorecard(contract: $contract, ${JUNE}) { id subjectKind rank { place } subject { ... on Person { id } } ${HANDLED}
         parts { subjectKind ${HANDLED} whole { id } parts { id } } }
       scorecards(${JUNE}) { subjectKind ${HANDLED} }`,
    );

    expect(errors).toEqual([]);
    const { scorecard, scorecards } = data.node;
    expect(scorecard).toMatchObject({ subjectKind: "PERSON", rank: null, subject: { id: globalId("Person", mila) } });
    expect(valueOf(scorecard)).toBe("3");
    expect(scorecard.parts.map(valueOf)).toEqual(["2", "1"]);
    expect(scorecard.parts.map(({ whole }: { whole: { id: string } }) => whole.id)).toEqual([
      scorecard.id,
      scorecard.id,
    ]);
    expect(scorecards.map(valueOf).sort()).toEqual(["1", "2"]);
  });

  it("is that of the only position where there is one alone", async () => {
    const { data } = await scorecardOfMila(
      `scorecard(contract: $contract, period: { kind: DAY, containing: "2026-06-14" }) { subjectKind ${HANDLED} whole { id } }`,
    );

    expect(data.node.scorecard).toMatchObject({ subjectKind: "POSITION", whole: null });
  });

  it("opens: the figure of a whole shows each day of both parts", async () => {
    const { data, errors } = await scorecardOfMila(
      `scorecard(contract: $contract, ${JUNE}) { item(kpi: "CONTACTS_HANDLED") { figure { series(by: DAY, last: 30) { value } } } }`,
    );

    expect(errors).toEqual([]);
    const { series } = data.node.scorecard.item.figure;
    expect(series.filter(({ value }: { value: string | null }) => value === "1")).toHaveLength(3);
  });

  it("is out of sight without the right to read about people, but for that person", async () => {
    const blind = api.as({ clientIds: [at.clientId], kind: "client", rights: new Set() });
    const herself = api.as({ clientIds: [at.clientId], kind: "client", rights: new Set(), personId: mila });
    const asked = `scorecard(contract: $contract, ${JUNE}) { id } scorecards(${JUNE}) { id }`;

    expect((await scorecardOfMila(asked, blind)).data.node).toEqual({ scorecard: null, scorecards: [] });
    expect((await scorecardOfMila(asked, herself)).data.node.scorecards).toHaveLength(2);
  });
});
