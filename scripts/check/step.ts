import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** One thing to check: a program of ours or of a package, run by this Node; exit code 0 means it holds. */
export interface Step {
  readonly name: string;
  /** Path of a script, or `package:program`. */
  readonly program: string;
  readonly args?: readonly string[];
  /** True when the step uses every core itself: it runs alone, after the others. */
  readonly alone?: boolean;
}

export interface StepResult {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  /** All it printed. */
  readonly output: string;
}

/** Runs a step to its end; never throws, a program that cannot start is a failed step. */
export async function runStep({ name, program, args = [] }: Step): Promise<StepResult> {
  const started = performance.now();
  const result = (passed: boolean, output: string): StepResult => {
    return { name, passed, seconds: (performance.now() - started) / 1000, output };
  };
  try {
    const { code, output } = await run([pathOf(program), ...args]);
    return result(code === 0, output);
  } catch (error) {
    return result(false, String(error));
  }
}

/** Runs all steps, `width` at a time, then those that want to be alone; calls `done` as each ends. */
export async function runSteps(
  steps: readonly Step[],
  width: number,
  done: (result: StepResult) => void,
): Promise<StepResult[]> {
  const results = new Map<Step, StepResult>();
  const work = async (queue: Step[]): Promise<void> => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      const result = await runStep(step);
      results.set(step, result);
      done(result);
    }
  };
  const together = steps.filter((step) => !step.alone);
  await Promise.all(Array.from({ length: width }, () => work(together)));
  await work(steps.filter((step) => step.alone));
  return steps.flatMap((step) => results.get(step) ?? []);
}

function run(args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (text: Buffer): void => {
      output += text.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output: stripVTControlCharacters(output) }));
  });
}

/** The script itself, or the file behind `package:program`. */
function pathOf(program: string): string {
  const [name = "", bin] = program.split(":");
  if (bin === undefined) return program;
  const manifest = join(process.cwd(), "node_modules", name, "package.json");
  const { bin: bins } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: string | Record<string, string> };
  return join(dirname(manifest), typeof bins === "string" ? bins : (bins[bin] ?? ""));
}
