import { spawn } from "node:child_process";
import { join } from "node:path";

export interface ChildRun {
  /** Most memory the process held at any moment, as the system counts it. */
  readonly peakBytes: number;
  readonly seconds: number;
  readonly stdout: string;
}

/**
 * Runs a compiled script in a Node of its own and tells its peak memory; refuses when it fails. `settings` are added
 * to the environment it gets.
 */
export function peakMemoryOf(args: readonly string[], settings: Record<string, string> = {}): Promise<ChildRun> {
  const started = performance.now();
  const child = spawn(process.execPath, ["--require", join(__dirname, "report-peak.js"), ...args], {
    stdio: ["ignore", "pipe", "inherit", "pipe"],
    env: { ...process.env, ...settings },
  });
  const texts = [child.stdio[1], child.stdio[3]].map(textOf);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const [stdout, peak] = texts.map((text) => text());
      if (code !== 0) return reject(new Error(`${args.join(" ")} ended with ${code}:\n${stdout}`));
      resolve({ peakBytes: Number(peak), seconds: (performance.now() - started) / 1000, stdout: stdout ?? "" });
    });
  });
}

/** Collects a stream; the function it returns gives what has come so far. */
function textOf(stream: unknown): () => string {
  let text = "";
  (stream as NodeJS.ReadableStream).on("data", (part: Buffer) => (text += part.toString()));
  return () => text;
}
