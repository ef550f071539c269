import { saveKpiAssignment } from "../../assignments/kpi-assignment.builder";
import { viewerOf } from "../../facts/ingest.builder";
import { seeded } from "../../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { computeResults } from "../contract-results";
import { CLOSED_AT, closeHouse } from "../drift/closed-house.builder";
import { cardDifference, objectiveDifference } from "../drift/result-difference.rules";
import { resultsInForce } from "../drift/results-in-force.queries";
import { june } from "../scorecard-house.builder";
import { SettledHouse, type AgentName } from "../settled-house.builder";
import { periodContaining } from "../../shared/period";
import { RestatementService } from "./restatement.service";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const LATER = new Date("2026-08-02T10:00:00Z");
const JUNE = periodContaining("month", june(1));
const AGENTS: readonly AgentName[] = ["anna", "bruno", "carla", "dario"];

const restatements = new RestatementService(() => Promise.resolve([]));

/** Some calls of June by anybody, of any wait. */
const calls = (below: (end: number) => number, count: number) =>
  Array.from({ length: count }, () => ({
    by: AGENTS[below(AGENTS.length)]!,
    day: june(1 + below(28)),
    waitSeconds: below(120),
  }));

test.each([1, 2, 3])(
  "after a restatement all figures are those of the facts, by the terms of the closing (seed %i)",
  async (seed) => {
    const random = seeded(seed);
    const below = (end: number): number => Math.floor(random() * end);
    const at = await SettledHouse.open(database.asInternal);
    const { clientId, contractId } = at;
    await at.calls(calls(below, 30));
    await at.surveys("anna", [5, 3]);
    await at.settle(CLOSED_AT);
    await closeHouse(at, ["month"], CLOSED_AT);
    await at.calls(calls(below, 1 + below(10)));
    await at.sql(
      "delete from contact where client_id = $1 and person_id = $2",
      at.house.agents[AGENTS[below(4)]!].personId,
    );
    await at.sql("update kpi_assignment set superseded_at = $2 where client_id = $1 and kpi_code = 'ASA'", LATER);
    await at.in((tx) =>
      saveKpiAssignment(tx, {
        clientId,
        roleCode: "agent",
        kpiCode: "ASA",
        weight: "1",
        target: "1",
        recordedAt: LATER,
      }),
    );
    await at.settle(LATER);

    const by = { viewer: viewerOf(clientId), now: LATER, requestId: null };
    const contract = { clientId, id: contractId, restatementNeedsConsent: false };
    const written = { reason: "The log of the exchange was loaded again." };
    await at.in((tx) => restatements.restate(tx, by, { contract, period: JUNE, basis: "as_closed", written }));

    await at.settle(LATER);
    const place = { clientId, contractId, periods: [JUNE] };
    const inForce = await at.in((tx) => resultsInForce(tx, place));
    const rebuilt = await at.in((tx) => computeResults(tx, { ...place, now: LATER, believedAt: CLOSED_AT }));
    const withItems = inForce.cards.filter(({ items }) => items.length > 0);
    expect(withItems).toHaveLength(rebuilt.cards.length);
    for (const card of rebuilt.cards) {
      const found = withItems.find((one) => one.subjectId === card.subjectId && one.subjectKind === card.subjectKind);
      expect(cardDifference(found ?? null, card)).toBeNull();
    }
    for (const result of rebuilt.objectives) {
      const found = inForce.objectives.find((one) => one.objectiveId === result.objectiveId);
      expect(objectiveDifference(found ?? null, result)).toBeNull();
    }
    expect(await at.sql("select 1 from drift where client_id = $1")).toEqual([]);
  },
);
