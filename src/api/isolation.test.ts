import { isObjectType, type GraphQLField, type GraphQLObjectType } from "graphql";
import { RIGHTS } from "../platform/viewer";
import { testApi, type Answer, type Ask, type TestApi } from "../test-support/api-client";
import { neighbourIn, nobody, type Neighbour } from "../test-support/neighbour";
import { fieldText, type WalkValues } from "../test-support/schema-walk";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { nodeKinds } from "./node-kinds";
import { apiSchema } from "./schema";

const MARK = "belongs-to-the-neighbour";

type Named = Pick<Neighbour, "idByType" | "codes">;

let database: TestDatabase;
let api: TestApi;
let ours: Neighbour;
let theirs: Neighbour;
let noOnes: Named;
let asks: Readonly<Record<"client" | "integration" | "internal", Ask>>;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
  ours = await neighbourIn(database, "our-own");
  theirs = await neighbourIn(database, MARK);
  noOnes = nobody(theirs);
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
const MUTATIONS = fieldsOf(schema.getMutationType());
const NODE_TYPES = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node"),
);

/** Ids and codes of somebody, given by the names of arguments; `offset` turns to the next kind of id. */
const valuesOf = ({ idByType, codes }: Named, kind: string): WalkValues => ({
  id: (name) => idByType.get(typeNamed(name)) ?? idByType.get(kind) ?? "",
  text: (name) => codes[name] ?? (name === "role" ? "agent" : (codes[lowered(kind)] ?? codes.contract ?? "")),
});

const lowered = (word: string): string => word.replace(/^./, (first) => first.toLowerCase());
const typeNamed = (argument: string): string =>
  argument.replace(/Ids?$/, "").replace(/^./, (first) => first.toUpperCase());

/** Every string of an answer that gives the neighbour away. */
function givenAway(value: unknown): string[] {
  if (typeof value === "string") return isTelling(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(givenAway) : [];
}

function isTelling(text: string): boolean {
  const opened = Buffer.from(text, "base64url").toString("utf8");
  return text.includes(MARK) || [...theirs.ids].some((id) => text.includes(id) || opened.includes(id));
}

/** Answers with what was asked for taken out, so that those about different things can be compared. */
function withoutEchoes(answer: Answer, asked: Named): string {
  const words = [...asked.idByType.values(), ...Object.values(asked.codes)].sort((a, b) => b.length - a.length);
  const text = JSON.stringify({ data: answer.data, errors: answer.errors });
  return words.reduce((rest, word) => rest.replaceAll(word, "…"), text);
}

/** What an answer says beyond what was asked: an echo of a code that the viewer wrote tells nothing. */
const newWords = (answer: Answer): string[] => givenAway(JSON.parse(withoutEchoes(answer, theirs)));

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
    for (const type of theirs.idByType.keys()) {
      const documentFor = (whose: Named) => `{ ${fieldText(field, valuesOf(whose, type), 1)} }`;
      const [answer, aboutNothing] = [await asks[kind](documentFor(theirs)), await asks[kind](documentFor(noOnes))];

      expect(codesOf(answer)).not.toContain("GRAPHQL_VALIDATION_FAILED");
      expect(codesOf(answer)).not.toContain("INTERNAL");
      expect(newWords(answer)).toEqual([]);
      expect(withoutEchoes(answer, theirs)).toBe(withoutEchoes(aboutNothing, noOnes));
    }
  });

  test.each(NODE_TYPES.map(({ name }) => name))("no field of a %s of one's own leads to theirs", async (name) => {
    const type = NODE_TYPES.find((one) => one.name === name)!;
    const own = ours.idByType.get(name);
    for (const field of fieldsOf(type)) {
      const text = fieldText(field, valuesOf(theirs, "Contract"), 1);
      const answer = await asks[kind](`{ node(id: "${own}") { ... on ${name} { ${text} } } }`);

      expect({ field: field.name, errors: codesOf(answer).filter(isUnexpected) }).toEqual({
        field: field.name,
        errors: [],
      });
      expect({ field: field.name, told: givenAway(answer.data) }).toEqual({ field: field.name, told: [] });
    }
  });

  test.each(MUTATIONS.map(({ name }) => name))("mutation %s changes and tells nothing", async (name) => {
    await expectHarmless(asks[kind], name);
  });
});

describe("as one of our own people who reaches the other client only", () => {
  /** People belong to the house, and our own people see them all; they may define any client. */
  const ofClients = MUTATIONS.map(({ name }) => name).filter((name) => !/^define(Person|Client)$/.test(name));

  test.each(ofClients)("mutation %s changes and tells nothing", async (name) => {
    await expectHarmless(asks.internal, name);
  });
});

async function expectHarmless(ask: Ask, name: string): Promise<void> {
  const field = MUTATIONS.find((one) => one.name === name)!;
  const before = await theirs.everything();
  const documentFor = (whose: Named) =>
    `mutation { ${fieldText(field, valuesOf(whose, name.replace(/^(define|compile)/, "")), 1)} }`;

  const answer = await ask(documentFor(theirs));
  const aboutNothing = await ask(documentFor(noOnes));

  expect(await theirs.everything()).toBe(before);
  expect(codesOf(answer).filter(isUnexpected)).toEqual([]);
  expect(newWords(answer)).toEqual([]);
  expect(withoutEchoes(answer, theirs)).toBe(withoutEchoes(aboutNothing, noOnes));
}

const codesOf = ({ errors }: Answer): string[] => errors.map(({ code }) => code);
const isUnexpected = (code: string): boolean => code === "INTERNAL" || code === "GRAPHQL_VALIDATION_FAILED";
