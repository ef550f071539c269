import type { DataSource } from "typeorm";
import type { TxScope } from "../platform/database";
import type { Log } from "../platform/log";
import type { Viewer } from "../platform/viewer";
import type { Stream } from "../shared/stream";
import type { Directory } from "./directory.queries";
import type { Progress } from "./import-report";
import type { NamedProfile } from "./row-mapper";

export interface IngestParts {
  readonly db: DataSource;
  readonly clock: () => Date;
  readonly log: Log;
  /** Called after the commit of facts: recomputing may begin. It must not fail. */
  readonly onFactsAppended: (clientId: string) => void;
}

/** A file that was sent. */
export interface FileToIngest {
  readonly stream: Stream;
  /** Code of an import profile of the client, or `regia` for our own columns. */
  readonly profile: string;
  /** Code of the client; may be left out where only one can be reached. */
  readonly client?: string | null;
  /** The source system, instead of the profile's. */
  readonly source?: string | null;
  readonly fileName?: string | null;
  /** The sender vouches that all facts of the source before this instant have been sent, with this file. */
  readonly completeThrough?: Date | null;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly by: Viewer;
  /** Stops between two batches. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Rows stored in one transaction; 5,000 when left out. */
  readonly batchRows?: number;
}

/** An import whose record stands in the database. */
export interface BegunImport {
  readonly clientId: string;
  readonly importId: string;
  readonly profile: NamedProfile;
  readonly directory: Directory;
  readonly scope: TxScope;
}
