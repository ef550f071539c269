/**
 * Everything that must hold before a change lands, in one run: every step runs even when one fails, and the output of
 * those that failed comes at the end. Exit code 1 when any failed. `npm run check -- --help` lists the options.
 */
import { writeFileSync } from "node:fs";
import { readOptions, USAGE, type CheckOptions } from "./check/check-options";
import { runSteps, type Step, type StepResult } from "./check/step";

/** How many steps run side by side. */
const WIDTH = 2;

const STEPS: readonly Step[] = [
  { name: "lint", program: "eslint:eslint", args: [".", "--max-warnings", "0"] },
  { name: "types", program: "typescript:tsc", args: ["--noEmit"] },
  { name: "format", program: "prettier:prettier", args: ["--check", ".", "--log-level", "warn"] },
  { name: "unused code", program: "knip:knip", args: ["--no-progress"] },
  { name: "house rules", program: "dist/scripts/house-rules.js" },
  { name: "schema drift", program: "dist/scripts/dump-schema.js", args: ["--check"] },
];

async function main(options: CheckOptions): Promise<void> {
  const steps = chosen([...STEPS, ...(options.tests ? [tests(options)] : [])], options.only);
  const results = await runSteps(steps, WIDTH, (result) => console.log(line(result)));
  const failed = results.filter(({ passed }) => !passed);
  failed.forEach((result) => console.log(`\n──── ${result.name} ${"─".repeat(60)}\n${result.output.trim()}`));
  if (failed.length > 0) console.log(`\nFailed: ${failed.map(({ name }) => name).join(", ")}.`);
  console.log(`${results.length - failed.length} of ${results.length} checks passed.`);
  if (options.json) writeFileSync(options.json, JSON.stringify(results.map(outcome), null, 2));
  process.exitCode = failed.length === 0 ? 0 : 1;
}

function tests({ randomOrder, seed }: CheckOptions): Step {
  const order = randomOrder ? ["--randomize", ...(seed === undefined ? [] : [`--seed=${seed}`])] : [];
  return { name: "tests", program: "jest:jest", args: order, alone: true };
}

function chosen(steps: readonly Step[], only: readonly string[] | undefined): readonly Step[] {
  const names = steps.map(({ name }) => name);
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`--only ${unknown}: there is no such step; there are ${names.join(", ")}`);
  return steps.filter(({ name }) => only?.includes(name) ?? true);
}

function line({ name, passed, seconds, output }: StepResult): string {
  const count = /^Tests: .*$/m.exec(output)?.[0].replace(/^Tests: +/, "") ?? "";
  return `${passed ? "ok    " : "FAILED"}  ${name.padEnd(14)}${seconds.toFixed(1).padStart(6)} s  ${count}`.trimEnd();
}

const outcome = ({ name, passed, seconds }: StepResult): object => ({ name, passed, seconds });

function start(args: string[]): Promise<void> {
  const options = readOptions(args);
  return options.help ? Promise.resolve(console.log(USAGE)) : main(options);
}

if (require.main === module) {
  Promise.resolve(process.argv.slice(2))
    .then(start)
    .catch((error: Error) => {
      console.error(`check: ${error.message}`);
      process.exitCode = 2;
    });
}
