/**
 * Runs a program of this checkout, and first does what it needs: installs packages when there are none or the lock file
 * changed, builds when a source changed. Uses nothing but Node and npm.
 *
 *   node scripts/run.mjs dist/scripts/check.js --no-tests
 *   node scripts/run.mjs build
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SOURCES = ["migrations", "scripts", "src"];
const STAMP = ".made-from";

function main([target, ...args]) {
  refuseOldNode();
  process.chdir(ROOT);
  ensurePackages();
  if (target === "build" || target.startsWith("dist/")) ensureBuild();
  if (target !== "build") start(target, args);
}

/** `>=20.19 <21 || >=22.13` of package.json: before that, CommonJS cannot load ES modules. */
function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major > 22) return;
  fail(`Node ${process.versions.node} is too old: use 20.19 or newer, 22.13 or newer, or 24.`);
}

function ensurePackages() {
  const lock = hashOf(readFileSync("package-lock.json"));
  const stamp = join("node_modules", STAMP);
  if (read(stamp) === lock) return;
  if (!installedSinceLock()) install();
  writeFileSync(stamp, lock);
}

/** Whether somebody ran `npm ci` or `npm install` after the lock file's last change. */
function installedSinceLock() {
  const installed = join("node_modules", ".package-lock.json");
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync("package-lock.json").mtimeMs;
}

function install() {
  say("Installing packages (npm ci)…");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  // npm's own words go to stderr, so that the program's output stays alone on stdout.
  const { status } = spawnSync(npm, args, { stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (status !== 0) fail("npm ci failed; its words are above.");
}

/** Into a folder beside `dist`, which then takes its place: a build that fails leaves the last good one. */
function ensureBuild() {
  const state = stateOfSources();
  if (read(join("dist", STAMP)) === state) return;
  say("Building…");
  const [made, old] = ["made", "old"].map((what) => join("node_modules", `.regia-${what}-${process.pid}`));
  const options = ["--out-dir", made, "--config-file", ".swcrc", "--quiet", "--ignore", "**/*.test.ts,**/*.mjs"];
  const { status } = spawnSync(
    process.execPath,
    [join("node_modules", "@swc", "cli", "bin", "swc.js"), ...SOURCES, ...options],
    {
      stdio: ["ignore", 2, 2],
    },
  );
  if (status !== 0) {
    rmSync(made, { recursive: true, force: true });
    fail("The build failed; the compiler's words are above.");
  }
  writeFileSync(join(made, STAMP), state);
  if (existsSync("dist")) renameSync("dist", old);
  renameSync(made, "dist");
  rmSync(old, { recursive: true, force: true });
}

/** Changes whenever a source is edited, added or removed. */
function stateOfSources() {
  const files = SOURCES.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  const lines = [".swcrc", ...files].map((file) => `${file} ${statSync(file).size} ${statSync(file).mtimeMs}`);
  return hashOf(lines.join("\n"));
}

/** Ctrl-C reaches the program by itself; SIGTERM is passed on. Either way it ends in order, and we end after it. */
function start(target, args) {
  const program = spawn(process.execPath, [target, ...args], { stdio: "inherit" });
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => program.kill("SIGTERM"));
  program.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 143);
  });
}

const hashOf = (content) => createHash("sha256").update(content).digest("hex");
const read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : null);
const say = (line) => process.stderr.write(`${line}\n`);

function fail(line) {
  say(line);
  process.exit(1);
}

main(process.argv.slice(2));
