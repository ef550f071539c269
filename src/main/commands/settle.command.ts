import type { Command } from "commander";
import type { CommandContext, CommandLine, CommonOptions } from "../command-line";
import { closeDue, type ClosingFailure, type ClosingOptions, type ClosingReport } from "../close-due";
import { settle, type SettleReport } from "../pipeline";
import { settleMoney, type MoneyReport } from "../settle-money";
import type { Runtime } from "../runtime";
import { wireServices } from "../services";

export function registerSettle(program: Command, line: CommandLine): void {
  line
    .command(
      program,
      "settle",
      "do what is due: daily measures, scorecards, objective results, closings, money; then return",
    )
    .option("--keep-open", "close no periods: their figures go on following the facts")
    .action((options: SettleCommandOptions) =>
      line.runWith(options, (runtime, context) => settleCommand(runtime, context, options)),
    );
}

type SettleCommandOptions = CommonOptions & { readonly keepOpen?: boolean };

/** Days and periods between two lines of progress. */
const PROGRESS_EVERY = 400;

async function settleCommand(
  { db }: Runtime,
  context: CommandContext,
  { keepOpen = false }: SettleCommandOptions,
): Promise<void> {
  const services = wireServices();
  const now = new Date();
  const signal = context.interrupted;
  const shown = everySo(PROGRESS_EVERY);
  const settled = await settle(services, db, {
    ...{ now, signal },
    onProgress: ({ days, periods }) =>
      shown(days + periods, () => context.progress(`… ${days} days recomputed, ${periods} periods scored`)),
  });
  const closed = keepOpen ? null : await closeDue(services, db, { ...closing(context), now, signal });
  const { failures = [], ...counts } = closed ?? {};
  const { failures: unsettled, ...money } = await settleMoney(services, db, { now, signal, ...tellingOf(context) });
  const report: SettleCommandReport = { ...settled, closed: closed && (counts as ClosedReport), money };
  context.print(report, summary(report));
  throwAll([...failures, ...unsettled]);
}

/** How this command closes, and what it tells of it. */
function closing(context: CommandContext): Omit<ClosingOptions, "now"> {
  return {
    closedBy: "settle",
    onProgress: (closed) => context.progress(`… ${closed} periods closed`),
    onFailure: (failure) => context.log.error("period.closing_failed", { ...failure }),
  };
}

const tellingOf = (context: CommandContext): Pick<ClosingOptions, "onFailure"> => ({
  onFailure: (failure) => context.log.error("contract.settling_failed", { ...failure }),
});

function throwAll(failures: readonly ClosingFailure[]): void {
  const [first] = failures;
  if (failures.length > 1)
    throw new AggregateError(
      failures.map(({ error }) => error),
      `Closing or settling failed for ${failures.length} contracts.`,
    );
  if (first) throw first.error;
}

/** Runs what it is given when at least `step` more was done since the last time. */
function everySo(step: number): (done: number, show: () => void) => void {
  let shownAt = 0;
  return (done, show) => {
    if (done < shownAt + step) return;
    shownAt = done;
    show();
  };
}

type ClosedReport = Omit<ClosingReport, "failures">;

export interface SettleCommandReport extends SettleReport {
  /** What was closed; null when nothing was to be. */
  readonly closed: ClosedReport | null;
  /** What closed periods came to in money. */
  readonly money: Omit<MoneyReport, "failures">;
}

/** What was done, for people. */
export function summary({ closed, money, ...report }: SettleCommandReport): string[] {
  const written = money.settled + money.followed + money.corrected;
  const isIdle = report.days + report.periods + (closed?.periods ?? 0) + written === 0;
  if (isIdle) return ["Nothing was due: every figure is up to date."];
  return [
    `Settled ${count(report.clients, "client")}.`,
    `  ${count(report.days, "touched day")} recomputed from facts in ${seconds(report.daysMs)}`,
    `  ${count(report.periods, "period")} scored in ${seconds(report.periodsMs)}: ${rowCounts(report)}`,
    ...(closed && closed.periods > 0
      ? [`  ${count(closed.periods, "period")} closed in ${seconds(closed.ms)}: ${rowCounts(closed)} are final`]
      : []),
    ...(written > 0 ? [moneyLine(money)] : []),
  ];
}

const moneyLine = ({ settled, followed, corrected, ms }: SettleCommandReport["money"]): string =>
  `  ${count(settled, "settlement")} proposed, ${followed} brought up to date, ` +
  `${count(corrected, "correction")} in ${seconds(ms)}`;

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

const rowCounts = ({ scorecards, objectiveResults }: Pick<ClosedReport, "scorecards" | "objectiveResults">): string =>
  `${count(scorecards, "scorecard")}, ${count(objectiveResults, "objective result")}`;

const count = (of: number, noun: string): string => `${of.toLocaleString("en-GB")} ${noun}${of === 1 ? "" : "s"}`;
