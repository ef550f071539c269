import type { Command } from "commander";
import type { DataSource } from "typeorm";
import { countText, findingText, writtenCheck } from "../../cascade/cascade-text";
import type { ContractCheck } from "../../cascade/cascade.service";
import { allClientIds } from "../../clients/tenant.queries";
import { openTransaction } from "../../platform/database";
import type { DefinitionContext } from "../../platform/definitions/definition-context";
import { differenceText } from "../../setup/difference";
import { problemText } from "../../setup/problem";
import { readSetup } from "../../setup/setup-files";
import type { Setup, SetupReport } from "../../setup/setup.service";
import { EXIT, type CommandContext, type CommandLine, type CommonOptions } from "../command-line";
import type { Runtime } from "../runtime";
import { wireServices, type Services } from "../services";

interface ApplyOptions extends CommonOptions {
  readonly dryRun?: boolean;
}

export function registerApply(program: Command, line: CommandLine): void {
  line
    .command(program, "apply <folder>", "make what the YAML documents of a folder say the case: all of it, or nothing")
    .option("--dry-run", "show the difference and change nothing")
    .addHelpText("after", "\nWhat is in the database but not in the documents stays as it is.")
    .action((folder: string, options: ApplyOptions) =>
      line.runWith(options, (runtime, context) => applyCommand(runtime, context, { folder, ...options })),
    );
}

async function applyCommand(
  { db }: Runtime,
  context: CommandContext,
  { folder, dryRun = false }: ApplyOptions & { folder: string },
): Promise<void> {
  const report = await applySetup(wireServices(), db, { setup: readSetup(folder), now: new Date(), dryRun });
  const isRefused = report.problems.length > 0;
  const findings = report.checks.map((one) => ({ contract: one.contract, ...writtenCheck(one) }));
  const { changes, problems } = report;
  context.print({ changes, problems, findings, applied: !dryRun && !isRefused }, reportText(report, dryRun));
  if (isRefused) process.exitCode = EXIT.refused;
}

/** What applying did, and what is found in the contracts it touched: findings refuse nothing. */
export interface ApplyReport extends SetupReport {
  readonly checks: readonly ContractCheck[];
}

/** What was done or would be, or everything that is wrong. */
export function reportText({ changes, problems, checks }: ApplyReport, dryRun: boolean): string[] {
  if (problems.length > 0) {
    const found = `${problems.length} problem${problems.length === 1 ? "" : "s"} found; nothing was changed.`;
    return [...problems.map(problemText), "", found];
  }
  const changed = changes.filter(({ outcome }) => outcome !== "unchanged").length;
  const end = dryRun ? "Dry run: nothing was changed." : changed > 0 ? "Applied." : "Nothing to change.";
  return [...differenceText(changes), "", end, ...checks.flatMap(foundText)];
}

const MOST_SHOWN = 20;

/** What the cascade check found in a contract that was touched; the rest is told by `regia cascade`. */
function foundText({ contract, findings }: ContractCheck): string[] {
  if (findings.length === 0) return [];
  const more = findings.length - MOST_SHOWN;
  return [
    "",
    `Cascade of ${contract}: ${countText(findings)}.`,
    ...findings.slice(0, MOST_SHOWN).flatMap(findingText),
    ...(more > 0 ? [`… and ${more} more: regia cascade ${contract.split("/")[1]}`] : []),
  ];
}

export interface ToApply {
  readonly setup: Setup;
  readonly now: Date;
  readonly dryRun?: boolean;
}

/** In one transaction: all of it lands, or, with problems and for a dry run, nothing. */
export async function applySetup(
  services: Services,
  db: DataSource,
  { setup, now, dryRun }: ToApply,
): Promise<ApplyReport> {
  const clientIds = await allClientIds(db);
  const context: DefinitionContext = { actor: "regia apply", now, requestId: null, clientIds, internal: true };
  const open = await openTransaction(db, { clientIds, internal: true });
  let report: ApplyReport;
  try {
    report = await open.within(async () => {
      await services.kpis.syncCatalogue(open.tx, now);
      const done = await services.setup.apply(open.tx, context, setup);
      return { ...done, checks: await services.cascade.checkTouched(open.tx, done.changes, context) };
    });
  } catch (error) {
    await open.rollback();
    throw error;
  }
  if (report.problems.length > 0 || dryRun) await open.rollback();
  else await open.commit();
  return report;
}
