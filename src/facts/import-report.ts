import type { ImportFailure, ImportState, ImportWarning } from "./import.entity";
import type { Stream } from "../shared/stream";

/** What became of rows. */
export interface RowCounts {
  accepted: number;
  replaced: number;
  unchanged: number;
  rejected: number;
  skipped: number;
}

/** How often one thing is wrong with one column. */
export interface RejectGroup {
  readonly code: string;
  readonly field: string;
  readonly count: number;
  readonly firstLine: number;
  readonly example: string | null;
}

/** What became of a file. Every row of it is in exactly one of the counts. */
export interface ImportReport {
  readonly importId: string;
  readonly stream: Stream;
  readonly profile: string;
  readonly source: string;
  readonly fileName: string | null;
  readonly state: ImportState;
  readonly rows: Readonly<RowCounts>;
  /** What is wrong with the rejected rows, the most frequent first. */
  readonly rejectedFor: readonly RejectGroup[];
  /** Columns of the file that the profile does not read. */
  readonly ignoredColumns: readonly string[];
  readonly warnings: ImportWarning[];
  /** Why it was refused or interrupted. */
  readonly error: ImportFailure | null;
}

/** How far an import has come. */
export interface Progress {
  /** Of the file after unpacking. */
  readonly bytes: number;
  readonly rows: Readonly<RowCounts>;
}
