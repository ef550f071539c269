import { isObjectType, type GraphQLField, type GraphQLObjectType } from "graphql";
import { RIGHTS } from "../platform/viewer";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { neighbourIn, nobody, type Neighbour } from "../test-support/neighbour";
import { codesOf, GivenAway, valuesOf, withoutEchoes, type Named } from "../test-support/neighbour.answers";
import { attempted, isUnexpected, MUTATIONS } from "../test-support/neighbour.attempts";
import { fieldText } from "../test-support/schema-walk";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { nodeKinds } from "./node-kinds";
import { apiSchema } from "./schema";

const MARK = "belongs-to-the-neighbour";

let database: TestDatabase;
let api: TestApi;
let ours: Neighbour;
let theirs: Neighbour;
let noOnes: Named;
let given: GivenAway;
let asks: Readonly<Record<"client" | "integration" | "internal", Ask>>;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
  ours = await neighbourIn(database, "our-own");
  theirs = await neighbourIn(database, MARK);
  noOnes = nobody(theirs);
  given = new GivenAway(theirs, MARK);
  const viewer = { clientIds: [ours.house.clientId], rights: new Set(RIGHTS) };
  asks = {
    client: api.as({ ...viewer, kind: "client" }),
    integration: api.as({ ...viewer, kind: "integration" }),
    internal: api.as({ ...viewer, kind: "internal" }),
  };
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const schema = apiSchema();
const fieldsOf = (type: GraphQLObjectType | null | undefined): GraphQLField<unknown, unknown>[] =>
  Object.values(type?.getFields() ?? {});
const QUERIES = fieldsOf(schema.getQueryType());
const NODE_TYPES = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node"),
);

test("the neighbour has something in every table and of every type", async () => {
  const missing = nodeKinds.filter(({ type }) => !theirs.idByType.has(type)).map(({ type }) => type);

  expect(missing).toEqual([]);
  expect(theirs.emptyTables).toEqual([]);
  expect(theirs.ids.size).toBeGreaterThan(50);
  expect(QUERIES.length + MUTATIONS.length).toBeGreaterThan(20);
});

test("their own people would see it all: the walk looks where there is something", async () => {
  const own = api.as({ kind: "client", clientIds: [theirs.house.clientId] });

  for (const [type, id] of theirs.idByType) {
    const { data } = await own(`query ($id: ID!) { node(id: $id) { __typename id } }`, { id });
    expect(data.node).toEqual({ __typename: type, id });
  }
});

describe.each(["client", "integration"] as const)("as a viewer of another client (%s)", (kind) => {
  test("no thing of theirs is found by its id", async () => {
    for (const [type, id] of theirs.idByType) {
      const { data, errors } = await asks[kind](`query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }`, {
        id,
      });
      expect({ type, data, errors }).toEqual({ type, data: { node: null, nodes: [null] }, errors: [] });
    }
  });

  test.each(QUERIES.map(({ name }) => name))("query %s tells nothing of theirs", async (name) => {
    const field = QUERIES.find((one) => one.name === name)!;
    const about = (whose: Named, kind: string) => `{ ${fieldText(field, valuesOf(whose, kind), 1)} }`;
    const kinds = [...theirs.idByType.keys(), "Kpi", "Measure"];
    // most queries name nothing of most kinds: each document is asked once
    const documents = new Map(kinds.map((one) => [about(theirs, one), about(noOnes, one)]));
    for (const [aboutTheirs, aboutNothing] of documents) {
      const [answer, nothing] = [await asks[kind](aboutTheirs), await asks[kind](aboutNothing)];

      expect(codesOf(answer).filter(isUnexpected)).toEqual([]);
      expect(given.by(answer)).toEqual([]);
      expect(withoutEchoes(answer, theirs)).toBe(withoutEchoes(nothing, noOnes));
    }
  });

  test.each(NODE_TYPES.map(({ name }) => name))("no field of a %s of one's own leads to theirs", async (name) => {
    const type = NODE_TYPES.find((one) => one.name === name)!;
    const own = ours.idByType.get(name);
    const texts = fieldsOf(type).flatMap((field) => [
      fieldText(field, valuesOf(theirs, "Contract"), 1),
      fieldText(field, valuesOf(theirs, "Kpi"), 1),
    ]);
    for (const field of new Set(texts)) {
      const answer = await asks[kind](`{ node(id: "${own}") { ... on ${name} { ${field} } } }`);

      const { data } = answer;
      const found = { field, broken: codesOf(answer).filter(isUnexpected), told: given.in(data) };
      expect(found).toEqual({ field, broken: [], told: [] });
    }
  });

  test.each(MUTATIONS.map(({ name }) => name))("mutation %s changes and tells nothing", async (name) => {
    const { harm, none } = await attempted({ ask: asks[kind], name }, { theirs, noOnes, given });

    expect(harm).toEqual(none);
  });
});

describe("as one of our own people who reaches the other client only", () => {
  /** People belong to the house, and our own people see them all; they may define any client. */
  const ofClients = MUTATIONS.map(({ name }) => name).filter((name) => !/^define(Person|Client)$/.test(name));

  test.each(ofClients)("mutation %s changes and tells nothing", async (name) => {
    const { harm, none, refused } = await attempted({ ask: asks.internal, name }, { theirs, noOnes, given });

    expect(harm).toEqual(none);
    expect(refused).toEqual(name === "defineRole" ? [] : ["NOT_FOUND"]);
  });
});
