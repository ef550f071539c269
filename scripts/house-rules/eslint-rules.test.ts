import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { aTree } from "./source-tree.builder";

/* eslint-disable no-restricted-syntax -- the examples break the rules on purpose */

const RULE_IMPORTS =
  "Rules import values from shared/, catalogue/, other *.rules and *.errors; from elsewhere types only.";
const PURE = "Rules are pure: they take values and return values.";
const NOW = "The current time enters in main/ and is passed on: take `now: Date`.";
const NO_BETWEEN = "No BETWEEN in SQL: ranges are half-open, write `x >= a and x < b`.";
const SETTINGS = "Settings come from readConfig() in src/platform/config.ts.";

/** Code that breaks a rule, where it stands, and a part of what ESLint says. */
const REFUSED: readonly [path: string, code: string, message: string][] = [
  ["src/kpis/a.rules.ts", 'import { x } from "../platform/database";', RULE_IMPORTS],
  ["src/kpis/b.rules.ts", 'import { x } from "luxon";', RULE_IMPORTS],
  ["src/kpis/c.rules.ts", 'import { x } from "./kpi.service";', RULE_IMPORTS],
  ["src/kpis/d.rules.ts", 'import { Kpi } from "./kpi.entity";', RULE_IMPORTS],
  ["src/kpis/catalogue/a.ts", 'import { x } from "../kpi.service";', RULE_IMPORTS],
  ["src/kpis/e.rules.ts", "export const x = Date.now();", NOW],
  ["src/kpis/f.rules.ts", "export const x = new Date();", NOW],
  ["src/kpis/g.rules.ts", "export const x = Math.random();", PURE],
  ["src/kpis/h.rules.ts", "export const x = process.cwd();", PURE],
  ["src/kpis/i.rules.ts", "export async function x(): Promise<void> {}", PURE],
  ["src/kpis/j.rules.ts", "export const x = (then: () => void) => setTimeout(then, 1);", PURE],
  ["src/kpis/a.service.ts", "export const x = process.env.PORT;", SETTINGS],
  ["scripts/a.ts", "export const x = process.env.PORT;", SETTINGS],
  ["src/main/a.ts", 'import { env } from "node:process";', "Settings come from readConfig()."],
  ["src/kpis/b.service.ts", "export const x = Date.now();", NOW],
  ["src/kpis/c.service.ts", "export const x = new Date();", NOW],
  ["src/kpis/d.service.ts", "export const x = DateTime.utc();", NOW],
  ["src/kpis/e.service.ts", "console.log(1);", "Unexpected console statement."],
  ["src/kpis/a.ts", "export default 1;", "Exporting 'default' is restricted."],
  ["src/kpis/b.ts", "const x = 1; export { x as default };", "Exporting 'default' is restricted."],
  ["src/kpis/c.ts", 'export * from "./kpi";', "No barrels"],
  ["src/kpis/d.ts", 'export { kpi } from "./kpi";', "No re-exports"],
  ["src/kpis/a.queries.ts", "export const x = `select 1 from d where day between $1 and $2`;", NO_BETWEEN],
  ["src/kpis/d.queries.ts", "export const x = (a: 1) => `select 1 where day between ${a}`;", NO_BETWEEN],
  ["src/kpis/b.queries.ts", 'export const x = "d.day BETWEEN :from AND :until";', NO_BETWEEN],
  ["src/kpis/c.queries.ts", 'import { Between } from "typeorm";', "half-open"],
  ["src/kpis/e.ts", "export function x(a: 1, b: 2, c: 3, d: 4, e: 5): void {}", "More than 4 parameters"],
  ["src/kpis/f.ts", "export const x = (a: 1, b: 2, c: 3, d: 4, e: 5): void => {};", "More than 4 parameters"],
  ["src/kpis/g.ts", "class X { y(a: 1, b: 2, c: 3, d: 4, e: 5): void {} }", "More than 4 parameters"],
  ["src/kpis/h.ts", "class X { constructor(a: 1, b: 2, c: 3, d: 4, e: 5, f: 6) {} }", "More than 5 collaborators"],
  ["src/kpis/i.ts", "\n".repeat(250) + "export const x = 1;\n", "too many lines (251)"],
  ["src/kpis/j.ts", `export function x(): void {\n${"  y();\n".repeat(39)}}\n`, "too many lines (41)"],
  ["src/kpis/a.type.ts", "class X { @Field() a: string; }", "Name the type"],
  ["src/kpis/b.type.ts", 'class X { a(@Arg("id") id: string): void {} }', "Name the type"],
  ["src/kpis/a.entity.ts", 'class X { @Column({ name: "a" }) a: string; }', "Name the type"],
  ["src/kpis/b.entity.ts", "class X { @ManyToOne(() => Y) y: Y; }", "An entity is a row"],
];

