import type { DataSource } from "typeorm";
import { allClientIds } from "../clients/tenant.queries";
import { inTransaction } from "../platform/database";
import type { ClosingFailure } from "./close-due";
import { retrying } from "./retry";
import type { Services } from "./services";

export interface MoneyOptions {
  readonly now: Date;
  /** All clients, when left out. */
  readonly clientIds?: readonly string[];
  /** Told of each contract that could not be settled; the others go on. */
  readonly onFailure?: (failure: ClosingFailure) => void;
  /** Stops between two transactions. */
  readonly signal?: AbortSignal;
}

export interface MoneyReport {
  /** Periods settled for the first time, proposals that follow what they rest on, corrections of what was issued. */
  settled: number;
  followed: number;
  corrected: number;
  ms: number;
  failures: ClosingFailure[];
}

/** A transaction each: a contract's years of months are worked out again for each, which takes some hundred milliseconds. */
const PERIODS_PER_TRANSACTION = 24;

/** Works out what closed periods come to in money, contract by contract. Close first. */
export async function settleMoney(services: Services, db: DataSource, options: MoneyOptions): Promise<MoneyReport> {
  const report: MoneyReport = { settled: 0, followed: 0, corrected: 0, ms: 0, failures: [] };
  const startedAt = Date.now();
  for (const clientId of options.clientIds ?? (await allClientIds(db))) {
    const scope = { clientIds: [clientId], internal: true };
    for (const contractId of await inTransaction(db, scope, (tx) => services.settlements.contractsOf(tx, clientId))) {
      if (options.signal?.aborted) break;
      try {
        await settleContract({ services, db, options, report }, clientId, contractId);
      } catch (error) {
        report.failures.push({ clientId, contractId, error });
        options.onFailure?.({ clientId, contractId, error });
      }
    }
  }
  report.ms = Date.now() - startedAt;
  return report;
}

interface Settling {
  readonly services: Services;
  readonly db: DataSource;
  readonly options: MoneyOptions;
  readonly report: MoneyReport;
}

async function settleContract({ services, db, options, report }: Settling, clientId: string, contractId: string) {
  const request = { clientId, contractId, now: options.now, limit: PERIODS_PER_TRANSACTION };
  while (!options.signal?.aborted) {
    const done = await retrying(() =>
      inTransaction(db, { clientIds: [clientId], internal: true }, (tx) => services.settlements.settleDue(tx, request)),
    );
    for (const name of ["settled", "followed", "corrected"] as const) report[name] += done[name];
    if (!done.remain) return;
  }
}
