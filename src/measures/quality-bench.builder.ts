import type { DataSource } from "typeorm";
import { Readable } from "node:stream";
import { BatchIngestService, type IngestedRows } from "../facts/batch-ingest.service";
import { canonicalProfile } from "../facts/canonical-profile";
import { decideEvaluation } from "../facts/evaluation-decision.queries";
import { saveImportProfile } from "../facts/import-profile.builder";
import type { ImportReport } from "../facts/import-report";
import { viewerOf } from "../facts/ingest.builder";
import { IngestService } from "../facts/ingest.service";
import { valueOf } from "../kpis/formula-value.rules";
import type { KpiInUse } from "../kpis/kpi-definition";
import { formulaOf } from "../kpis/kpi-formula.rules";
import { quietLog } from "../platform/log";
import type { Stream } from "../shared/stream";
import type { Tx } from "../platform/database";
import { newId } from "../shared/ids";
import { MeasureService } from "./measure.service";
import { SlotService } from "./slot.service";
import { slotKey } from "./slots.rules";

type Row = Readonly<Record<string, unknown>>;

/** Sums by slot key, of one place: `service/day/channel/person`. */
type PlaceSums = Map<string, Map<string, number>>;

/** What a bench needs of a database for tests. */
interface BenchDatabase {
  readonly db: DataSource;
  asInternal<T>(clientIds: readonly string[], work: (tx: Tx) => Promise<T>): Promise<T>;
  adminRows<T extends object>(sql: string, params?: unknown[]): Promise<T[]>;
}

/** In points. */
export interface DecidedPoints {
  readonly earned: string;
  readonly applicable: string;
  readonly failed: boolean;
}

export interface QualityBench {
  /** Takes in rows as a program does, fields named as in the API. */
  send(stream: Stream, rows: readonly Row[]): Promise<IngestedRows>;
  /** The same rows as a file of a profile that leaves out rows with `gone`. */
  sendFile(stream: Stream, rows: readonly Row[], batchRows?: number): Promise<ImportReport>;
  /** A dispute about an evaluation was decided: these points count from now on. */
  decide(externalId: string, points: DecidedPoints): Promise<void>;
  settle(limitOf?: () => number): Promise<void>;
  rebuild(): Promise<void>;
  /** What is stored, by place. */
  sums(): Promise<PlaceSums>;
}

/** Measures of quality, cost and voices, in use for a client that is there. */
export async function aQualityBench(
  database: BenchDatabase,
  clientId: string,
  kpis: readonly KpiInUse[],
): Promise<QualityBench> {
  const [now, by, batches] = [new Date("2026-12-01T12:00:00Z"), viewerOf(clientId), new BatchIngestService()];
  const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.asInternal([clientId], work);
  const parts = { db: database.db, clock: () => now, log: quietLog, onFactsAppended: () => undefined };
  const ingest = new IngestService(parts);
  const profiles = new Set<Stream>();
  const profileOf = async (stream: Stream): Promise<string> => {
    const definition = { ...canonicalProfile(stream), format: "ndjson", skipWhen: [{ column: "gone", in: ["yes"] }] };
    if (!profiles.has(stream))
      await inTx((tx) => saveImportProfile(tx, { clientId, code: stream, stream, definition: definition as never }));
    profiles.add(stream);
    return stream;
  };
  const measures = new MeasureService();
  const settle = async (limitOf = () => 100): Promise<void> => {
    for (let remaining = true; remaining;)
      ({ remaining } = await inTx((tx) => measures.recomputeTouched(tx, { clientId, limit: limitOf() })));
  };
  await inTx((tx) => new SlotService().ensureSlots(tx, clientId, kpis));
  return {
    send: (stream, rows) => inTx((tx) => batches.append(tx, { stream, client: null, source: "regia", rows, by, now })),
    sendFile: async (stream, rows, batchRows = 5_000) => {
      const text = rows.map((row) => JSON.stringify(snake(row))).join("\n");
      const profile = await profileOf(stream);
      return ingest.ingestFile({ stream, profile, by, bytes: Readable.from([Buffer.from(text)]), batchRows });
    },
    decide: (externalId, { earned, applicable, failed }) =>
      inTx((tx) =>
        decideEvaluation(tx, {
          ...{ clientId, source: "regia", externalId, autoFailed: failed, disputeId: newId(), decidedAt: now },
          ...{ earnedMillionths: Number(earned) * 1e6, applicableMillionths: Number(applicable) * 1e6 },
        }),
      ),
    settle,
    rebuild: async () => {
      await database.adminRows("delete from daily_measures where client_id = $1", [clientId]);
      await inTx((tx) => measures.rebuild(tx, clientId));
      await settle();
    },
    sums: () => storedSums(database, clientId),
  };
}

const snake = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`), value]),
  );

async function storedSums(database: BenchDatabase, clientId: string): Promise<PlaceSums> {
  const found = await database.adminRows<{ place: string; slot: string; sum: number }>(
    `select concat_ws('/', d.service_id, d.day, d.channel, d.person_id) as place,
            s.stream || '/' || s.measure || '/' || s.parameters as slot, d.sums[s.slot] as sum
       from daily_measures d join measure_slot s on s.stream = d.stream
      where d.client_id = $1`,
    [clientId],
  );
  const places: PlaceSums = new Map();
  for (const { place, slot, sum } of found) places.set(place, (places.get(place) ?? new Map()).set(slot, sum));
  return places;
}

/** Both sides of a KPI, as `numerator/denominator`, from the sums of one place. */
export function sidesOf(kpi: KpiInUse, sums: ReadonlyMap<string, number>): string {
  const { numerator, denominator } = formulaOf(kpi);
  const side = (of: typeof numerator): string => valueOf(of, (use) => sums.get(slotKey(use)) ?? 0, 1)!.toFixed();
  return denominator ? `${side(numerator)}/${side(denominator)}` : side(numerator);
}
