import { buildSchema, parse } from "graphql";
import type { ApiContext } from "../platform/graphql/context";
import { compilingExecutor } from "./executor";

const QUERY = 'query Told($word: String! = "hello", $kind: Kind! = WEEK) { echo(word: $word, kind: $kind) }';

const schema = buildSchema(`
  enum Kind { WEEK MONTH }
  type Query { echo(word: String!, kind: Kind!): String }
`);
schema.getQueryType()!.getFields()["echo"]!.resolve = (_root, { word, kind }: { word: string; kind: string }) =>
  `${word} ${kind}`;

describe("a query asked a second time, and compiled then", () => {
  it.each([
    ["takes the defaults of its variables", {}, "hello WEEK"],
    ["takes what is given before a default", { word: "ciao" }, "ciao WEEK"],
    ["reads values of enums", { kind: "MONTH" }, "hello MONTH"],
  ])("%s", async (_name, variables, expected) => {
    const execute = compilingExecutor(schema);
    const operation = { document: parse(QUERY), hash: "told", name: "Told", variables };

    const first = await execute(operation, {} as ApiContext);
    const second = await execute(operation, {} as ApiContext);

    expect(second).toEqual({ data: { echo: expected } });
    expect({ ...first }).toEqual(second);
  });
});
