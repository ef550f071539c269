import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { canReach, type Account } from "./embedded-postgres-account";

/** Where things go that cannot live beside the checkout: only we can write there, every account can pass through. */
export const sharedFolder = (): string =>
  process.getuid?.() === 0 ? "/var/lib/regia" : join(homedir(), ".cache", "regia");

/**
 * The folder that holds the data: the one asked for, or, where the account cannot reach that one (a checkout under
 * /root), a stand-in to which a symbolic link in the place asked for leads. Whoever removes the link starts anew.
 */
export function reachableFolder(asked: string, account: Account | null): string {
  const folder = resolve(asked);
  mkdirSync(dirname(folder), { recursive: true });
  const leads = existsSync(folder);
  if (!leads && account !== null && !canReach(account, dirname(folder))) makeStandIn(folder);
  else if (!leads) mkdirSync(folder, { mode: 0o755 });
  return realpathSync(folder);
}

function makeStandIn(folder: string): void {
  const standIn = join(sharedFolder(), `data-${randomBytes(4).toString("hex")}`);
  makeSharedFolder(standIn);
  writeFileSync(join(standIn, "made-for"), `${folder}\n`);
  rmSync(folder, { force: true });
  symlinkSync(standIn, folder);
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
