import { parse, validate } from "graphql";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { apiSchema } from "./schema";

const PAGES = [
  "README.md",
  "docs/integrators.md",
  "docs/business-time.md",
  "docs/feeds.md",
  "docs/crucial.md",
  "docs/life-of-a-figure.md",
  "docs/what-if.md",
];
const QUERIES = "docs/queries";

/** Queries that users read: files of their own, and blocks of the pages. */
const documented: [string, string][] = [
  ...PAGES.flatMap((page) =>
    [...readFileSync(page, "utf8").matchAll(/```graphql\n([\s\S]*?)```/g)].map((block, index): [string, string] => [
      `block ${index + 1} of ${page}`,
      block[1]!,
    ]),
  ),
  ...readdirSync(QUERIES).map((name): [string, string] => [name, readFileSync(join(QUERIES, name), "utf8")]),
];

it.each(documented)("%s is a query of this schema", (_name, text) => {
  const problems = validate(apiSchema(), parse(text));

  expect(problems).toEqual([]);
});
