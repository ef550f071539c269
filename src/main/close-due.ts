import type { DataSource } from "typeorm";
import { allClientIds } from "../clients/tenant.queries";
import { inTransaction } from "../platform/database";
import { retrying } from "./retry";
import type { Services } from "./services";

export interface ClosingOptions {
  readonly now: Date;
  /** Who or what closes, for the record. */
  readonly closedBy: string;
  /** All clients, when left out. */
  readonly clientIds?: readonly string[];
  /** Leaves alone periods whose figures moved within so many seconds; 0 when left out. */
  readonly quietSeconds?: number;
  readonly onProgress?: (closed: number) => void;
  /** Told of each contract whose periods could not be closed; the others go on. */
  readonly onFailure?: (failure: ClosingFailure) => void;
  /** Stops between two transactions. */
  readonly signal?: AbortSignal;
}

export interface ClosingFailure {
  readonly clientId: string;
  readonly contractId: string;
  readonly error: unknown;
}

export interface ClosingReport {
  periods: number;
  scorecards: number;
  objectiveResults: number;
  ms: number;
  failures: ClosingFailure[];
}

/** A transaction each: months of thousands of people are some seconds, empty years nothing. */
const PERIODS_PER_TRANSACTION = 200;

/** Closes every period that is due, contract by contract. Settle first: what is left on the logs keeps a period open. */
export async function closeDue(services: Services, db: DataSource, options: ClosingOptions): Promise<ClosingReport> {
  const report: ClosingReport = { periods: 0, scorecards: 0, objectiveResults: 0, ms: 0, failures: [] };
  const startedAt = Date.now();
  for (const clientId of options.clientIds ?? (await allClientIds(db))) {
    const scope = { clientIds: [clientId], internal: true };
    for (const contractId of await inTransaction(db, scope, (tx) => services.closings.contractsOf(tx, clientId))) {
      if (options.signal?.aborted) break;
      try {
        await closeContract({ services, db, options, report }, clientId, contractId);
      } catch (error) {
        report.failures.push({ clientId, contractId, error });
        options.onFailure?.({ clientId, contractId, error });
      }
    }
  }
  report.ms = Date.now() - startedAt;
  return report;
}

interface Closing {
  readonly services: Services;
  readonly db: DataSource;
  readonly options: ClosingOptions;
  readonly report: ClosingReport;
}

async function closeContract({ services, db, options, report }: Closing, clientId: string, contractId: string) {
  const { now, closedBy, quietSeconds = 0, signal } = options;
  const quietSince = quietSeconds > 0 ? new Date(now.getTime() - quietSeconds * 1_000) : null;
  const request = { clientId, contractId, now, closedBy, quietSince, limit: PERIODS_PER_TRANSACTION };
  while (!signal?.aborted) {
    const closed = await retrying(() =>
      inTransaction(db, { clientIds: [clientId], internal: true }, (tx) => services.closings.closeDue(tx, request)),
    );
    if (closed.periods === 0) return;
    report.periods += closed.periods;
    report.scorecards += closed.scorecards;
    report.objectiveResults += closed.objectiveResults;
    options.onProgress?.(report.periods);
  }
}
