import { isObjectType, printSchema } from "graphql";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { nodeKinds } from "./node-kinds";
import { RESOLVERS } from "./resolvers";
import { apiSchema } from "./schema";

const SOURCES = join(__dirname, "..");

/** Classes named `…Resolver`, and those inside what `connectionOf` makes, in every file that may hold one. */
function resolversInSources(): Map<string, unknown> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(resolver|type)\.ts$/.test(name),
  );
  const found = new Map<string, unknown>();
  for (const file of files) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- whatever there is
    for (const [name, value] of Object.entries(require(join(SOURCES, file)) as Record<string, unknown>)) {
      if (typeof value === "function" && name.endsWith("Resolver")) found.set(name, value);
      if (typeof value === "object" && value !== null && "Resolver" in value) found.set(name, value.Resolver);
    }
  }
  return found;
}

test("every resolver in the sources is served", () => {
  const served = new Set<unknown>(RESOLVERS);

  const forgotten = [...resolversInSources()].filter(([, one]) => !served.has(one)).map(([name]) => name);

  expect(forgotten).toEqual([]);
});

test("every type with an id of its own is found by node(id:)", () => {
  const types = Object.values(apiSchema().getTypeMap()).filter(isObjectType);
  const nodes = types.filter((type) => type.getInterfaces().some((one) => one.name === "Node"));

  expect(nodeKinds.map(({ type }) => type).sort()).toEqual(nodes.map(({ name }) => name).sort());
});

test("everything in the schema says what it means", () => {
  const undescribed: string[] = [];
  const note = (name: string, description: string | null | undefined) => !description && undescribed.push(name);
  for (const type of Object.values(apiSchema().getTypeMap())) {
    if (type.name.startsWith("__") || ["Query", "Mutation"].includes(type.name)) continue;
    note(type.name, type.description);
    if ("getValues" in type) type.getValues().forEach((one) => note(`${type.name}.${one.name}`, one.description));
    if (!("getFields" in type)) continue;
    for (const field of Object.values(type.getFields())) {
      note(`${type.name}.${field.name}`, field.description);
      if ("args" in field)
        field.args.forEach((arg: { name: string; description?: string | null }) =>
          note(`${type.name}.${field.name}(${arg.name})`, arg.description),
        );
    }
  }
  expect(undescribed).toEqual([]);
});

test("lists are connections, and no field is called data", () => {
  const fields = Object.values(apiSchema().getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith("__"))
    .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []));
  const names = (of: typeof fields): string[] => of.map(({ name, type }) => `${name}: ${String(type)}`);

  expect(fields.length).toBeGreaterThan(100);
  expect(names(fields.filter(({ name }) => name === "data"))).toEqual([]);
  const paged = fields.filter(({ args }) => args.some(({ name }) => name === "first"));
  expect(names(paged.filter(({ type }) => !String(type).endsWith("Connection!")))).toEqual([]);
});

test("the printed schema is the same every time", () => {
  expect(printSchema(apiSchema())).toBe(printSchema(apiSchema()));
});
