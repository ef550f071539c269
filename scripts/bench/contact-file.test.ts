import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { canonicalProfile } from "../../src/facts/canonical-profile";
import { day } from "../../src/shared/day";
import { CONTACT_COLUMNS, writeContactFile, type ContactFilePlan } from "./contact-file";

const PLAN: ContactFilePlan = {
  size: { rows: 5000 },
  services: ["voice", "chat"],
  people: ["ann", "ben"],
  from: day("2026-01-05"),
  until: day("2026-01-08"),
};

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "regia-contacts-"))));
afterAll(() => rmSync(folder, { recursive: true }));

/** The rows of the file of a plan. */
async function written(name: string, plan: ContactFilePlan): Promise<Record<string, string>[]> {
  const { path } = await writeContactFile(join(folder, name), plan);
  return parse<Record<string, string>>(readFileSync(path), { columns: true });
}

test("the columns are those of the built-in profile, in its order, but for what few systems tell", () => {
  const { fields } = canonicalProfile("contact");

  const columns = Object.values(fields).map((field) => (field as { column: string }).column);
  const seldom = ["ring_seconds", "whisper_seconds"];
  expect(CONTACT_COLUMNS).toEqual(columns.filter((name) => !seldom.includes(name)));
});

test("a file of a number of rows has that many, with unique ids, in order of time, on the days of the plan", async () => {
  const contacts = await written("rows.csv", PLAN);

  expect(contacts).toHaveLength(5000);
  expect(Object.keys(contacts[0] ?? {})).toEqual([...CONTACT_COLUMNS]);
  expect(new Set(contacts.map((one) => one.external_id)).size).toBe(5000);
  const days = contacts.map((one) => one.offered_at?.slice(0, 10));
  expect([...days].sort()).toEqual(days);
  expect([...new Set(days)]).toEqual(["2026-01-05", "2026-01-06", "2026-01-07"]);
});

test("answers come after the wait, ends after the talk, and the abandoned have neither agent nor answer", async () => {
  const contacts = await written("sound.csv", PLAN);
  const seconds = (from: string | undefined, until: string | undefined): number =>
    (Date.parse(until ?? "") - Date.parse(from ?? "")) / 1000;

  const answered = contacts.filter((one) => one.outcome === "answered");
  const abandoned = contacts.filter((one) => one.outcome === "abandoned");

  expect(answered.length + abandoned.length).toBe(5000);
  expect(abandoned.length / 5000).toBeCloseTo(0.06, 1);
  for (const one of answered) {
    expect(seconds(one.offered_at, one.answered_at)).toBe(Number(one.wait_seconds));
    expect(seconds(one.answered_at, one.ended_at)).toBe(Number(one.talk_seconds) + Number(one.hold_seconds));
  }
  for (const one of abandoned) {
    expect([one.person, one.answered_at, one.talk_seconds, one.transferred]).toEqual(["", "", "", ""]);
    expect(seconds(one.offered_at, one.ended_at)).toBe(Number(one.wait_seconds));
  }
});

test("a file of a size has that size, within one row", async () => {
  const file = await writeContactFile(join(folder, "bytes.csv"), { ...PLAN, size: { bytes: 300_000 } });

  expect(file.bytes).toBe(readFileSync(file.path).length);
  expect(file.bytes).toBeGreaterThanOrEqual(300_000);
  expect(file.bytes).toBeLessThan(300_300);
  expect(readFileSync(file.path, "utf8").split("\n")).toHaveLength(file.rows + 2);
});

test("the same plan gives the same file, another seed another", async () => {
  const files = ["a.csv", "b.csv"].map((name) => written(name, PLAN));

  const [a, b] = await Promise.all(files);

  expect(a).toEqual(b);
  expect(await written("c.csv", { ...PLAN, seed: "other" })).not.toEqual(a);
});
