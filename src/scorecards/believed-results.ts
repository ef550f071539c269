import { listOf, PERIOD_COLUMNS, type ResultColumn, type ResultTable } from "./result-table.rules";

/** Whether a row is the latest version of its result, as it is believed now. */
export const latestOf = ({ table, subject }: ResultTable, row: string): string =>
  `not exists (select from ${table} n where n.client_id = ${row}.client_id and ${same(subject, row, "n")}
     and n.version > ${row}.version)`;

const same = (subject: readonly ResultColumn[], a: string, b: string): string =>
  [...subject, ...PERIOD_COLUMNS.slice(0, 2)].map(({ column }) => `${a}.${column} = ${b}.${column}`).join(" and ");

/**
 * Rows of a table as they were believed at the instant in a parameter: of each result the highest version recorded by
 * then, provisional if it became final later; else what a provisional row said before it changed. What is no longer
 * believed has an id of its own, so that nobody takes it for what the row says now. For a `from` clause.
 */
export function believedRows({ table, subject, subjectId, said }: ResultTable, at: string): string {
  const instant = `${at}::timestamptz`;
  const all = [...subject, ...PERIOD_COLUMNS, ...said];
  const isOpen = `r.final_at > ${instant}`;
  const fromPast = ({ column }: ResultColumn): string =>
    PAST_COLUMNS[column === subjectId ? "subject_id" : column]
      ? `p.${column === subjectId ? "subject_id" : column}`
      : `d.${column}`;
  return `(
    select r.client_id, case when ${isOpen} then ${otherId("r.id", "r.recorded_at")} else r.id end as id, r.contract_id,
           ${listOf("r", all)}, r.version, case when ${isOpen} then 'provisional' else r.state end as state,
           r.computed_at, r.recorded_at, case when ${isOpen} then null else r.final_at end as final_at
      from ${table} r
     where r.recorded_at <= ${instant} and not exists (
       select from ${table} n where n.client_id = r.client_id and ${same(subject, "r", "n")}
          and n.version > r.version and n.recorded_at <= ${instant})
    union all
    select p.client_id, ${otherId("p.row_id", "p.recorded_at")}, p.contract_id,
           ${all.map(fromPast).join(", ")}, d.version, 'provisional',
           d.computed_at, p.recorded_at, null
      from past_result p cross join lateral jsonb_populate_record(null::${table}, p.document) d
     where p.result = '${table}' and p.recorded_at <= ${instant} and p.superseded_at > ${instant})`;
}

/** Columns that `past_result` has itself, so that its indexes serve. */
const PAST_COLUMNS: Readonly<Record<string, true>> = { subject_id: true, period_kind: true, period_from: true };

/** A UUID (version 8) that follows from a row and an instant. */
const otherId = (id: string, at: string): string =>
  `overlay(overlay(md5(${id}::text || extract(epoch from ${at})::text) placing '8' from 13) placing '8' from 17)::uuid`;
