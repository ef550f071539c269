/**
 * Ratios that tell how near we are to the least work there could be, each from paired runs taken in one go.
 *
 *   npm run bench -- [--only NAME,NAME] [--quick] [--list]
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../../src/platform/config";
import { startBenchServer, type BenchServer } from "./bench-database";
import { asJson, table, type Outcome } from "./bench-report";
import type { BenchContext, Measurement } from "./measurement";

const OPTIONS = { only: { type: "string" }, quick: { type: "boolean" }, list: { type: "boolean" } } as const;

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const measurements = chosen(allMeasurements(), values.only?.split(","));
  if (values.list) return measurements.forEach(({ name, says }) => console.log(`${name.padEnd(24)}${says}`));
  const { dataFolder } = readConfig();
  const outcomes = await runAll(measurements, join(dataFolder, "bench"), values.quick ?? false);
  const report = join(dataFolder, "bench.json");
  writeFileSync(report, asJson(outcomes, machine(values.quick ?? false)));
  console.log(`\n${table(outcomes)}\n\nWritten to ${report}.`);
  if (outcomes.some(({ error }) => error !== null)) process.exitCode = 1;
}

/** The measurements of every `*.bench` file in this folder, in order of file name. */
function allMeasurements(): Measurement[] {
  const files = readdirSync(__dirname).filter((name) => name.endsWith(".bench.js"));
  return files.sort().flatMap((name) => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the files are found at run time
    const { measurements } = require(join(__dirname, name)) as { measurements: readonly Measurement[] };
    return measurements;
  });
}

function chosen(all: readonly Measurement[], only: readonly string[] | undefined): readonly Measurement[] {
  const names = all.map(({ name }) => name);
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(`--only ${unknown}: there is no such measurement; there are ${names.join(", ")}`);
  return all.filter(({ name }) => only?.includes(name) ?? true);
}

async function runAll(measurements: readonly Measurement[], folder: string, quick: boolean): Promise<Outcome[]> {
  const scratch = join(folder, `files-${process.pid}`);
  mkdirSync(scratch, { recursive: true });
  process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));
  process.once("SIGINT", () => process.exit(130)).once("SIGTERM", () => process.exit(143));
  let server: Promise<BenchServer> | undefined;
  const context = contextOf({ quick, folder: scratch, server: () => (server ??= startBenchServer(folder)) });
  const outcomes: Outcome[] = [];
  try {
    for (const measurement of measurements) outcomes.push(await runOne(measurement, context));
  } finally {
    await (await server?.catch(() => undefined))?.stop();
  }
  return outcomes;
}

interface Place {
  readonly quick: boolean;
  readonly folder: string;
  readonly server: () => Promise<BenchServer>;
}

function contextOf({ quick, folder, server }: Place): BenchContext {
  const made = new Map<string, Promise<unknown>>();
  return {
    quick,
    folder,
    say: (text) => console.log(`  ${text}`),
    newDatabase: async (name) => (await server()).newDatabase(name),
    once: <T>(key: string, make: () => Promise<T>) => {
      if (!made.has(key)) made.set(key, make());
      return made.get(key) as Promise<T>;
    },
  };
}

/** One that fails does not keep the others from running. */
async function runOne(measurement: Measurement, context: BenchContext): Promise<Outcome> {
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  console.log(`${measurement.name}: ${measurement.says}`);
  try {
    const ratio = await measurement.run(context);
    return { measurement, ratio, error: null, seconds: seconds() };
  } catch (error) {
    console.error(error);
    return { measurement, ratio: null, error: (error as Error).message, seconds: seconds() };
  }
}

const machine = (quick: boolean): object => ({
  at: new Date().toISOString(),
  quick,
  node: process.version,
  cpu: cpus()[0]?.model,
  cores: availableParallelism(),
});

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: Error) => {
    console.error(`bench: ${error.message}`);
    process.exitCode = 2;
  });
}
