import { SightService } from "../people/sight.service";
import { saveTraining } from "../people/training.builder";
import { aViewer, testApi, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { NOW, SettledHouse } from "./settled-house.builder";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
  at = await SettledHouse.open(database.asInternal);
  await at.calls([{ by: "anna" }, { by: "bruno" }, { by: "carla" }, { by: "dario" }]);
  await at.settle();
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const MONTH = `period: { kind: MONTH, containing: "2026-06-01" }`;
const SEEN = `{ viewer { clients(first: 5) { nodes { code } } }
  contracts(first: 5) { nodes { scorecards(${MONTH}, first: 50) { totalCount nodes { subjectKind subject {
    ... on Team { code } ... on Service { code } ... on Contract { code } ... on Position { id role { code } person { name } } } } }
    objectives(first: 5) { nodes { result(${MONTH}) { outcome } } } } } }`;

/** What somebody without rights sees who holds a position: `position agent`, `team red`. */
async function seenBy(personId: string, now = NOW): Promise<{ cards: string[]; results: unknown[]; names: number }> {
  const person = aViewer({ personId, clientIds: [at.clientId], rights: new Set() });
  const viewer = await at.in((tx) => new SightService().narrowed(tx, person, now));
  const { data, errors } = await api.as(viewer, now)(SEEN);
  expect(errors).toEqual([]);
  const [contract] = data.contracts.nodes;
  const nodes = contract.scorecards.nodes as { subjectKind: string; subject: Subject }[];
  const cards = nodes.map((one) => `${one.subjectKind} ${one.subject.code ?? one.subject.role?.code}`.toLowerCase());
  expect(contract.scorecards.totalCount).toBe(nodes.length);
  const results = contract.objectives.nodes.map((one: { result: object | null }) => one.result);
  return { cards: cards.sort(), results, names: nodes.filter(({ subject }) => subject.person?.name).length };
}

interface Subject {
  readonly code?: string;
  readonly role?: { readonly code: string };
  readonly person?: { readonly name: string | null };
}

describe("whoever is bound to positions", () => {
  it("sees as an agent the own scorecard only", async () => {
    expect(await seenBy(at.house.agents.anna.personId)).toEqual({
      cards: ["position agent"],
      results: [null],
      names: 1,
    });
  });

  it("sees as a team lead the team and its agents, by name, and neither the other team nor the contract", async () => {
    expect(await seenBy(at.house.redLead.personId)).toEqual({
      cards: ["position agent", "position agent", "position team-lead", "team red"],
      results: [null],
      names: 3,
    });
  });

  it("sees as a manager of the contract everything under it, but not other people who answer for as much", async () => {
    const { cards, results } = await seenBy(at.house.manager.personId);

    expect(cards).toEqual([
      "contract care",
      ...Array.from({ length: 4 }, () => "position agent"),
      ...["position operations-manager", "position team-lead", "position trainer"],
      ...["service phone", "team blue", "team red"],
    ]);
    expect(results).toEqual([{ outcome: "MET" }]);
  });

  it("sees as a trainer what trainees do themselves, while they are in training", async () => {
    const trainer = at.house.phoneTrainer.personId;
    const before = await seenBy(trainer);
    await at.sql("update role set scope = 'trained' where code = 'trainer' and $1::uuid is not null");
    await at.in((tx) =>
      saveTraining(tx, {
        ...{ clientId: at.clientId, contractId: at.contractId, trainerId: trainer },
        ...{ traineeId: at.house.agents.carla.personId },
      }),
    );
    const during = await seenBy(trainer);
    await at.sql("update role set scope = 'service' where code = 'trainer' and $1::uuid is not null");

    expect(before.cards).toContain("service phone");
    expect(during.cards).toEqual(["position agent", "position trainer"]);
  });

  it("sees nothing of others once no position is held, and still the own results", async () => {
    const { anna } = at.house.agents;
    await at.sql("update position set valid_until = '2026-06-20' where client_id = $1 and id = $2", anna.id);

    expect((await seenBy(anna.personId)).cards).toEqual(["position agent"]);
    await at.sql("update position set valid_until = null where client_id = $1 and id = $2", anna.id);
  });
});
