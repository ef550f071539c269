/** The columns that are written of a late fact. */
export const LATE_COLUMNS =
  "client_id, contract_id, stream, source, external_id, service_id, person_id, day, change, import_id, at";

const LONGER_KINDS = ["week", "month", "quarter", "year"];

/** SQL of whether a closed period of a contract of client $1 holds a day. */
export const isClosedSql = (contractId: string, day: string): string => `exists (
  select from period_closing c where c.client_id = $1 and c.contract_id = ${contractId}
     and (c.period_kind, c.period_from) in (
       ('day', ${day}), ${LONGER_KINDS.map((kind) => `('${kind}', date_trunc('${kind}', ${day})::date)`).join(", ")}))`;
