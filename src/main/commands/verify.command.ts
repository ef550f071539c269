import type { Command } from "commander";
import type { DataSource } from "typeorm";
import { allClientIds } from "../../clients/tenant.queries";
import { Contract } from "../../contracts/contract.entity";
import { inTransaction, type Tx } from "../../platform/database";
import { reproduces, type PeriodVerification } from "../../scorecards/verification.service";
import { NotFound } from "../../shared/errors";
import { periodContaining, periodLabel, type Period } from "../../shared/period";
import { EXIT, type CommandContext, type CommandLine, type CommonOptions } from "../command-line";
import type { Runtime } from "../runtime";
import { wireServices, type Services } from "../services";

export function registerVerify(program: Command, line: CommandLine): void {
  line
    .command(program, "verify", "compute closed periods again and hold them against what was published")
    .option("--contract <code>", "only this contract")
    .action((options: VerifyOptions) =>
      line.runWith(options, (runtime, context) => verifyCommand(runtime, context, options)),
    );
}

type VerifyOptions = CommonOptions & { readonly contract?: string };

/** A closed period that does not come out again as it was published. */
export interface FailedVerification extends PeriodVerification {
  readonly contract: string;
}

export interface VerifyReport {
  contracts: number;
  /** Closed periods that were computed again. */
  periods: number;
  readonly failed: FailedVerification[];
}

async function verifyCommand({ db }: Runtime, context: CommandContext, { contract: code }: VerifyOptions) {
  const report = await verifyAll(wireServices(), db, {
    ...{ now: new Date(), code, signal: context.interrupted },
    onProgress: (periods) => context.progress(`… ${periods} periods computed again`),
  });
  context.print(report, summary(report));
  if (report.failed.length > 0) process.exitCode = EXIT.refused;
}

interface Verifying {
  readonly now: Date;
  readonly code?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (periods: number) => void;
}

const PERIODS_PER_TRANSACTION = 40;

/** Every closed period of every contract, or of those with a code; reads only. */
export async function verifyAll(services: Services, db: DataSource, options: Verifying): Promise<VerifyReport> {
  const report: VerifyReport = { contracts: 0, periods: 0, failed: [] };
  for (const clientId of await allClientIds(db)) {
    const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      inTransaction(db, { clientIds: [clientId], internal: true, readOnly: true }, work);
    const where = { clientId, ...(options.code === undefined ? {} : { code: options.code }) };
    for (const contract of await read((tx) => tx.find(Contract, { where, order: { code: "ASC" } })))
      await verifyContract({ services, options, report, read, contract });
  }
  if (options.code !== undefined && report.contracts === 0) throw new NotFound("contract", options.code);
  return report;
}

interface ContractVerifying {
  readonly services: Services;
  readonly options: Verifying;
  readonly report: VerifyReport;
  readonly read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly contract: Contract;
}

async function verifyContract({ services, options, report, read, contract }: ContractVerifying): Promise<void> {
  const of = { clientId: contract.clientId, contractId: contract.id };
  const closed: readonly Period[] = await read((tx) => services.verifications.closedPeriods(tx, of));
  report.contracts += 1;
  for (let at = 0; at < closed.length && !options.signal?.aborted; at += PERIODS_PER_TRANSACTION) {
    const periods = closed.slice(at, at + PERIODS_PER_TRANSACTION);
    const found = await read((tx) => services.verifications.verify(tx, { ...of, periods, now: options.now }));
    report.periods += found.length;
    report.failed.push(...found.filter((one) => !reproduces(one)).map((one) => ({ contract: contract.code, ...one })));
    options.onProgress?.(report.periods);
  }
}

const MOST_LINES = 50;

/** What was found, for people. */
export function summary({ contracts, periods, failed }: VerifyReport): string[] {
  const of = `${count(periods, "closed period")} of ${count(contracts, "contract")}`;
  if (failed.length === 0) return [`All ${of} come out as they were published.`];
  const more = failed.length - MOST_LINES;
  return [
    `${failed.length.toLocaleString("en-GB")} of ${of} no longer come out as they were published:`,
    ...failed.slice(0, MOST_LINES).map(lineOf),
    ...(more > 0 ? [`  … and ${more.toLocaleString("en-GB")} more`] : []),
    "Late facts and corrections are drift: see Scorecard.drift, and restate the period if it matters.",
  ];
}

function lineOf({ contract, kind, from, isIntact, scorecards, objectiveResults }: FailedVerification): string {
  const altered = isIntact ? [] : ["what was published has been altered in the database"];
  const changed = [
    ...(scorecards > 0 ? [count(scorecards, "scorecard")] : []),
    ...(objectiveResults > 0 ? [count(objectiveResults, "objective result")] : []),
  ];
  const differing = changed.length > 0 ? [`${changed.join(" and ")} would differ`] : [];
  return `  ${contract} ${periodLabel(periodContaining(kind, from))}: ${[...altered, ...differing].join("; ")}`;
}

const count = (of: number, noun: string): string => `${of.toLocaleString("en-GB")} ${noun}${of === 1 ? "" : "s"}`;
