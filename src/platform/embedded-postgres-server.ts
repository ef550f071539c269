import { execFile, spawn, type ChildProcess } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import type { Account } from "./embedded-postgres-account";
import { program } from "./embedded-postgres-binaries";
import { EmbeddedPostgresFailed } from "./embedded-postgres.errors";
import { commandLineOf, isAlive } from "./running-process";

/** Where one server lives and what it runs with. */
export interface ServerPlace {
  readonly binaries: string;
  readonly folder: string;
  readonly account: Account | null;
}

export const dataFolderOf = (folder: string): string => join(folder, "data");
const pidFileOf = (folder: string): string => join(dataFolderOf(folder), "postmaster.pid");
const logFileOf = (folder: string): string => join(folder, "postgres.log");

const STOP_SECONDS = 120;
const START_SECONDS = 60;
const run = promisify(execFile);

/** Makes the data folder, unless it is there. An interrupted attempt leaves nothing that a later one would take. */
export async function createCluster(place: ServerPlace, superuserPassword: string, sync: boolean): Promise<void> {
  const unfinished = join(place.folder, "data.new");
  rmSync(unfinished, { recursive: true, force: true });
  if (existsSync(dataFolderOf(place.folder))) return;
  const passwordFile = join(place.folder, "initial-password");
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  if (place.account)
    for (const path of [unfinished, passwordFile]) chownSync(path, place.account.uid, place.account.gid);
  try {
    await run(
      join(place.binaries, "bin", program("initdb")),
      initdbArguments(unfinished, passwordFile, sync),
      asAccount(place),
    );
  } catch (error) {
    throw new EmbeddedPostgresFailed(
      "create its data folder",
      String((error as { stderr?: string }).stderr ?? error),
      place.folder,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, dataFolderOf(place.folder));
}

/** The built-in C.UTF-8 locale sorts alike on every system. */
const initdbArguments = (folder: string, passwordFile: string, sync: boolean): string[] => [
  ...["-D", folder, "--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
  ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
  ...(sync ? [] : ["--no-sync"]),
];

/** Starts the server, on the wanted port where it is free, and waits until it takes connections. */
export async function startServer(
  place: ServerPlace,
  wantedPort: number,
  settings: readonly string[],
): Promise<{ process: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(wantedPort);
    try {
      return { process: await startOnce(place, port, settings), port };
    } catch (error) {
      if (attempt === START_ATTEMPTS || !PASSING.test((error as Error).message)) throw error;
      await sleep(500);
      await stopOrphan(place);
    }
  }
}

/** Somebody took the port a moment ago; or a killed server, or its last children, are still about to end. */
const PASSING = /Address already in use|shared memory block|lock file .* already exists/i;
const START_ATTEMPTS = 12;

async function startOnce(place: ServerPlace, port: number, settings: readonly string[]): Promise<ChildProcess> {
  const log = openSync(logFileOf(place.folder), "w", 0o600);
  const options = ["-D", dataFolderOf(place.folder), "-p", String(port), ...settings.flatMap((one) => ["-c", one])];
  const server = spawn(join(place.binaries, "bin", program("postgres")), options, {
    ...asAccount(place),
    // Its own process group: Ctrl-C reaches us alone, and we stop it in order.
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const failure = new Promise<never>((_, reject) => server.once("error", reject));
  await Promise.race([untilReady(server, place.folder), failure]);
  server.unref();
  return server;
}

async function untilReady(server: ChildProcess, folder: string): Promise<void> {
  for (const deadline = Date.now() + START_SECONDS * 1000; Date.now() < deadline; await sleep(15)) {
    if (server.exitCode !== null || server.signalCode !== null) break;
    const { pid, status } = readPidFile(folder) ?? {};
    if (pid === server.pid && status === "ready") return;
  }
  server.kill("SIGQUIT");
  throw failed("start", folder);
}

/**
 * Stops a server that outlived the process that started it (`kill -9`), and forgets the trace of one that did not.
 * A process that merely has the same number is left alone.
 */
export async function stopOrphan(place: ServerPlace): Promise<"none" | "stopped"> {
  const left = readPidFile(place.folder);
  if (!left) return "none";
  const command = isAlive(left.pid) ? commandLineOf(left.pid) : "";
  const ours = command.includes(dataFolderOf(place.folder));
  if (ours) await stopServer(place);
  // The server would take a dead process that nobody reaped, or any other with the number, for one that holds the folder.
  if (command || !isAlive(left.pid)) rmSync(pidFileOf(place.folder), { force: true });
  return ours ? "stopped" : "none";
}

/** A fast shutdown: transactions in hand are rolled back, connections ended, everything written. */
export async function stopServer(place: ServerPlace): Promise<void> {
  const { pid } = readPidFile(place.folder) ?? {};
  if (!pid || !signal(pid, "SIGINT")) return;
  for (const deadline = Date.now() + STOP_SECONDS * 1000; isAlive(pid); await sleep(20)) {
    if (Date.now() > deadline) throw failed("stop", place.folder);
  }
}

/** False when there is no such process any more. */
function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}

/** The wanted port where it is free, otherwise any free one. */
async function freePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer().once("error", () => resolve(null));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const { port: found } = probe.address() as { port: number };
      probe.close(() => resolve(found));
    });
  });
}

/** Line 1 is the pid, line 8 says `ready` once connections are taken. */
function readPidFile(folder: string): { pid: number; status: string } | null {
  try {
    const lines = readFileSync(pidFileOf(folder), "utf8").split("\n");
    return { pid: Number(lines[0]), status: lines[7]?.trim() ?? "" };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function failed(step: string, folder: string): EmbeddedPostgresFailed {
  const log = existsSync(logFileOf(folder)) ? readFileSync(logFileOf(folder), "utf8") : "";
  return new EmbeddedPostgresFailed(step, log.trimEnd().split("\n").slice(-8).join("\n"), logFileOf(folder));
}

/** Its own current directory, because the account may not be able to enter ours. */
function asAccount(place: ServerPlace): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  const who = place.account ? { uid: place.account.uid, gid: place.account.gid } : {};
  return { cwd: place.folder, env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" }, ...who };
}
