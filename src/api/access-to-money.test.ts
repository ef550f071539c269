import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Viewer } from "../platform/viewer";
import { newId } from "../shared/ids";
import { testApi, type TestApi } from "../test-support/api-client";
import { neighbourIn, type Neighbour } from "../test-support/neighbour";
import { draftsOf, DRAFT, type Drafts } from "../test-support/neighbour.drafts";
import { linesServed } from "../test-support/settlement-lines-server";
import { viewersOf } from "../test-support/viewers-of-a-neighbour";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";

/** The table in docs/integrators.md says the same: change both. */

let database: TestDatabase;
let api: TestApi;
let at: Neighbour;
let drafts: Drafts;
let viewers: Readonly<Record<string, Viewer>>;
let server: Server;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
  at = await neighbourIn(database, "theirs");
  const stranger = newId();
  drafts = await draftsOf(database, at.house.clientId);
  await at.house.sql(OWN_BY_PHONE, at.house.house.phone.id);
  viewers = await viewersOf(at, stranger);
  server = await linesServed(database.db, ({ authorization = "" }) => Promise.resolve(viewers[authorization]!));
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  await api.stop();
  await database.drop();
});

/** One of the two objectives is of a service, so that whoever answers for the service sees it. */
const OWN_BY_PHONE = "update objective set service_id = $2 where client_id = $1 and code like 'own%'";

