import type { RowList } from "../platform/graphql/row-list";
import type { Day } from "../shared/day";
import { NIL_ID } from "../shared/ids";

/** Definitions of the whole house are everybody's to see; of the others, those believed now. $1: the viewer's clients. */
export const VISIBLE_PLACED = `(t.client_id = any($1) or t.client_id = '${NIL_ID}') and t.superseded_at is null`;

/** What a list of a role's definitions is narrowed to. */
interface PlacedFilter {
  readonly validOn: Day | null;
  readonly role: string | null;
}

const heldOn = (alias: string): string =>
  `($2::date is null or (${alias}.valid_from <= $2 and (${alias}.valid_until is null or ${alias}.valid_until > $2)))`;

/** One row for each definition of a table: of the versions that hold on the day asked for, the latest. */
export const placedRows = <R extends { readonly roleCode: string }>(
  table: "kpi_assignment" | "kpi_set",
  columns: string,
  sort: RowList<R>["sort"],
): RowList<R> => ({
  columns,
  from: `${table} t`,
  where: `${VISIBLE_PLACED} and ($3::text is null or t.role_code = $3) and ${heldOn("t")} and not exists (
    select 1 from ${table} l where l.client_id = t.client_id and l.id = t.id and l.superseded_at is null
       and l.valid_from > t.valid_from and ${heldOn("l")})`,
  params: (_asking, filter) => {
    const { validOn, role } = filter as unknown as PlacedFilter;
    return [validOn, role];
  },
  sort: [{ sql: "t.role_code", type: "text", of: (row) => row.roleCode }, ...sort],
});
