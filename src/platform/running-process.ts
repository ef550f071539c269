import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process named so that another one with the same number, started later, is not mistaken for it. */
export interface RunningProcess {
  readonly pid: number;
  /** When it started, as the system writes it; null where the system does not tell. */
  readonly startedAt: string | null;
}

export const thisProcess = (): RunningProcess => ({ pid: process.pid, startedAt: startOf(process.pid) });

export function isStillRunning(known: RunningProcess): boolean {
  if (!isAlive(known.pid)) return false;
  return known.startedAt === null || startOf(known.pid) === known.startedAt;
}

/** False also for a process that ended and that nobody has reaped yet. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return statOf(pid)?.state !== "Z";
}

/** The command line of a process, or an empty text when it cannot be read. */
export function commandLineOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return ps(pid, "args=");
  } catch {
    return "";
  }
}

function startOf(pid: number): string | null {
  if (process.platform === "linux") return statOf(pid)?.start ?? null;
  try {
    return process.platform === "win32" ? null : ps(pid, "lstart=");
  } catch {
    return null;
  }
}

const ps = (pid: number, what: string): string =>
  execFileSync("ps", ["-o", what, "-p", String(pid)], { encoding: "utf8" }).trim();

/** State and start time from `/proc/<pid>/stat`; the second field, the name, may itself contain spaces. */
function statOf(pid: number): { state: string | undefined; start: string | undefined } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0], start: fields[19] };
  } catch {
    return null;
  }
}
