import { Readable } from "node:stream";
import { saveCalendar } from "../contracts/calendar.builder";
import { Contract } from "../contracts/contract.entity";
import type { Calendar } from "../contracts/calendar.entity";
import { BatchIngestService, type IngestedRows } from "../facts/batch-ingest.service";
import { saveImportProfile } from "../facts/import-profile.builder";
import type { ImportReport } from "../facts/import-report";
import { viewerOf } from "../facts/ingest.builder";
import { IngestService } from "../facts/ingest.service";
import type { KpiInUse } from "../kpis/kpi-definition";
import { resolveKpi, type KpiReference } from "../kpis/kpi-in-use.rules";
import { quietLog } from "../platform/log";
import { canonicalJson } from "../shared/canonical-hash";
import { newId } from "../shared/ids";
import { givenContract, type ContractWishes, type GivenContract } from "../setup/setup.builder";
import type { TestDatabase } from "./test-database";
import { MeasureService } from "../measures/measure.service";
import { SlotService } from "../measures/slot.service";

export const CASE_KPIS = [
  ...["TFR", "TAT", "TFS", "TRT", "SDR", "ON_TIME_RESOLUTION", "REOPEN_RATE", "ESCALATION_EVENTS", "BACKLOG"],
  ...["BACKLOG_AGED", "UNANSWERED_CASES", "CASES_OPENED", "CASES_REOPENED", "CASES_RESOLVED"],
] as const;

export const CASES_IN_USE: readonly KpiInUse[] = [
  ...CASE_KPIS.map((kpiCode) => resolveKpi({ kpiCode })),
  resolveKpi({ kpiCode: "ESCALATION_RATE", dialect: "CASES" }),
  resolveKpi({ kpiCode: "FCR", dialect: "CASES" }),
  resolveKpi({ kpiCode: "FTR", dialect: "ONE_INTERACTION" }),
];

type Row = Readonly<Record<string, unknown>>;

/** Which sums: of a measure, from a day until before another; of one person, or all. */
interface Asked {
  readonly parameters?: Readonly<Record<string, number>>;
  readonly from?: string;
  readonly until?: string;
  readonly personId?: string;
}

export interface CaseBench extends GivenContract {
  /** Takes in cases (or updates) as a program does; rejected rows are told. */
  send(rows: readonly Row[], stream?: "case" | "case_event"): Promise<IngestedRows>;
  sendFile(stream: "case" | "case_event", definition: object, bytes: Buffer, batchRows?: number): Promise<ImportReport>;
  settle(limit?: number): Promise<void>;
  rebuild(): Promise<number>;
  sum(measure: string, asked?: Asked): Promise<number>;
  /** Sums of every measure without parameters, by day and measure: `2026-03-29/cases_opened`. */
  daily(): Promise<ReadonlyMap<string, number>>;
}

interface BenchWishes extends ContractWishes {
  readonly kpis?: readonly KpiReference[];
  readonly calendar?: Partial<Parameters<typeof saveCalendar>[1]>;
  readonly now?: string;
}

/** A client whose calendar, services and agents are as wished, and who measures cases. */
export async function aCaseBench(database: TestDatabase, wishes: BenchWishes = {}): Promise<CaseBench> {
  const given = await givenContract(database, wishes);
  const { clientId } = given;
  const now = new Date(wishes.now ?? "2026-07-01T12:00:00Z");
  const [measures, slots, batches] = [new MeasureService(), new SlotService(), new BatchIngestService()];
  const by = viewerOf(clientId);
  const inTx = <T>(work: Parameters<typeof database.asInternal<T>>[1]) => database.asInternal([clientId], work);
  if (wishes.calendar) await inTx((tx) => useCalendar(tx, given, wishes.calendar!));
  const kpis = wishes.kpis ? wishes.kpis.map((one) => resolveKpi(one)) : CASES_IN_USE;
  await inTx((tx) => slots.ensureSlots(tx, clientId, kpis));
  const ingest = new IngestService({
    db: database.db,
    clock: () => now,
    log: quietLog,
    onFactsAppended: () => undefined,
  });
  return {
    ...given,
    send: (rows, stream = "case") =>
      inTx((tx) => batches.append(tx, { stream, client: null, source: "desk", rows, by, now })),
    sendFile: async (stream, definition, bytes, batchRows) => {
      const profile = newId();
      await inTx((tx) => saveImportProfile(tx, { clientId, code: profile, stream, definition: definition as never }));
      return ingest.ingestFile({
        stream,
        profile,
        by,
        bytes: Readable.from([bytes]),
        ...(batchRows ? { batchRows } : {}),
      });
    },
    settle: async (limit = 500) => {
      for (let remaining = true; remaining;)
        ({ remaining } = await inTx((tx) => measures.recomputeTouched(tx, { clientId, limit })));
    },
    rebuild: () => inTx((tx) => measures.rebuild(tx, clientId)),
    sum: async (measure, { parameters = {}, from = "-infinity", until = "infinity", personId } = {}) => {
      const [found] = await database.adminRows<{ sum: number }>(SUM, [
        ...[clientId, measure, canonicalJson(parameters), from, until, personId ?? null],
      ]);
      return found!.sum;
    },
    daily: async () => {
      const found = await database.adminRows<{ key: string; sum: number }>(DAILY, [clientId]);
      return new Map(found.map(({ key, sum }) => [key, sum]));
    },
  };
}

async function useCalendar(
  tx: Parameters<typeof saveCalendar>[0],
  { clientId, contract }: GivenContract,
  wish: Partial<Parameters<typeof saveCalendar>[1]>,
): Promise<Calendar> {
  const calendar = await saveCalendar(tx, { code: "own", ...wish, clientId });
  await tx.update(Contract, { clientId, id: contract.id }, { calendarId: calendar.id });
  return calendar;
}

const SUM = `
  select coalesce(sum(d.sums[s.slot]), 0)::float8 as sum
    from measure_slot s
    left join daily_measures d on d.client_id = $1 and d.stream = s.stream and d.day >= $4::date and d.day < $5::date
      and ($6::uuid is null or d.person_id = $6::uuid)
   where s.measure = $2 and s.parameters = $3`;

const DAILY = `
  select d.day || '/' || s.measure as key, sum(d.sums[s.slot])::float8 as sum
    from daily_measures d join measure_slot s on s.stream = d.stream and s.parameters = '{}'
   where d.client_id = $1 and d.stream = 'case' group by 1`;
