import { canonicalProfile } from "../facts/canonical-profile";
import { anIngestBench, type IngestBench } from "../facts/ingest.builder";
import type { KpiInUse } from "../kpis/kpi-definition";
import { Decimal } from "../shared/decimal";
import type { Stream } from "../shared/stream";
import type { TestDatabase } from "./test-database";
import { inUse } from "./measured-figure.builder";
import {
  aRandomCall,
  aRandomForecast,
  aRandomHeadcount,
  aRandomVolume,
  aRandomWork,
  pick,
  type Random,
  type WorkforceGround,
} from "../measures/plain-workforce.builder";
import type { PlainWorkforce } from "../measures/plain-workforce.facts";

const QUARTER = 900_000;
const quarters = (from: string, count: number): number[] =>
  Array.from({ length: count }, (_, i) => Date.parse(`${from}:00Z`) + i * QUARTER);

/** Two clock changes, midnights and the end of a month, for two services in two zones. */
export const groundOf = (bench: IngestBench): WorkforceGround => ({
  services: [
    { code: "VOICE", zone: "Europe/Rome", channels: ["phone", "chat"] },
    { code: "DESK", zone: "America/New_York", channels: ["email"] },
  ],
  people: [...bench.people.keys()],
  instants: [
    ...quarters("2026-03-07T22:00", 48),
    ...quarters("2026-03-28T21:00", 64),
    ...quarters("2026-03-31T20:00", 24),
  ],
  days: ["2026-02-28", "2026-03-01", "2026-03-08", "2026-03-29", "2026-03-31", "2026-04-01", "2026-06-30"],
});

/** What a client has sent, each fact under its id. */
export type Sent = { [K in keyof PlainWorkforce]: Map<string, PlainWorkforce[K][number]> };

/** The stream of each kind of fact. */
export const STREAM_OF = {
  work: "work_time",
  forecasts: "forecast",
  volumes: "volume",
  calls: "contact",
  headcounts: "headcount",
} as const satisfies Record<keyof PlainWorkforce, Stream>;

/** A random fact of each kind. */
export const RANDOM = {
  work: aRandomWork,
  forecasts: aRandomForecast,
  volumes: aRandomVolume,
  calls: aRandomCall,
  headcounts: aRandomHeadcount,
} as const;

const at = (instant: number): string => new Date(instant).toISOString();
const hundredths = (value: number | null): string | null =>
  value === null ? null : new Decimal(value).div(100).toFixed();

const CELLS: { [K in keyof PlainWorkforce]: (one: PlainWorkforce[K][number]) => Record<string, unknown> } = {
  work: (one) => ({
    ...{ started_at: at(one.start), ended_at: at(one.end), scheduled_seconds: one.scheduled, paid_seconds: one.paid },
    ...{ logged_seconds: one.logged, available_seconds: one.available, handling_seconds: one.handling },
    ...{ contact_seconds: one.contacts, adherent_seconds: one.adherent, attended_seconds: one.attended },
    aux_states: one.aux && JSON.stringify(one.aux),
  }),
  forecasts: (one) => ({
    ...{
      interval_start: at(one.start),
      interval_end: at(one.end),
      publication: "p",
      published_at: at(one.publishedAt),
    },
    ...{ is_locked: one.isLocked, volume: hundredths(one.volume), required_staff: hundredths(one.required) },
  }),
  volumes: (one) => ({
    ...{ interval_start: at(one.start), interval_seconds: (one.end - one.start) / 1_000 },
    ...{ offered: one.offered, handled: one.handled, abandoned: one.abandoned },
  }),
  calls: (one) => ({
    ...{ outcome: one.isAnswered ? "answered" : "abandoned", offered_at: at(one.offeredAt), wait_seconds: 0 },
    ...(one.isAnswered ? { talk_seconds: one.talk, ended_at: at(one.offeredAt) } : {}),
  }),
  headcounts: (one) => ({
    ...{ day: one.day, population: one.population, group: one.group, headcount: hundredths(one.headcount) },
    ...{ required: hundredths(one.required), leavers: one.leavers, voluntary_leavers: one.voluntary },
    involuntary_leavers: one.involuntary,
  }),
};

const cell = (value: unknown): string => (value == null ? "" : `"${String(value).replaceAll('"', '""')}"`);

/** Rows of our own columns, and one that says whether the fact is gone. */
export function csvOf(stream: Stream, rows: readonly Record<string, unknown>[]): string {
  const columns = [
    "gone",
    ...Object.values(canonicalProfile(stream).fields).map((one) => (one as { column: string }).column),
  ];
  return [columns.join(","), ...rows.map((row) => columns.map((name) => cell(row[name])).join(",")), ""].join("\n");
}

/** A client whose profiles also take facts back; KPIs have their slots. */
export async function aWorkforceClient(database: TestDatabase, kpis: readonly KpiInUse[]): Promise<IngestBench> {
  const bench = await anIngestBench({ db: database.db, startsOn: "2020-01-01" });
  for (const stream of Object.values(STREAM_OF))
    await bench.saveProfile(
      `r-${stream.replace("_", "-")}`,
      { ...canonicalProfile(stream), skipWhen: [{ column: "gone", in: ["yes"] }] },
      stream as never,
    );
  await inUse(database, bench.clientId, kpis);
  return bench;
}

export interface Delivery {
  readonly database: TestDatabase;
  readonly bench: IngestBench;
  readonly random: Random;
  readonly sent: Sent;
}

/** A fact in our own columns. */
export const rowOf = <K extends keyof PlainWorkforce>(
  kind: K,
  fact: PlainWorkforce[K][number],
): Record<string, unknown> => ({
  ...{ external_id: fact.id, service: fact.service, channel: fact.channel, ...CELLS[kind](fact) },
});

/** New facts, changed and moved ones, and some that are taken back. */
export async function deliver<K extends keyof PlainWorkforce>(
  { database, bench, random, sent }: Delivery,
  kind: K,
): Promise<void> {
  const stream = STREAM_OF[kind];
  const ids = [...new Set(Array.from({ length: 30 }, () => `${kind}-${100 + Math.floor(random() * 90)}`))];
  const rows = ids.map((id) => {
    const facts = sent[kind] as Map<string, PlainWorkforce[K][number]>;
    if (random() < 0.15) {
      facts.delete(id);
      return { external_id: id, gone: "yes" };
    }
    const fact = RANDOM[kind](random, groundOf(bench), id) as PlainWorkforce[K][number];
    facts.set(id, fact);
    const person = kind === "work" ? pick(random, groundOf(bench).people) : null;
    return { ...rowOf(kind, fact), person };
  });
  const report = await bench.send(csvOf(stream, rows), { stream, profile: `r-${stream.replace("_", "-")}` });
  if (report.rows.rejected > 0) {
    const why = await database.adminRows("select field, value, code, reason from import_reject where import_id = $1", [
      report.importId,
    ]);
    throw new Error(JSON.stringify(why.slice(0, 3)));
  }
}
