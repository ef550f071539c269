import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { startOfDay, type Day } from "../../src/shared/day";
import { Chance } from "../demo/chance";

/**
 * The columns of the built-in profile `regia` (src/facts/canonical-profile.ts), so the file needs no profile of its own.
 *
 *  | column        | example              | empty when |
 *  | ---           | ---                  | --- |
 *  | external_id   | bench-000000001      |            |
 *  | service       | voice                |            |
 *  | channel       | voice                |            |
 *  | person        | agent-07             | abandoned  |
 *  | customer_ref  | customer-01234       |            |
 *  | reason        | invoice              |            |
 *  | outcome       | answered, abandoned  |            |
 *  | offered_at    | 2026-01-05T08:00:00Z |            |
 *  | answered_at   | 2026-01-05T08:00:12Z | abandoned  |
 *  | ended_at      | 2026-01-05T08:04:00Z |            |
 *  | wait_seconds  | 12                   |            |
 *  | talk_seconds  | 215                  | abandoned  |
 *  | hold_seconds  | 13                   | abandoned  |
 *  | wrap_seconds  | 40                   | abandoned  |
 *  | transferred   | false                | abandoned  |
 */
export const CONTACT_COLUMNS = [
  "external_id",
  "service",
  "channel",
  "person",
  "customer_ref",
  "reason",
  "outcome",
  "offered_at",
  "answered_at",
  "ended_at",
  "wait_seconds",
  "talk_seconds",
  "hold_seconds",
  "wrap_seconds",
  "transferred",
] as const;

export interface ContactFilePlan {
  /** How long the file becomes; the last row ends at or just past `bytes`. */
  readonly size: { readonly rows: number } | { readonly bytes: number };
  /** Codes of services and of people, dealt out at random. */
  readonly services: readonly string[];
  readonly people: readonly string[];
  /** The contacts lie evenly on the UTC days `[from, until)`, in order of time. */
  readonly from: Day;
  readonly until: Day;
  readonly channel?: string;
  readonly seed?: string;
}

export interface ContactFile {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
}

const CHUNK_BYTES = 64 * 1024;

/** Writes a CSV of contacts, the same for the same plan, in constant memory. */
export async function writeContactFile(path: string, plan: ContactFilePlan): Promise<ContactFile> {
  const written = { rows: 0, bytes: 0 };
  await pipeline(chunks(plan, written), createWriteStream(path, "latin1"));
  return { path, ...written };
}

function* chunks(plan: ContactFilePlan, written: { rows: number; bytes: number }): Generator<string> {
  const row = contactRows(plan);
  const progress = (pending: number): number =>
    "rows" in plan.size ? written.rows / plan.size.rows : (written.bytes + pending) / plan.size.bytes;
  let chunk = `${CONTACT_COLUMNS.join(",")}\n`;
  for (; progress(chunk.length) < 1; written.rows++) {
    chunk += row(written.rows + 1, progress(chunk.length));
    if (chunk.length < CHUNK_BYTES) continue;
    written.bytes += chunk.length;
    yield chunk;
    chunk = "";
  }
  written.bytes += chunk.length;
  yield chunk;
}

/** Rows of a plan by number and by how far along the days they lie, 0 to 1. */
function contactRows(plan: ContactFilePlan): (number: number, progress: number) => string {
  const chance = new Chance(plan.seed ?? "bench");
  const start = startOfDay(plan.from, "utc").getTime();
  const span = startOfDay(plan.until, "utc").getTime() - start;
  return (number, progress) => {
    const offered = start + Math.floor((span * progress) / 1000) * 1000;
    const wait = Math.floor(chance.exponential(25));
    const identity = `bench-${pad(number, 9)},${chance.oneOf(plan.services)},${plan.channel ?? "voice"}`;
    const customer = `customer-${pad(Math.floor(chance.unit() * 100_000), 5)},${chance.oneOf(REASONS)}`;
    if (chance.happens(0.06)) {
      return `${identity},,${customer},abandoned,${iso(offered)},,${iso(offered + wait * 1000)},${wait},,,,\n`;
    }
    const answer = answered({ offered, wait, chance });
    return `${identity},${chance.oneOf(plan.people)},${customer},answered,${iso(offered)},${answer}\n`;
  };
}

/** The columns from `answered_at` on. */
function answered({ offered, wait, chance }: { offered: number; wait: number; chance: Chance }): string {
  const talk = 1 + Math.floor(chance.logNormal(240, 0.6));
  const hold = chance.happens(0.2) ? Math.floor(chance.exponential(30)) : 0;
  const wrap = Math.floor(chance.exponential(45));
  const [from, until] = [offered + wait * 1000, offered + (wait + talk + hold) * 1000];
  return `${iso(from)},${iso(until)},${wait},${talk},${hold},${wrap},${chance.happens(0.05)}`;
}

const REASONS = ["invoice", "delivery", "contract", "technical", "other"];

const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
const pad = (number: number, digits: number): string => String(number).padStart(digits, "0");
