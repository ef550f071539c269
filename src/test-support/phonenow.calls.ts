import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

/** One call of the PhoneNow file, as text; empty where the file is. */
export interface Call {
  readonly id: string;
  readonly agent: string;
  readonly date: string;
  readonly time: string;
  readonly topic: string;
  readonly answered: string;
  readonly resolved: string;
  readonly waited: string;
  readonly talk: string;
  readonly rating: string;
}

const COLUMNS: Readonly<Record<keyof Call, string>> = {
  id: "Call Id",
  agent: "Agent",
  date: "Date",
  time: "Time",
  topic: "Topic",
  answered: "Answered (Y/N)",
  resolved: "Resolved",
  waited: "Speed of answer in seconds",
  talk: "AvgTalkDuration",
  rating: "Satisfaction rating",
};
const FIELDS = Object.keys(COLUMNS) as (keyof Call)[];

export const callsOf = (text: string): Call[] =>
  (parse(text, { columns: true }) as Record<string, string>[]).map(
    (row) => Object.fromEntries(FIELDS.map((field) => [field, row[COLUMNS[field]] ?? ""])) as unknown as Call,
  );

export const csvOf = (calls: readonly Call[]): string =>
  stringify([FIELDS.map((field) => COLUMNS[field]), ...calls.map((call) => FIELDS.map((field) => call[field]))]);

/** The same calls in another order; always the same other order. */
export function shuffled(calls: readonly Call[]): Call[] {
  const keyed = calls.map((call, i) => ({ call, key: (i * 7_919 + 104_729) % 4_999 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ call }) => call);
}

/** Every 97th call: some with another wait, some on another day, some never answered after all. */
export function correctedCopies(calls: readonly Call[], count: number): { before: Call; now: Call }[] {
  return Array.from({ length: count }, (_, i) => {
    const before = calls[i * 97] as Call;
    return { before, now: correct(before, i % 3) };
  });
}

function correct(call: Call, kind: number): Call {
  const moved = call.date.endsWith("-28") ? call.date.replace(/-28$/, "-03") : call.date.replace(/-\d\d$/, "-28");
  if (kind === 0) return { ...call, date: moved };
  if (kind === 1 && call.answered === "Y") return { ...call, waited: String(Number(call.waited) + 15), rating: "5" };
  return { ...call, answered: "N", resolved: "N", waited: "", talk: "", rating: "" };
}