const csvOf = async (id: string, who: string): Promise<number> => {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/settlements/${id}/lines.csv`;
  return (await fetch(url, { headers: { authorization: who } })).status;
};

const JUNE = `period: { kind: MONTH, containing: "2026-06-15" }`;
const MAY = `period: { kind: MONTH, containing: "2026-05-15" }`;
const JULY = `period: { kind: MONTH, containing: "2026-07-10" }`;
const SETTLEMENT = `id state version trace totals { net { value } } counters { clause } holds { clause }
  lines { no reason } events { step note } disputes { id reason } objectives { code } clauses { clause }
  corrections { id state reason lines { reason } }`;

const SEEN = `query ($code: String!, $draft: ID!, $correction: ID!, $issued: ID!) {
  contract(code: $code) {
    objectives(first: 50) { totalCount nodes { code versions { target weight }
      result(${JUNE}) { outcome settlementLines { reason } }
      assessments(first: 50) { totalCount nodes { note } } } }
    amendments(first: 50) { totalCount }
    exclusions(first: 50) { totalCount }
    settlementTerms { fee { value } }
    settlementTermsVersions { version }
    settlements(first: 50) { totalCount nodes { ${SETTLEMENT} } }
    proposals: settlements(first: 50, state: PROPOSED) { totalCount }
    june: settlement(${JUNE}) { ${SETTLEMENT} }
    may: settlement(${MAY}) { ${SETTLEMENT} }
    settlementNotices { clause }
    rating { twelve { periods notices credits { value } } counters { clause } }
    incidents { code }
    charges { amount { value } }
    outlook(${JULY}) { money { now { value } } objectives { needed { reach } money { now { value } } } }
  }
  draft: node(id: $draft) { id }
  correction: node(id: $correction) { id }
  issued: node(id: $issued) { id }
}`;

/** What a viewer is told of each thing, in a word. */
async function seenBy(who: string): Promise<Record<string, unknown>> {
  const variables = { code: at.codes.contract, ...drafts };
  const { data, errors } = await api.as(viewers[who]!)(SEEN, variables);
  expect(errors).toEqual([]);
  const told = JSON.stringify(data).includes(DRAFT);
  const [lines, draftLines] = [await csvOf(drafts.issued, who), await csvOf(drafts.draft, who)];
  const nodes = [data.issued, data.draft, data.correction].map((one: object | null) => one !== null);
  const rest = { nodes, csv: [lines, draftLines, await csvOf(drafts.correction, who)], isToldOfDrafts: told };
  const { contract } = data;
  if (contract === null) return rest;
  return { ...objectivesSeen(contract), ...moneySeen(contract), ...rest };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever came
const objectivesSeen = ({ objectives, amendments, exclusions, outlook }: any) => ({
  objectives: objectives.totalCount,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever came
  results: objectives.nodes.filter(({ result }: any) => result !== null).length,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever came
  assessments: objectives.nodes.reduce((sum: number, one: any) => sum + one.assessments.totalCount, 0),
  amendments: amendments.totalCount,
  exclusions: exclusions.totalCount,
  outlook: outlook.objectives.length,
  outlookMoney: outlook.money !== null,
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever came
const moneySeen = (contract: any) => ({
  terms: contract.settlementTermsVersions.length + (contract.settlementTerms === null ? 0 : 1),
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever came
  settlements: contract.settlements.nodes.map(({ state, version }: any) => `${state} v${version}`).sort(),
  counted: [contract.settlements.totalCount, contract.proposals.totalCount],
  corrections: contract.june?.corrections.length ?? null,
  disputes: contract.june?.disputes.length ?? null,
  draft: contract.may !== null,
  notices: contract.settlementNotices.length,
  rated: contract.rating?.twelve.periods ?? null,
  incidents: contract.incidents.length,
  charges: contract.charges.length,
});

/** Each is refused, whoever asks: by access, or because it makes no sense. Nothing changes between two who ask. */
const ACTS: Readonly<Record<string, () => string>> = {
  issueSettlement: () => `id: "${drafts.issued}"`,
  agreeSettlement: () => `id: "${drafts.draft}"`,
  invoiceSettlement: () => `id: "${drafts.issued}", reference: "CN-1"`,
  disputeSettlementLines: () => `id: "${drafts.issued}", lines: [99], reason: "There is no such line."`,
  reviewSettlementDispute: () => `id: "${at.idByType.get("SettlementDispute")}"`,
  recordCharge: () => `contract: "${at.codes.contract}", ${JUNE}, amount: "-1"`,
  recordIncident: () => `contract: "${at.codes.contract}", ${JUNE}, code: "I", title: "Outage", objectives: ["a", "b"]`,
  chooseIncidentCredit: () => `id: "${at.idByType.get("Incident")}", objective: "none"`,
  requestExclusion: () =>
    `client: "${at.codes.client}", contract: "${at.codes.contract}", code: "X", kind: OTHER, reason: "Nothing happened.", firstDay: "2026-06-02", endDay: "2026-06-01"`,
  withdrawExclusion: () => `id: "${at.idByType.get("Exclusion")}", reason: "Nothing happened."`,
  assessObjective: () =>
    `client: "${at.codes.client}", contract: "${at.codes.contract}", objective: "${at.codes.objective}", ${JUNE}, points: 99`,
  simulateContract: () =>
    `contract: "${at.codes.contract}", client: "${at.codes.client}", draft: { yaml: "kind: None" }`,
};

async function attempt(who: string, act: string): Promise<string> {
  const { data, errors } = await api.as(viewers[who]!)(
    `mutation { ${act}(input: { ${ACTS[act]!()} }) { errors { code } } }`,
  );
  return [...errors, ...(data?.[act]?.errors ?? [])].map(({ code }) => code).join();
}

const ALL_OF_IT = {
  ...{
    objectives: 2,
    results: 2,
    assessments: 2,
    amendments: 1,
    exclusions: 1,
    outlook: 2,
    outlookMoney: true,
    terms: 2,
  },
  ...{
    settlements: ["ISSUED v1", "PROPOSED v1", "PROPOSED v2"],
    counted: [3, 2],
    corrections: 1,
    disputes: 1,
    draft: true,
  },
  ...{ notices: 1, rated: 2, incidents: 1, charges: 1 },
  ...{ nodes: [true, true, true], csv: [200, 200, 200], isToldOfDrafts: true },
};
const AS_ISSUED = {
  ...{ ...ALL_OF_IT, outlookMoney: false, settlements: ["ISSUED v1"], counted: [1, 0], corrections: 0, draft: false },
  ...{ rated: 1, nodes: [true, false, false], csv: [200, 404, 404], isToldOfDrafts: false },
};
const NOTHING = { nodes: [false, false, false], csv: [404, 404, 404], isToldOfDrafts: false };
const WITHOUT_MONEY = {
  ...{
    objectives: 2,
    results: 0,
    assessments: 0,
    amendments: 1,
    exclusions: 0,
    outlook: 0,
    outlookMoney: false,
    terms: 0,
  },
  ...{ settlements: [], counted: [0, 0], corrections: null, disputes: null, draft: false },
  ...{ notices: 0, rated: null, incidents: 0, charges: 0, ...NOTHING },
};
const OF_THE_SERVICE = { ...WITHOUT_MONEY, results: 1, assessments: 1, outlook: 1 };

describe("what is seen of promises and money", () => {
  test.each<[string, object]>([
    ["operations, all rights", ALL_OF_IT],
    ["operations, reading", ALL_OF_IT],
    ["operations manager", ALL_OF_IT],
    ["operations manager, all rights but names", ALL_OF_IT],
    ["quality specialist", OF_THE_SERVICE],
    ["quality specialist, all rights but names", OF_THE_SERVICE],
    ["team lead", WITHOUT_MONEY],
    ["agent", WITHOUT_MONEY],
    ["agent, all rights but names", WITHOUT_MONEY],
    ["client, all rights", AS_ISSUED],
    ["client, no rights", AS_ISSUED],
    ["integration, all rights", AS_ISSUED],
    ["integration, no rights", AS_ISSUED],
    ["another client", NOTHING],
    ["another integration", NOTHING],
    ["another's operations", NOTHING],
  ])("by %s", async (who, expected) => {
    expect(await seenBy(who)).toEqual(expected);
  });
});

const OPERATIONS = ["operations, all rights", "operations manager, all rights but names"];
const CLIENTS = ["client, all rights", "integration, all rights"];
const CLOSED = ["FORBIDDEN", "NOT_FOUND", "ACT_IS_OURS", "ACT_IS_THE_CLIENTS"];

describe("whoever may act on money", () => {
  test.each<[string, readonly string[]]>([
    ["issueSettlement", [...OPERATIONS, "integration, all rights"]],
    ["agreeSettlement", OPERATIONS],
    ["invoiceSettlement", [...OPERATIONS, "integration, all rights"]],
    ["disputeSettlementLines", CLIENTS],
    ["reviewSettlementDispute", [...OPERATIONS, "integration, all rights"]],
    ["recordCharge", [...OPERATIONS, "integration, all rights"]],
    ["recordIncident", [...OPERATIONS, "integration, all rights"]],
    ["chooseIncidentCredit", CLIENTS],
    ["requestExclusion", [...OPERATIONS, ...CLIENTS]],
    ["withdrawExclusion", [...OPERATIONS, ...CLIENTS]],
    ["assessObjective", [...OPERATIONS, ...CLIENTS]],
    ["simulateContract", OPERATIONS],
  ])("by %s", async (act, expected) => {
    const answers: [string, string][] = [];
    for (const who of Object.keys(viewers)) answers.push([who, await attempt(who, act)]);

    expect(answers.filter(([, code]) => !CLOSED.includes(code)).map(([who]) => who)).toEqual(expected);
    const others = answers.filter(([who]) => who.startsWith("another"));
    expect(others.map(([, code]) => code)).toEqual(
      others.map(([who]) => (act === "simulateContract" && who !== "another's operations" ? "FORBIDDEN" : "NOT_FOUND")),
    );
  });

  it("asks what if without seeing anything: plain values alone", async () => {
    const asked = "{ whatIf { __typename } }";
    for (const viewer of Object.values(viewers)) expect((await api.as(viewer)(asked)).errors).toEqual([]);
  });
});
