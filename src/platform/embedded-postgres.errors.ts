import { DomainError } from "../shared/errors";

export class DataFolderInUse extends DomainError {
  readonly code = "DATA_FOLDER_IN_USE";
  constructor(folder: string, pid: number) {
    super(`The data folder ${folder} is in use by another Regia process (pid ${pid}).`, {
      remedy: `Stop that one first (Ctrl-C in its terminal, or kill ${pid}), or choose another folder with DATA_DIR.`,
    });
  }
}

export class DataFolderNotOurs extends DomainError {
  readonly code = "DATA_FOLDER_NOT_OURS";
  constructor(folder: string, cause: unknown) {
    super(`The data folder ${folder} belongs to another account.`, {
      remedy: "Run as the account that made it, or choose another folder with DATA_DIR.",
      cause,
    });
  }
}

export class NoEmbeddedPostgres extends DomainError {
  readonly code = "NO_EMBEDDED_POSTGRES";
  constructor(reason: string, cause?: unknown) {
    super(`No PostgreSQL of our own can run here: ${reason}.`, {
      remedy: "Set DATABASE_URL to a PostgreSQL server, 15 or newer; docs/getting-started.md says how.",
      cause,
    });
  }
}

export class EmbeddedPostgresFailed extends DomainError {
  readonly code = "EMBEDDED_POSTGRES_FAILED";
  constructor(step: string, lastLines: string, logFile: string) {
    super(`PostgreSQL did not ${step}. Its last words:\n${lastLines}`, {
      remedy: `The whole log is in ${logFile}.`,
    });
  }
}
