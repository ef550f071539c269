import { affected, rows, type Tx } from "../platform/database";
import type { Stream } from "../shared/stream";
import type { Reject } from "./fact-batch";
import type { RowCounts } from "./import-report";
import type { Import } from "./import.entity";
import type { ProfileDefinition } from "./import-profile.schema";
import { profileSchemaOf } from "./streams/stream-facts";

interface ImportRef {
  readonly clientId: string;
  readonly importId: string;
}

type Beginning = Pick<Import, "clientId" | "id" | "stream" | "profileCode" | "fileName" | "startedBy" | "startedAt">;

export async function beginImport(tx: Tx, begun: Beginning): Promise<void> {
  await affected(
    tx,
    `insert into import (client_id, id, stream, profile_code, file_name, state, started_by, started_at)
     values ($1, $2, $3, $4, $5, 'running', $6, $7)`,
    [begun.clientId, begun.id, begun.stream, begun.profileCode, begun.fileName, begun.startedBy, begun.startedAt],
  );
}

export async function countRows(tx: Tx, { clientId, importId }: ImportRef, counts: RowCounts): Promise<void> {
  await affected(
    tx,
    `update import
        set rows_accepted = rows_accepted + $3, rows_replaced = rows_replaced + $4,
            rows_unchanged = rows_unchanged + $5, rows_rejected = rows_rejected + $6, rows_skipped = rows_skipped + $7
      where client_id = $1 and id = $2`,
    [clientId, importId, counts.accepted, counts.replaced, counts.unchanged, counts.rejected, counts.skipped],
  );
}

type Ending = Pick<Import, "clientId" | "id" | "state" | "warnings" | "error" | "finishedAt">;

export async function endImport(tx: Tx, ended: Ending): Promise<void> {
  await affected(
    tx,
    `update import set state = $3, warnings = $4, error = $5, finished_at = $6 where client_id = $1 and id = $2`,
    [
      ended.clientId,
      ended.id,
      ended.state,
      JSON.stringify(ended.warnings),
      ended.error === null ? null : JSON.stringify(ended.error),
      ended.finishedAt,
    ],
  );
}

/** Rejects are numbered on from those that the import has already. */
export async function saveRejects(
  tx: Tx,
  { clientId, importId, source }: ImportRef & { readonly source: string },
  rejects: readonly Reject[],
): Promise<void> {
  if (rejects.length === 0) return;
  await affected(
    tx,
    `insert into import_reject (client_id, import_id, ordinal, line, field, value, code, reason, day, source, external_id)
     select $1, $2, i.rows_rejected + t.place, t.line, t.field, t.value, t.code, t.reason, t.day, $9, t.external_id
       from import i,
            unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[], $10::text[])
              with ordinality as t(line, field, value, code, reason, day, external_id, place)
      where i.client_id = $1 and i.id = $2`,
    [
      clientId,
      importId,
      rejects.map(({ line }) => line),
      rejects.map(({ field }) => storable(field)),
      rejects.map(({ value }) => (value === null ? null : storable(value))),
      rejects.map(({ code }) => code),
      rejects.map(({ reason }) => storable(reason)),
      rejects.map(({ day }) => day),
      source,
      rejects.map(({ externalId }) => (externalId === null ? null : storable(externalId))),
    ],
  );
}

/** PostgreSQL's text holds no NUL; a value to show need not be long. */
const storable = (text: string): string => text.slice(0, 500).replaceAll("\0", "␀");

interface StoredProfile {
  readonly stream: Stream;
  readonly definition: ProfileDefinition;
}

/** The profile of that code that is in force. */
export async function profileInForce(tx: Tx, clientId: string, code: string): Promise<StoredProfile | null> {
  const found = await rows<StoredProfile>(
    tx,
    `select stream, definition from import_profile where client_id = $1 and code = $2 and superseded_at is null`,
    [clientId, code],
  );
  const [stored] = found;
  return stored ? { ...stored, definition: profileSchemaOf(stored.stream).parse(stored.definition) } : null;
}

/** The import as it stands. */
export async function importInTx(tx: Tx, { clientId, importId }: ImportRef): Promise<Import> {
  const found = await rows<Import>(tx, `select ${IMPORT_COLUMNS} from import t where t.client_id = $1 and t.id = $2`, [
    clientId,
    importId,
  ]);
  return found[0] as Import;
}

export const IMPORT_COLUMNS = `
  t.client_id as "clientId", t.id, t.stream, t.profile_code as "profileCode", t.file_name as "fileName", t.state,
  t.rows_accepted as "rowsAccepted", t.rows_replaced as "rowsReplaced", t.rows_unchanged as "rowsUnchanged",
  t.rows_rejected as "rowsRejected", t.rows_skipped as "rowsSkipped", t.warnings, t.error,
  t.started_by as "startedBy", t.started_at as "startedAt", t.finished_at as "finishedAt"`;
