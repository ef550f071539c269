import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { canReach, type Account } from "./embedded-postgres-account";
import { makeReadable, makeSharedFolder, sharedFolder } from "./embedded-postgres-folders";
import { NoEmbeddedPostgres } from "./embedded-postgres.errors";

/** The folder with `bin`, `lib` and `share` of a PostgreSQL that the account can run. */
export function postgresBinaries(account: Account | null): string {
  const installed = installedBinaries();
  const reachable = account === null || canReach(account, join(installed.native, "bin", program("postgres")));
  if (reachable && linksAreMade(installed.native)) return installed.native;
  return copyOf(installed, sharedFolder());
}

export const program = (name: "initdb" | "postgres"): string => (process.platform === "win32" ? `${name}.exe` : name);

interface Installed {
  readonly native: string;
  readonly label: string;
}

function installedBinaries(): Installed {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const root = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { native: join(root, "native"), label: `postgresql-${version}-${system}-${process.arch}` };
  } catch (cause) {
    throw new NoEmbeddedPostgres(`the package ${name} is not installed`, cause);
  }
}

/**
 * npm packages cannot hold symbolic links, so a postinstall script makes them; npm 11 does not run it. True when they
 * are there in the end; false when the folder cannot be written.
 */
function linksAreMade(native: string): boolean {
  try {
    makeLinks(native);
    return true;
  } catch (error) {
    if (["EACCES", "EPERM", "EROFS"].includes((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  }
}

function makeLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const from = join(dirname(native), target);
    if (!existsSync(from)) makeLink(relative(dirname(from), join(dirname(native), source)), from);
  }
}

function makeLink(to: string, from: string): void {
  try {
    symlinkSync(to, from);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/** A copy that every account can run, shared by all checkouts with the same version. */
function copyOf(installed: Installed, copiesFolder: string): string {
  const native = join(copiesFolder, installed.label, "native");
  if (existsSync(native)) return native;
  const unfinished = join(copiesFolder, `${installed.label}.${process.pid}`);
  makeSharedFolder(unfinished);
  cpSync(installed.native, join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
  makeLinks(join(unfinished, "native"));
  makeReadable(join(unfinished, "native"));
  try {
    renameSync(unfinished, dirname(native));
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(native)) throw error;
  }
  return native;
}
