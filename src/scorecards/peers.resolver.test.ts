import { globalId } from "../shared/ids";
import type { Viewer } from "../platform/viewer";
import { testApi, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { saveObjective } from "../objectives/objective.builder";
import { savePerson } from "../people/person.builder";
import { savePosition } from "../people/position.builder";
import { saveContacts, june } from "./scorecard-house.builder";
import { SettledHouse } from "./settled-house.builder";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
beforeEach(async () => void (at = await SettledHouse.open(database.asInternal)));
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const CARD = `score level { name colour } rank { place of } composition { anonymousUnder totalWeight unscored closedGates }
  peers { place score isMe person { code } team { code } }
  item(kpi: "ASA") { level missing minSample figure { value } peers { median of display } }`;

async function card(type: "Position" | "Team", id: string, viewer: Partial<Viewer> = {}) {
  const { data, errors } = await api.as({ clientIds: [at.clientId], ...viewer })(
    `query ($id: ID!) { node(id: $id) { ... on ${type} {
       scorecard(period: { kind: MONTH, containing: "2026-06-15" }) { ${CARD} } } } }`,
    { id: globalId(type, id) },
  );
  expect(errors).toEqual([]);
  return data.node.scorecard;
}

/** Anna with 40 s, Bruno with 60 s, and more people in their team, each with 10 s more. */
async function redTeam(more: number): Promise<void> {
  const { clientId, contractId, house } = at;
  await at.calls([
    { by: "anna", waitSeconds: 40 },
    { by: "bruno", waitSeconds: 60 },
  ]);
  await at.in(async (tx) => {
    for (let one = 1; one <= more; one++) {
      const { id: personId } = await savePerson(tx);
      await savePosition(tx, { clientId, contractId, personId, teamId: house.red.id });
      await saveContacts(tx, clientId, [
        { serviceId: house.phone.id, day: june(1), personId, waitSeconds: 60 + 10 * one },
      ]);
    }
  });
  await at.settle();
}
const anna = () => at.house.agents.anna;
const asAnna = (): Partial<Viewer> => ({ personId: anna().personId, rights: new Set() });
const shown = (peers: readonly { place: number; score: string; isMe: boolean; person: unknown }[]) =>
  peers.map(({ place, score, isMe, person }) => [
    place,
    score && Number(Number(score).toFixed(1)),
    isMe,
    person !== null,
  ]);

describe("the peers of a person", () => {
  it("are named in a group of five, to whoever may see people", async () => {
    await redTeam(3);
    const found = await card("Position", anna().id);

    expect(shown(found.peers)).toEqual([
      [1, 75, true, true],
      [2, 50, false, true],
      [3, 42.9, false, true],
      [4, 37.5, false, true],
      [5, 33.3, false, true],
    ]);
    expect(found).toMatchObject({ level: { name: "Average" }, rank: { place: 1, of: 5 } });
    // 60, 70, 80 and 90 seconds
    expect(found.item).toMatchObject({ figure: { value: "40" }, peers: { median: "75", of: 4, display: "1 m 15 s" } });
  });

  it("are scores without names to the person", async () => {
    await redTeam(3);
    const { peers, item } = await card("Position", anna().id, asAnna());

    expect(shown(peers).map(([place, , isMe, isNamed]) => [place, isMe, isNamed])).toEqual([
      ...[[1, true, true], [2, false, false], [3, false, false], [4, false, false], [5, false, false]], // prettier-ignore
    ]);
    expect(item.peers.median).toBe("75");
  });

  it("have no names in a smaller group, and to the person not even scores", async () => {
    await redTeam(2);
    const toAll = await card("Position", anna().id);
    const toAnna = await card("Position", anna().id, asAnna());

    expect(shown(toAll.peers)).toEqual([
      ...[[1, 75, true, true], [2, 50, false, false], [3, 42.9, false, false], [4, 37.5, false, false]], // prettier-ignore
    ]);
    expect(shown(toAnna.peers)).toEqual([
      ...[[1, 75, true, true], [null, null, false, false], [null, null, false, false], [null, null, false, false]], // prettier-ignore
    ]);
    expect([toAll.item.peers, toAnna.item.peers]).toEqual([null, null]);
  });
});

it("compares teams with teams, by name", async () => {
  const { clientId, contractId } = at;
  await at.in((tx) => saveObjective(tx, { clientId, contractId, kpiCode: "ASA", code: "ASA", target: "30" }));
  await at.calls([{ by: "carla", waitSeconds: 30 }]);
  await redTeam(0);
  const { peers } = await card("Team", at.house.red.id);

  // 50 s against 30, and 30
  expect(peers).toEqual([
    { place: 1, score: "100", isMe: false, person: null, team: { code: "blue" } },
    { place: 2, score: "60", isMe: true, person: null, team: { code: "red" } },
  ]);
});
