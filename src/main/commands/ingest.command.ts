import { Argument, InvalidArgumentError, type Command } from "commander";
import { createReadStream, createWriteStream, statSync } from "node:fs";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { answer } from "../../facts/ingest.http";
import type { FileToIngest } from "../../facts/file-to-ingest";
import type { ImportReport, Progress } from "../../facts/import-report";
import { IngestService } from "../../facts/ingest.service";
import { rejectsFile } from "../../facts/rejects-file";
import { RIGHTS, type Viewer } from "../../platform/viewer";
import { NIL_ID } from "../../shared/ids";
import { STREAMS, type Stream } from "../../shared/stream";
import { EXIT, type CommandContext, type CommandLine, type CommonOptions } from "../command-line";
import { FileUnreadable } from "../ingest.errors";
import type { Runtime } from "../runtime";
import { allClientIds } from "../../clients/tenant.queries";

interface IngestOptions extends CommonOptions {
  readonly profile: string;
  readonly client?: string;
  readonly source?: string;
  readonly rejects?: string;
  readonly completeThrough?: Date;
}

interface Given extends IngestOptions {
  readonly stream: Stream;
  readonly file: string;
}

export function registerIngest(program: Command, line: CommandLine): void {
  line
    .command(program, "ingest", "take in a file of facts: CSV or one JSON object per line, plain or gzip")
    .addArgument(new Argument("<stream>", "what the rows are").choices(STREAMS))
    .argument("<file>", "the file; - reads from standard input")
    .option("--profile <code>", "import profile that says how to read it", "regia")
    .option("--client <code>", "whose facts they are; may be left out where there is one client")
    .option("--source <name>", "the system that wrote it, instead of the profile's")
    .option(
      "--complete-through <instant>",
      "all of the source's facts before it have been sent, with this file",
      instantGiven,
    )
    .option("--rejects <file>", "where rejected rows are written; beside the file when left out")
    .addHelpText("after", "\nSending a file again is harmless: rows that are already there count as unchanged.")
    .action((stream: Stream, file: string, options: IngestOptions) =>
      line.runWith(options, (runtime, context) => ingestCommand(runtime, context, { ...options, stream, file })),
    );
}

async function ingestCommand(runtime: Runtime, context: CommandContext, given: Given): Promise<void> {
  const { db, log } = runtime;
  const by = commandViewer(await allClientIds(db));
  const ingest = new IngestService({ db, log, clock: () => new Date(), onFactsAppended: () => undefined });
  const report = await ingest.ingestFile({ ...fileOf(given), by, ...watching(context, given) });
  const rejects = await writeRejects(runtime, by, { report, given });
  context.print({ ...answer(report), rejects }, reportText(report, rejects));
  if (report.state !== "finished" && !context.interrupted.aborted) process.exitCode = EXIT.refused;
}

/** Whoever can start the program on this database may do anything to it. */
const commandViewer = (clientIds: readonly string[]): Viewer => ({
  kind: "internal",
  id: NIL_ID,
  name: "regia ingest",
  personId: null,
  sight: null,
  clientIds,
  rights: new Set(RIGHTS),
});

function instantGiven(text: string): Date {
  const isWhole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  if (isWhole && !Number.isNaN(Date.parse(text))) return new Date(text);
  throw new InvalidArgumentError("Write an instant with its offset, such as 2026-07-01T00:00:00+02:00.");
}

const CHUNK_BYTES = 256 * 1024;

function fileOf({ stream, file, profile, client, source, completeThrough }: Given): Omit<FileToIngest, "by"> {
  const asked = { stream, profile, client, source, completeThrough };
  if (file === "-") return { ...asked, fileName: null, bytes: process.stdin };
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new FileUnreadable(file);
  return { ...asked, fileName: basename(file), bytes: createReadStream(file, { highWaterMark: CHUNK_BYTES }) };
}

const PROGRESS_EVERY_MS = 1_000;

function watching(context: CommandContext, { file }: Given): Pick<FileToIngest, "signal" | "onProgress"> {
  let shownAt = Date.now();
  const onProgress = ({ bytes, rows }: Progress): void => {
    if (Date.now() < shownAt + PROGRESS_EVERY_MS) return;
    shownAt = Date.now();
    const taken = rows.accepted + rows.replaced + rows.unchanged;
    context.progress(
      `… ${file}: ${Math.round(bytes / 1e6)} MB, ${number(taken)} rows, ${number(rows.rejected)} rejected`,
    );
  };
  return { signal: context.interrupted, onProgress };
}

interface Written {
  readonly report: ImportReport;
  readonly given: Given;
}

/** Where the rejected rows were written; null when there are none, or when standard input has no place beside it. */
async function writeRejects({ db }: Runtime, by: Viewer, { report, given }: Written): Promise<string | null> {
  const path = given.rejects ?? (given.file === "-" ? null : `${given.file}.rejects.csv`);
  if (report.rows.rejected === 0 || path === null) return null;
  const scope = { clientIds: by.clientIds, internal: true };
  await pipeline(rejectsFile(db, scope, report.importId), createWriteStream(path));
  return path;
}

const number = (count: number): string => count.toLocaleString("en-GB");

const SHOWN_GROUPS = 5;

function reportText(report: ImportReport, rejects: string | null): string[] {
  const { state, rows, rejectedFor, warnings, error, ignoredColumns } = report;
  const counts = Object.entries(rows).map(([what, count]) => `  ${number(count).padStart(12)} ${what}`);
  const reasons = rejectedFor.slice(0, SHOWN_GROUPS).map(({ code, field, count, firstLine, example }) => {
    const what = example === null ? "" : ` "${example}"`;
    return `  ${number(count).padStart(12)} × ${code} in ${field}, first in line ${firstLine}${what}`;
  });
  const notes = warnings.map(({ message }) => `! ${message}`);
  if (ignoredColumns.length > 0) notes.push(`  Columns that the profile does not read: ${ignoredColumns.join(", ")}`);
  if (error) notes.push(`✗ ${error.message}`, ...(error.remedy ? [`  what to do: ${error.remedy}`] : []));
  if (rejects !== null) notes.push(`  Rejected rows, each with its reason: ${rejects}`);
  return [`Import ${state}.`, ...counts, ...reasons, ...notes];
}
