import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTypescript } from "../test-support/typescript-process";

jest.setTimeout(120_000);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "regia-cli-"));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function regia(line: string, environment: Record<string, string> = {}) {
  const started = startTypescript(join(process.cwd(), "src/main/cli.ts"), {
    arguments: line.split(" "),
    environment: { DATA_DIR: folder, ...environment },
  });
  const { code } = await started.ended;
  return { code, output: started.output() };
}

describe("regia", () => {
  it("starts a database of its own and brings its schema up to date, once", async () => {
    const first = await regia("migrate");
    const second = await regia("migrate --json");

    expect(first).toMatchObject({ code: 0, output: expect.stringContaining("applied ") as string });
    expect(second).toEqual({ code: 0, output: '{\n  "applied": []\n}' });
  });

  it("ends with 2 on wrong usage, and says where to look", async () => {
    expect(await regia("migrat")).toMatchObject({ code: 2, output: expect.stringContaining("--help") as string });
    expect(await regia("migrate --fast")).toMatchObject({ code: 2 });
    expect(await regia("--help")).toMatchObject({ code: 0, output: expect.stringContaining("migrate") as string });
  });

  it("ends with 2 on wrong configuration, and names every problem", async () => {
    const { code, output } = await regia("migrate", { PORT: "x", LOG_LEVEL: "y" });

    expect(code).toBe(2);
    expect(output).toMatch(/PORT is "x"[^]*LOG_LEVEL is "y"/);
  });

  it("ends with 1 when it refuses, as text or as JSON, without a stack", async () => {
    const unreachable = { DATABASE_URL: "postgres://regia:secret@127.0.0.1:1/regia" };

    const text = await regia("key list", unreachable);
    const json = await regia("key list --json", unreachable);

    expect(text.code).toBe(1);
    expect(text.output).toMatch(/^✗ The database at regia@127\.0\.0\.1:1\/regia cannot be used: .*ECONNREFUSED/);
    expect(text.output).not.toMatch(/secret|\n +at /);
    expect(JSON.parse(json.output)).toMatchObject({ errors: [{ code: "DATABASE_UNREACHABLE" }] });
  });

  it("registers a person whose tokens are then accepted, and refuses clients that are not there", async () => {
    const granted = await regia("grant ada --name Ada --right people:read --json");
    const nowhere = await regia("grant ada --name Ada --client nobody --json");
    const token = await regia("token ada");

    expect(JSON.parse(granted.output)).toMatchObject({ subject: "ada", kind: "internal", rights: ["people:read"] });
    expect(JSON.parse(nowhere.output)).toMatchObject({ errors: [{ code: "NOT_FOUND", path: ["clients"] }] });
    const query = join(folder, "who.graphql");
    writeFileSync(query, "{ viewer { name kind } }");
    const asked = await regia(`query ${query} --token ${token.output.trim()} --json`);
    expect(JSON.parse(asked.output)).toMatchObject({ data: { viewer: { name: "Ada", kind: "INTERNAL" } } });
  });
});
