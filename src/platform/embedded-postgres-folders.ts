import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { canReach, type Account } from "./embedded-postgres-account";

/** Where things go that cannot live beside the checkout: only we can write there, every account can pass through. */
export const sharedFolder = (): string =>
  process.getuid?.() === 0 ? "/var/lib/regia" : join(homedir(), ".cache", "regia");

/**
 * The folder that holds the data: the one asked for, or, where the account cannot reach that one (a checkout under
 * /root), a stand-in that is the same on every start. A symbolic link in the place asked for leads to it.
 */
export function reachableFolder(asked: string, account: Account | null): string {
  const folder = resolve(asked);
  mkdirSync(dirname(folder), { recursive: true });
  if (account === null || (!isLink(folder) && canReach(account, dirname(folder)))) return makeFolder(folder);
  const standIn = join(sharedFolder(), createHash("sha256").update(folder).digest("hex").slice(0, 12));
  makeSharedFolder(standIn);
  if (isLink(folder) && readlinkSync(folder) !== standIn) unlinkSync(folder);
  if (!isLink(folder)) symlinkSync(standIn, folder);
  return standIn;
}

/** Makes a folder, and those above it as far as they are ours, so that every account can pass through. */
export function makeSharedFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (let made = folder; made.startsWith(sharedFolder()); made = dirname(made)) chmodSync(made, 0o755);
}

/** Lets every account read a tree, and run what its owner can run. */
export function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(path);
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

function makeFolder(folder: string): string {
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o755 });
  return folder;
}

const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
