import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isStillRunning, thisProcess, type RunningProcess } from "./running-process";

/** Held from the first touch of a data folder to the last; a holder that was killed is noticed and replaced. */
export interface FolderLock {
  release(): void;
}

/** Takes the lock, or says who holds it. */
export function lockFolder(folder: string): FolderLock | { readonly heldBy: number } {
  const file = join(folder, "regia.lock");
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(thisProcess()), { mode: 0o644 });
  try {
    for (;;) {
      if (tryLink(mine, file)) return { release: () => releaseIfMine(file) };
      const content = read(file);
      const holder = parse(content);
      if (holder && isStillRunning(holder)) return { heldBy: holder.pid };
      removeStale(file, content);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** A hard link appears at once and with its content, or not at all. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Two starters may find the same stale lock: what was moved away is looked at, and a fresh one is put back. */
function removeStale(file: string, stale: string | null): void {
  const moved = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, moved);
  } catch {
    return;
  }
  if (read(moved) !== stale) tryLink(moved, file);
  rmSync(moved, { force: true });
}

function releaseIfMine(file: string): void {
  if (parse(read(file))?.pid === process.pid) rmSync(file, { force: true });
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function parse(content: string | null): RunningProcess | null {
  try {
    return content === null ? null : (JSON.parse(content) as RunningProcess);
  } catch {
    return null;
  }
}
