import type { ResultTable } from "./result-table.rules";

interface Archived {
  /** Name or alias of the rows that are past. */
  readonly rows: string;
  /** When what they say ends. */
  readonly until: string;
  /** Where the rows come from, when not by their name. */
  readonly from?: string;
}

/** Copies rows of a table to what is past: the statement's beginning, for a condition to follow. */
export const archiving = ({ table, subjectId }: ResultTable, { rows, until, from = rows }: Archived): string =>
  `insert into past_result (client_id, contract_id, result, row_id, subject_id, period_kind, period_from, recorded_at,
      superseded_at, document)
    select ${rows}.client_id, ${rows}.contract_id, '${table}', ${rows}.id, ${rows}.${subjectId}, ${rows}.period_kind,
           ${rows}.period_from, ${rows}.recorded_at, ${until}, to_jsonb(${rows}.*)
      from ${from}`;
