import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ReviewedHouse } from "../../reviews/reviewed-house.builder";
import { NOW } from "../../scorecards/settled-house.builder";
import { sha256 } from "../../shared/canonical-hash";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { wireServices } from "../services";
import { writePackages, type PackagesOrder, type WrittenPackage } from "./package.command";

let database: TestDatabase;
let folder: string;
let house: ReviewedHouse;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "regia-packages-"));
});
beforeEach(async () => {
  house = await ReviewedHouse.open(database.asInternal);
  await house.at.oneMorning();
  await house.at.settle();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

const write = (parts: Partial<PackagesOrder> = {}): Promise<WrittenPackage[]> => {
  const order = { forum: house.forum.code, folder, recompile: false, now: NOW, compiledBy: "test" };
  return writePackages(wireServices(), database.db, { ...order, ...parts });
};

describe("regia package", () => {
  it("compiles the latest whole period and writes files that have the stored hashes", async () => {
    const [written, ...none] = await write();

    expect(none).toEqual([]);
    expect(written).toMatchObject({ forum: house.forum.code, period: "2026-06", version: 1, isNew: true });
    expect(sha256(readFileSync(written!.html))).toBe(written?.htmlHash);
    expect(sha256(readFileSync(written!.json))).toBe(written?.contentHash);
    expect(written?.html).toBe(join(folder, written!.client, `${house.forum.code}-2026-06.html`));
  });

  it("fetches what was compiled before, and makes another version only when told to", async () => {
    const [first] = await write();
    const [again] = await write();
    const [recompiled] = await write({ recompile: true });

    expect(again).toEqual({ ...first, isNew: false });
    expect(recompiled).toMatchObject({ version: 2, isNew: true, contentHash: first?.contentHash });
    expect((await house.versions()).map(({ isIntact }) => isIntact)).toEqual([true, true]);
  });

  it("serves every forum when none is named", async () => {
    const other = await ReviewedHouse.open(database.asInternal);

    const codes = (await write({ forum: null })).map(({ forum }) => forum);

    expect(codes).toEqual(expect.arrayContaining([house.forum.code, other.forum.code]));
  });

  it("refuses a forum that is not there, and writes nothing", async () => {
    const nowhere = join(folder, "nowhere");

    await expect(write({ forum: "nobody", folder: nowhere })).rejects.toMatchObject({ code: "NOTHING_TO_REVIEW" });
    expect(existsSync(nowhere)).toBe(false);
  });
});
