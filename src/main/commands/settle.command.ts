import type { Command } from "commander";
import type { CommandContext, CommandLine, CommonOptions } from "../command-line";
import { settle, type SettleReport } from "../pipeline";
import type { Runtime } from "../runtime";
import { wireServices } from "../services";

export function registerSettle(program: Command, line: CommandLine): void {
  line
    .command(program, "settle", "do what is due: daily measures, scorecards, objective results; then return")
    .action((options: CommonOptions) => line.runWith(options, settleCommand));
}

/** Days and periods between two lines of progress. */
const PROGRESS_EVERY = 400;

async function settleCommand({ db }: Runtime, context: CommandContext): Promise<void> {
  let shownAt = 0;
  const report = await settle(wireServices(), db, {
    now: new Date(),
    signal: context.interrupted,
    onProgress: ({ days, periods }) => {
      if (days + periods < shownAt + PROGRESS_EVERY) return;
      shownAt = days + periods;
      context.progress(`… ${days} days recomputed, ${periods} periods scored`);
    },
  });
  context.print(report, summary(report));
}

/** What was done, for people. */
export function summary(report: SettleReport): string[] {
  if (report.days + report.periods === 0) return ["Nothing was due: every figure is up to date."];
  const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
  return [
    `Settled ${count(report.clients, "client")}.`,
    `  ${count(report.days, "touched day")} recomputed from facts in ${seconds(report.daysMs)}`,
    `  ${count(report.periods, "period")} scored in ${seconds(report.periodsMs)}: ` +
      `${count(report.scorecards, "scorecard")}, ${count(report.objectiveResults, "objective result")}`,
  ];
}

const count = (of: number, noun: string): string => `${of.toLocaleString("en-GB")} ${noun}${of === 1 ? "" : "s"}`;
