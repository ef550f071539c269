import { BatchIngestService } from "../../facts/batch-ingest.service";
import { viewerOf } from "../../facts/ingest.builder";
import { Person } from "../../people/person.entity";
import { testApi, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { SettledHouse, type AgentName } from "../settled-house.builder";
import { closeHouse } from "./closed-house.builder";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
const LATER = new Date("2026-07-20T10:00:00Z");
const BEFORE = new Date("2026-07-09T10:00:00Z");

beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});
/** Anna answered one call of 1 June when the month was closed; Bruno another. */
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  await at.in((tx) =>
    tx.query(
      "update person set code = code || right(id::text, 6) where id in (select person_id from position where client_id = $1)",
      [at.clientId],
    ),
  );
  await send("call-1", { by: "anna" }, BEFORE);
  await send("call-2", { by: "bruno" }, BEFORE);
  await at.settle(BEFORE);
  await closeHouse(at, ["month"]);
});

interface SentCall {
  readonly by: AgentName;
  readonly offeredAt?: string;
  readonly service?: string;
  readonly channel?: string;
}

async function send(externalId: string, { by, ...call }: SentCall, now = LATER): Promise<void> {
  const { clientId, house } = at;
  await at.in(async (tx) => {
    const person = await tx.findOneByOrFail(Person, { id: house.agents[by].personId });
    const usual = { service: house.phone.code, channel: "phone", offeredAt: "2026-06-01T10:00:00Z" };
    const row = {
      ...usual,
      ...call,
      externalId,
      person: person.code,
      outcome: "answered",
      waitSeconds: 20,
      talkSeconds: 60,
    };
    const sent = { stream: "contact" as const, source: "pbx", rows: [row], by: viewerOf(clientId), now };
    const { rejects } = await new BatchIngestService().append(tx, sent);
    expect(rejects).toEqual([]);
  });
}

const FACTS = `{ contract(code: "care") { drift(first: 25) { nodes { subject { ... on Position { id role { code } person { code } } ... on Service { code } ... on Team { code } }
  figures { kpi { code } from { display } to { display } facts(first: 10) { totalCount nodes { change day externalId } } } } } } }`;

/** What happened to whose handled contacts: `anna 1 → 0: moved call-1`. */
async function handled(): Promise<Record<string, string>> {
  await at.settle(LATER);
  const { data, errors } = await api.as({ clientIds: [at.clientId] }, LATER)(FACTS);
  expect(errors).toEqual([]);
  const names = new Map<string, string>();
  for (const [name, { personId }] of Object.entries(at.house.agents)) {
    const person = await at.in((tx) => tx.findOneByOrFail(Person, { id: personId }));
    names.set(person.code, name);
  }
  const lines: Record<string, string> = {};
  for (const { subject, figures } of data.contract.drift.nodes) {
    const name = subject?.role?.code === "agent" ? names.get(subject.person.code) : undefined;
    const figure = figures.find((one: { kpi: { code: string } }) => one.kpi.code === "CONTACTS_HANDLED");
    if (!name || !figure) continue;
    const facts = figure.facts.nodes.map(
      (one: { change: string; externalId: string }) => `${one.change} ${one.externalId}`,
    );
    lines[name] = `${figure.from?.display ?? "–"} → ${figure.to?.display ?? "–"}: ${facts.sort().join(", ")}`;
  }
  return lines;
}

test("a call that came late is the reason", async () => {
  await send("call-3", { by: "anna" });

  expect(await handled()).toEqual({ anna: "1 → 2: ADDED call-3" });
});

test("a call given to somebody else tells at both", async () => {
  await send("call-1", { by: "bruno" });

  expect(await handled()).toEqual({ anna: "1 → –: MOVED call-1", bruno: "1 → 2: MOVED call-1" });
});

test("a call that was of another month tells where it counted", async () => {
  await send("call-1", { by: "anna", offeredAt: "2026-07-02T10:00:00Z" });

  expect(await handled()).toEqual({ anna: "1 → –: MOVED call-1" });
});

test("a call moved to another day of the same month changes nothing of it", async () => {
  await send("call-1", { by: "anna", offeredAt: "2026-06-20T10:00:00Z" });

  expect(await handled()).toEqual({});
});

test("a call that belongs to another service is late at both services", async () => {
  await send("call-1", { by: "anna", service: at.house.post.code, channel: "mail" });
  await at.settle(LATER);

  const { data } = await api.as({ clientIds: [at.clientId] }, LATER)(FACTS);

  const ofServices = data.contract.drift.nodes.filter((one: { subject: { code?: string } | null }) =>
    [at.house.phone.code, at.house.post.code].includes(one.subject?.code ?? ""),
  );
  expect(ofServices).toHaveLength(2);
  for (const { figures } of ofServices) {
    const figure = figures.find((one: { kpi: { code: string } }) => one.kpi.code === "CONTACTS_HANDLED");
    expect(figure.facts.nodes).toEqual([{ change: "MOVED", day: "2026-06-01", externalId: "call-1" }]);
  }
});

test("after a restatement only what came since is told", async () => {
  await send("call-3", { by: "anna" });
  await at.settle(LATER);
  const input = {
    contract: "care",
    period: { kind: "MONTH", containing: "2026-06-01" },
    reason: "A call was forgotten then.",
  };
  const restated = await api.as({ clientIds: [at.clientId] }, new Date("2026-07-21T10:00:00Z"))(
    "mutation ($input: RestatePeriodInput!) { restatePeriod(input: $input) { errors { message } } }",
    { input },
  );
  expect(restated.data.restatePeriod.errors).toEqual([]);

  await send("call-4", { by: "anna" }, new Date("2026-07-22T10:00:00Z"));

  expect(await handled()).toEqual({ anna: "2 → 3: ADDED call-4" });
});

test("what was believed before a restatement is still told as of then", async () => {
  await send("call-3", { by: "anna" });
  await at.settle(LATER);
  const ask = api.as({ clientIds: [at.clientId] }, new Date("2026-07-25T10:00:00Z"));
  const input = {
    contract: "care",
    period: { kind: "MONTH", containing: "2026-06-01" },
    reason: "A call was forgotten then.",
  };
  await ask("mutation ($input: RestatePeriodInput!) { restatePeriod(input: $input) { errors { message } } }", {
    input,
  });

  const { data, errors } = await ask(
    `query ($period: PeriodInput!) { contract(code: "care") {
    before: scorecard(period: $period, asOf: "2026-07-24T00:00:00Z") { state version item(kpi: "CONTACTS_HANDLED") { figure { display } } }
    now: scorecard(period: $period) { state version item(kpi: "CONTACTS_HANDLED") { figure { display } } } } }`,
    { period: input.period },
  );

  expect(errors).toEqual([]);
  expect(data.contract).toEqual({
    before: { state: "FINAL", version: 1, item: { figure: { display: "2" } } },
    now: { state: "RESTATED", version: 2, item: { figure: { display: "3" } } },
  });
});
