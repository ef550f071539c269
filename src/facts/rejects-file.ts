import type { DataSource } from "typeorm";
import { inTransaction, rows, type TxScope } from "../platform/database";
import type { Day } from "../shared/day";

const ROWS_AT_ONCE = 2_000;

export interface RejectLine {
  readonly ordinal: number;
  readonly line: number;
  readonly field: string;
  readonly value: string | null;
  readonly code: string;
  readonly reason: string;
  readonly day: Day | null;
}

/** The rejected rows of an import as CSV, in pieces, however many there are. */
export async function* rejectsFile(db: DataSource, scope: TxScope, importId: string): AsyncGenerator<string> {
  yield "line,field,value,code,reason\n";
  for (let after = 0; ;) {
    const part = await inTransaction(db, { ...scope, readOnly: true }, (tx) =>
      rows<RejectLine>(tx, PART, [scope.clientIds, importId, after, ROWS_AT_ONCE]),
    );
    if (part.length > 0) yield part.map(csvLine).join("");
    if (part.length < ROWS_AT_ONCE) return;
    after = part.at(-1)?.ordinal ?? after;
  }
}

const PART = `
  select ordinal, line, field, value, code, reason, day from import_reject
   where client_id = any($1) and import_id = $2 and ordinal > $3 order by ordinal limit $4`;

const csvLine = ({ line, field, value, code, reason }: RejectLine): string =>
  `${line},${quoted(field)},${quoted(value ?? "")},${code},${quoted(reason)}\n`;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
