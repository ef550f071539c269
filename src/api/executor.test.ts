import { parse } from "graphql";
import { ApiContext } from "../platform/graphql/context";
import { SettledHouse } from "../scorecards/settled-house.builder";
import { contentHash } from "../shared/canonical-hash";
import { globalId, newId } from "../shared/ids";
import { aViewer, TEST_NOW } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { compilingExecutor, walk } from "./executor";
import { apiSchema } from "./schema";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => {
  database = await createTestDatabase();
  at = await SettledHouse.open(database.asInternal);
  await at.oneMorning();
  await at.settle();
});
afterAll(() => database.drop());

const schema = apiSchema();
const PERIOD = `period: { kind: MONTH, containing: "2026-06-15" }`;
const CARD = `scorecard(${PERIOD}) { __typename id score rank { place } state items { weight target { value } figure {
  kpi { code name(language: IT) } value status display(language: HR) interval { lower } series(by: WEEK) { display } } } }`;

/** Documents of every shape, right and wrong: objects, lists, unions, fragments, aliases, variables, refusals, nulls. */
const DOCUMENTS: Readonly<Record<string, [source: string, variables?: Record<string, unknown>]>> = {
  "nested objects and lists": [`query ($id: ID!) { node(id: $id) { id ... on Contract { code ${CARD} } } }`],
  "unions and fragments": [
    `query ($id: ID!) { node(id: $id) { __typename ... on Contract { all: scorecards(${PERIOD}, first: 3) { totalCount edges {
       cursor node { ...Card subject { __typename ... on Position { person { code } } ... on Team { name } } } } } } } }
     fragment Card on Scorecard { id score }`,
  ],
  "variables with defaults": [
    `query ($id: ID!, $kind: PeriodKind = MONTH, $language: Language! = ZH) { node(id: $id) { ... on Contract {
       scorecard(period: { kind: $kind, containing: "2026-06-15" }) { items { figure { display(language: $language) } } } } } }`,
  ],
  "nothing there": [`{ node(id: "bm90aGluZw") { id } client(code: "none") { name } nodes(ids: ["x", "y"]) { id } }`],
  "a refused argument": [
    `query ($id: ID!) { node(id: $id) { ... on Contract { scorecards(${PERIOD}, first: 101) { totalCount } } } }`,
  ],
  "a refusal deep down": [
    `query ($id: ID!) { node(id: $id) { ... on Contract { code scorecard(${PERIOD}) { items { figure { value series(last: 0) { display } } } } } } }`,
  ],
  "a variable of the wrong type": [
    `query ($id: ID!, $first: Int) { node(id: $id) { id } clients(first: $first) { totalCount } }`,
    { first: "many" },
  ],
  "a variable that is missing": [
    `query ($id: ID!, $code: String!) { node(id: $id) { id } client(code: $code) { name } }`,
  ],
  "skip and include": [
    `query ($id: ID!, $no: Boolean = false) { node(id: $id) { id @skip(if: $no) ... on Contract @include(if: $no) { code } } }`,
  ],
  introspection: [`query ($id: ID!) { node(id: $id) { id } __type(name: "Scorecard") { fields { name } } }`],
};

interface Answered {
  readonly data: unknown;
  readonly errors: readonly { readonly message: string }[];
}

test.each(Object.keys(DOCUMENTS))("compiled and walked documents are answered alike: %s", async (name) => {
  const [source, variables = {}] = DOCUMENTS[name]!;
  const document = parse(source);
  const given = source.includes("$id") ? { id: globalId("Contract", at.contractId), ...variables } : variables;
  const operation = { document, hash: contentHash(source), name: undefined, variables: given };
  const compiling = compilingExecutor(schema);
  const answerOf = (how: typeof compiling): Promise<Answered> =>
    database.asInternal([at.clientId], async (tx) => {
      const viewer = aViewer({ clientIds: [at.clientId] });
      const parts = { tx, viewer, now: TEST_NOW, requestId: newId(), services: new Map() };
      const { data, errors = [] } = await how(operation, new ApiContext(parts));
      const shown = errors.map(({ message, path, locations }) => ({ message, path, locations }));
      return JSON.parse(JSON.stringify({ data, errors: shown })) as Answered;
    });

  const walked = await answerOf((one, context) => walk(schema, one, context) as never);

  for (const answer of [await answerOf(compiling), await answerOf(compiling), await answerOf(compiling)]) {
    expect(answer.data).toEqual(walked.data);
    expect(messages(answer)).toEqual(messages(walked));
    expect(answer.errors).toEqual(expect.arrayContaining([...walked.errors]));
  }
});

/** Of several errors that blank the same place, walking reports the first, compiled documents report each. */
const messages = ({ errors }: Answered): Set<string> => new Set(errors.map(({ message }) => message));
