import { DomainError } from "../shared/errors";
import { listed, suggestion } from "./field-text";

/** The whole file is refused: nothing of it was taken in. */
export abstract class FileRefused extends DomainError {}

/** The file ended before its end: what came before stays. */
export abstract class FileCutShort extends DomainError {}

export class EmptyFile extends FileRefused {
  readonly code = "EMPTY_FILE";
  constructor() {
    super("The file is empty.", { remedy: "Send a file with a header row, or with one JSON object per line." });
  }
}

export class UnusableHeader extends FileRefused {
  readonly code = "UNUSABLE_HEADER";
  constructor(reason: string) {
    super(`The header row cannot be read. ${reason}`, {
      remedy: "Save the file as CSV in UTF-8, with one header row and lines that end with LF or CRLF.",
    });
  }
}

export class DuplicateColumn extends FileRefused {
  readonly code = "DUPLICATE_COLUMN";
  constructor(name: string) {
    super(`The header has the column "${name}" twice.`, { remedy: "Give each column a name of its own." });
  }
}

export class WrongDelimiter extends FileRefused {
  readonly code = "WRONG_DELIMITER";
  constructor(found: string, expected: string) {
    super(`Found "${found}" between the columns where the profile expects "${expected}".`, {
      remedy: `Set csv.delimiter in the profile to "${found}", or save the file with "${expected}".`,
    });
  }
}

export class MissingColumns extends FileRefused {
  readonly code = "MISSING_COLUMN";
  constructor(missing: readonly string[], found: readonly string[]) {
    const each = missing.map((name) => `"${name}"${suggestion(name, found).replace("Did you mean", "perhaps")}`);
    super(
      `The header lacks ${missing.length === 1 ? "the column" : "columns"} ${each.join(", ")}; it has ${listed(found)}.`,
      {
        remedy: "Rename the columns in the file or in the profile; mark fields that may be absent `optional: true`.",
      },
    );
  }
}

export class NotRows extends FileRefused {
  readonly code = "NOT_ROWS";
  constructor(what: string, remedy: string) {
    super(`This is ${what}, not a file of rows.`, { remedy });
  }
}

export class TruncatedGzip extends FileCutShort {
  readonly code = "TRUNCATED_GZIP";
  constructor(cause: unknown) {
    super("The compressed file ends in the middle. The complete rows before that place were taken in.", {
      remedy: "Send the whole file again: rows that are already there count as unchanged.",
      cause,
    });
  }
}

export class DamagedGzip extends FileCutShort {
  readonly code = "DAMAGED_GZIP";
  constructor(cause: Error) {
    super(`The compressed file is damaged (${cause.message}). Rows near the damage may have been read wrongly.`, {
      remedy: "Compress the file again and send it whole: what was read wrongly is replaced.",
      cause,
    });
  }
}

export class ConnectionCut extends FileCutShort {
  readonly code = "CONNECTION_CUT";
  constructor(cause: unknown) {
    super("The connection was cut before the end of the file. The complete rows before that were taken in.", {
      remedy: "Send the whole file again: rows that are already there count as unchanged.",
      cause,
    });
  }
}

export class ImportStopped extends FileCutShort {
  readonly code = "IMPORT_STOPPED";
  constructor() {
    super("The import was stopped. The rows before that were taken in.", {
      remedy: "Send the whole file again: rows that are already there count as unchanged.",
    });
  }
}

export class OtherStream extends DomainError {
  readonly code = "OTHER_STREAM";
  constructor(profile: string, itsStream: string, asked: string) {
    super(`The profile "${profile}" is for the stream "${itsStream}", not for "${asked}".`, {
      remedy: `Send to the stream "${itsStream}", or name a profile for "${asked}".`,
    });
  }
}

export class ClientNotNamed extends DomainError {
  readonly code = "CLIENT_NOT_NAMED";
  constructor() {
    super("It is not clear whose facts these are: more than one client can be reached.", {
      remedy: "Name the client by its code.",
    });
  }
}

export class TooManyRows extends DomainError {
  readonly code = "TOO_MANY_ROWS";
  constructor(count: number, most: number) {
    super(`At most ${most} rows can be sent at once; these are ${count}.`, {
      path: ["rows"],
      remedy: "Send several batches, or upload a file to POST /ingest.",
    });
  }
}