/** Code that looks like it, and is fine. */
const ACCEPTED: readonly [path: string, code: string][] = [
  ["src/kpis/ok-a.rules.ts", 'import { day } from "../shared/day";\nimport type { Kpi } from "./kpi.entity";'],
  ["src/kpis/ok-m.rules.ts", 'import { KPIS } from "./catalogue/kpis";\nimport type { Kpi } from "./kpi-definition";'],
  ["src/kpis/catalogue/ok-n.ts", 'import { x } from "./queue";'],
  ["src/reviews/ok-o.rules.ts", 'import { RRule } from "rrule";'],
  ["src/kpis/ok-p.builder.ts", `export function x(): void {\n${"  y();\n".repeat(60)}}\n`],
  ["src/kpis/ok-b.rules.ts", 'import { X } from "../contracts/calendar.rules";\nimport { Y } from "./kpi.errors";'],
  ["src/kpis/ok-c.rules.ts", "export const x = (at: Date): Date => new Date(at.getTime() + 1);"],
  ["src/main/ok-a.ts", "export const x = new Date(Date.now());"],
  ["src/platform/ok-b.ts", "export const x = new Date();"],
  ["src/platform/config.ts", "export const x = process.env;"],
  ["src/kpis/ok-d.test.ts", "export const x = Date.now();"],
  ["src/kpis/ok-l.ts", 'export const x = "Several columns, put together with `join` between.";'],
  ["src/kpis/ok-q.test.ts", "test.each([])('%s', (a: 1, b: 2, c: 3, d: 4, e: 5) => {});"],
  ["src/kpis/ok-e.ts", 'export const x = "The target must lie between 0 and 1.";'],
  [
    "src/kpis/ok-f.queries.ts",
    "export const x = `select 1 over (rows between 2 preceding and current row) where true`;",
  ],
  ["src/kpis/ok-g.ts", "class X { constructor(a: 1, b: 2, c: 3, d: 4, e: 5) {} }"],
  ["src/kpis/ok-h.ts", "\n".repeat(249) + "export const x = 1;\n"],
  ["src/kpis/ok-i.ts", `export function x(): void {\n${"  y();\n".repeat(38)}}\n`],
  ["src/kpis/ok-j.type.ts", 'class X { @Field(() => ID) a: string; b(@Arg("id", () => ID) id: string): void {} }'],
  [
    "src/kpis/ok-k.entity.ts",
    'class X { @Column("uuid", { name: "a" }) a: string; @Column({ type: "text" }) b: string; }',
  ],
];

/* eslint-enable no-restricted-syntax */

/** What ESLint says about each of the files, in one run of the project's own house rules. */
function lint(files: readonly (readonly string[])[]): Map<string, string[]> {
  const config = `import { houseRules } from "${pathToFileURL("eslint.config.mjs").href}";\nexport default houseRules;\n`;
  const root = aTree({ ...Object.fromEntries(files.map(([path, code]) => [path, code])), "eslint.config.mjs": config });
  const bin = join(process.cwd(), "node_modules/eslint/bin/eslint.js");
  const run = spawnSync(process.execPath, [bin, "src", "scripts", "--format", "json"], { cwd: root, encoding: "utf8" });
  rmSync(root, { recursive: true });
  if (!run.stdout.startsWith("[")) throw new Error(run.stderr);
  const results = JSON.parse(run.stdout) as { filePath: string; messages: { message: string }[] }[];
  return new Map(results.map((one) => [relative(root, one.filePath), one.messages.map(({ message }) => message)]));
}

const oneLine = (code: string): string => code.trim().replace(/\s+/g, " ").slice(0, 80);

describe("house rules of ESLint", () => {
  const all = [...REFUSED, ...ACCEPTED];
  let messages: Map<string, string[]>;
  beforeAll(() => {
    expect(new Set(all.map(([path]) => path)).size).toBe(all.length);
    messages = lint(all);
  }, 60_000);

  test.each(REFUSED.map(([path, code, message]) => [path, oneLine(code), message]))(
    "refuse %s: %s",
    (path, _, message) => {
      expect(messages.get(path)).toEqual([expect.stringContaining(message)]);
    },
  );

  test.each(ACCEPTED.map(([path, code]) => [path, oneLine(code)]))("accept %s: %s", (path) => {
    expect(messages.get(path)).toEqual([]);
  });
});
