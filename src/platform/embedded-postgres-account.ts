import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { NoEmbeddedPostgres } from "./embedded-postgres.errors";

/** PostgreSQL refuses to run as root; root runs it under an unprivileged account that the system already has. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The account to switch to for a data folder, or null to stay who we are. */
export function accountFor(dataFolder: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = accountsOfThisSystem();
  const owner = existsSync(dataFolder) ? statSync(dataFolder).uid : 0;
  const chosen =
    accounts.find((one) => owner !== 0 && one.uid === owner) ??
    accounts.find((one) => one.name === "postgres") ??
    accounts.find((one) => one.name === "nobody") ??
    accounts.find((one) => one.uid > 0);
  if (!chosen) throw new NoEmbeddedPostgres("PostgreSQL refuses to run as root, and there is no other account");
  return chosen;
}

/** Whether the account can pass through a folder (or run a file) and everything above it. */
export function canReach(account: Account, path: string): boolean {
  let folder = existsSync(path) ? realpathSync(path) : dirname(path);
  for (;;) {
    if (existsSync(folder) && !mayPass(account, folder)) return false;
    if (dirname(folder) === folder) return true;
    folder = dirname(folder);
  }
}

function mayPass(account: Account, folder: string): boolean {
  const { mode, uid, gid } = statSync(folder);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & 0o1) === 0o1;
}

function accountsOfThisSystem(): Account[] {
  if (!existsSync("/etc/passwd")) return [];
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    return name && !name.startsWith("#") && uid && gid
      ? [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }]
      : [];
  });
}
