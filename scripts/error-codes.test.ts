import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PAGE = "docs/errors.md";
/** Files whose codes are no errors: KPIs, findings and the like. */
const NO_ERRORS = /(\.test|\.builder)\.ts$|^kpis[\\/]catalogue[\\/]|^cascade[\\/]|^test-support[\\/]/;
/** Words that look like codes: of SQL, and what previews and questions of what if call their KPI and clause. */
const OTHER_WORDS = ["ASC", "DESC", "PREVIEW", "WHAT_IF", "CREDIT"];
/** Said by the GraphQL server, not by us. */
const FROM_THE_SERVER = [
  "BAD_REQUEST",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
];

/** How codes are written in sources: on errors, on problems of rows and files, in the API's own list. */
const FORMS = [
  /\bcode(?::| =) (?:\w+ \? )?((?:"[A-Z_]{3,}"(?: [|:] )?)+)/g,
  /type RejectCode =((?:\s+\| "[A-Z_]+")+)/g,
  /export const ERROR = \{([^}]+)\}/g,
  /\btooMuch\(("[A-Z_]+")/g,
];

it("explains every error code on the page of errors, once, and none that no longer exists", () => {
  const inSource = [...new Set([...codesInSource(), ...FROM_THE_SERVER])].sort();

  const explained = [...readFileSync(PAGE, "utf8").matchAll(/^\| `([A-Z_]+)` \|/gm)].map((row) => row[1]).sort();

  expect(explained).toEqual(inSource);
});

function codesInSource(): string[] {
  const names = readdirSync("src", { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => name.endsWith(".ts") && !NO_ERRORS.test(name));
  const found = files.flatMap((name) => codesIn(readFileSync(join("src", name), "utf8")));
  return found.filter((code) => !OTHER_WORDS.includes(code));
}

const codesIn = (text: string): string[] =>
  FORMS.flatMap((form) => [...text.matchAll(form)].flatMap((hit) => hit[1]!.match(/[A-Z_]{3,}/g) ?? []));
