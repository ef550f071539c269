import {
  chmodSync,
  existsSync,
  mkdtempSync,
  realpathSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { startTypescript, type TypescriptProcess } from "../test-support/typescript-process";
import { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from "./embedded-postgres";
import { DataFolderInUse } from "./embedded-postgres.errors";
import { plainLog } from "./log";

describe("the embedded PostgreSQL", () => {
  let folder: string;
  let events: string[];
  const open: EmbeddedPostgres[] = [];
  jest.setTimeout(120_000);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "regia-embedded-"));
    chmodSync(folder, 0o755);
    events = [];
  });
  afterEach(async () => {
    for (const one of open.splice(0)) await one.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (more: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> => {
    const log = plainLog("debug", (line) => events.push(line.trim().split("  ")[0] ?? ""));
    const server = await startEmbeddedPostgres({ folder: join(folder, "pg"), keeping: "disposable", log, ...more });
    open.push(server);
    return server;
  };

  it("keeps its data, its port and its passwords from one start to the next", async () => {
    const first = await start();
    await ask(first.adminUrl(), "create table kept (n int)");
    await ask(first.adminUrl(), "insert into kept values (42)");
    await first.stop();

    const second = await start();

    expect(second.adminUrl()).toBe(first.adminUrl());
    expect(await ask(second.adminUrl(), "select n from kept")).toEqual([{ n: 42 }]);
    expect(await ask(second.appUrl(), "select current_user as who")).toEqual([{ who: "regia" }]);
  });

  it("keeps passwords from other accounts, and writes durably", async () => {
    const server = await start({ keeping: "durable" });

    const settings = await ask(
      server.adminUrl(),
      "select current_setting('fsync') as fsync, current_setting('data_checksums') as sums",
    );

    expect(statSync(join(server.folder, "access.json")).mode & 0o777).toBe(0o600);
    expect(statSync(join(server.folder, "data")).mode & 0o077).toBe(0);
    expect(settings).toEqual([{ fsync: "on", sums: "on" }]);
    await expect(ask(server.appUrl().replace(/:[0-9a-f]{48}@/, ":guess@"), "select 1")).rejects.toThrow("password");
  });

  it("recovers by itself after its process was killed", async () => {
    const victim = startVictim(join(folder, "pg"));
    const url = (await victim.line("ready ")).slice(6);
    await ask(url, "create table kept as select 42 as n");
    victim.child.kill("SIGKILL");
    await victim.ended;

    const server = await start();

    expect(events).toContain("! embedded-postgres.recovered");
    expect(await ask(server.adminUrl(), "select n from kept")).toEqual([{ n: 42 }]);
  });

  it("recovers after the server itself was killed with its process", async () => {
    const victim = startVictim(join(folder, "pg"));
    const url = (await victim.line("ready ")).slice(6);
    await ask(url, "create table kept as select 42 as n");
    victim.child.kill("SIGKILL");
    process.kill(serverPid(join(folder, "pg")), "SIGKILL");
    await victim.ended;

    const server = await start();

    expect(await ask(server.adminUrl(), "select n from kept")).toEqual([{ n: 42 }]);
  });

  it("is not deceived by another process that has the number of a former one", async () => {
    const first = await start();
    await first.stop();
    writeFileSync(join(first.folder, "data", "postmaster.pid"), `${process.pid}\n`);
    writeFileSync(join(first.folder, "regia.lock"), JSON.stringify({ pid: process.pid, startedAt: "1" }));

    const second = await start();

    expect(await ask(second.adminUrl(), "select 1 as n")).toEqual([{ n: 1 }]);
  });

  it("begins anew when making the data folder was interrupted", async () => {
    const first = await start();
    await first.stop();
    rmSync(join(first.folder, "data"), { recursive: true });
    const unfinished = join(first.folder, "data.new");
    writeFileSync(unfinished, "half");

    await start();

    expect(existsSync(unfinished)).toBe(false);
  });

  it("names the process that uses the folder already", async () => {
    const victim = startVictim(join(folder, "pg"));
    await victim.line("ready ");

    await expect(start()).rejects.toThrow(DataFolderInUse);
    await expect(start()).rejects.toThrow(`(pid ${victim.child.pid})`);

    victim.child.kill("SIGTERM");
    expect(await victim.ended).toEqual({ code: 0, signal: null });
    expect(existsSync(join(folder, "pg", "regia.lock"))).toBe(false);
  });

  it("lets a short command join a running server, and leaves it running", async () => {
    const host = await start();

    const guest = await start({ whenInUse: "join" });
    await guest.stop();

    expect(guest.appUrl()).toBe(host.appUrl());
    expect(await ask(host.adminUrl(), "select 1 as n")).toEqual([{ n: 1 }]);
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;
  asRoot("puts the data elsewhere when the account that root switches to cannot reach the folder", async () => {
    chmodSync(folder, 0o700);

    const first = await start();
    await ask(first.adminUrl(), "create table kept as select 42 as n");
    await first.stop();
    const second = await start();

    expect(events.filter((one) => one === "! embedded-postgres.elsewhere")).toHaveLength(1);
    expect(second.folder).toBe(realpathSync(join(folder, "pg")));
    expect(second.folder).not.toContain(folder);
    expect(await ask(second.adminUrl(), "select n from kept")).toEqual([{ n: 42 }]);
    await second.stop();
    rmSync(second.folder, { recursive: true });
  });

  it("takes another port when its own is taken", async () => {
    const first = await start();
    await first.stop();
    const port = new URL(first.adminUrl()).port;
    const squatter = createServer().listen(Number(port), "127.0.0.1");

    const second = await start();

    expect(new URL(second.adminUrl()).port).not.toBe(port);
    expect(await ask(second.adminUrl(), "select 1 as n")).toEqual([{ n: 1 }]);
    squatter.close();
  });
});

async function ask(url: string, sql: string): Promise<object[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}

const startVictim = (folder: string): TypescriptProcess =>
  startTypescript(join(process.cwd(), "src/test-support/embedded-postgres-process.ts"), { arguments: [folder] });

const serverPid = (folder: string): number =>
  Number(readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n")[0]);
