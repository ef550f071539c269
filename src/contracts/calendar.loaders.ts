import { rows } from "../platform/database";
import { batchLoader, groupedBy, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import { childList, type RowList } from "../platform/graphql/row-list";
import type { CalendarVersion } from "./calendar-version.entity";
import type { Calendar } from "./calendar.entity";

const COLUMNS = `t.client_id as "clientId", t.id, t.code, t.name`;

export const calendarById = batchLoader<Calendar | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<Calendar>(tx, BY_ID, [viewer.clientIds, ids], "calendarById"), (row) => row.id),
);
const BY_ID = `select ${COLUMNS} from calendar t where t.client_id = any($1) and t.id = any($2)`;

export const calendarNode = nodeKind("Calendar", calendarById);

export const calendarRows: RowList<Calendar> = {
  columns: COLUMNS,
  from: "calendar t",
  where: "t.client_id = any($1)",
  sort: [
    { sql: "t.code", type: "text", of: (row) => row.code },
    { sql: "t.id", type: "uuid", of: (row) => row.id },
  ],
};

export const calendarsOfClient = childList(calendarRows, "t.client_id");

/** The versions believed now, by the days they apply on. */
export const versionsByCalendar = batchLoader<CalendarVersion[]>(async (tx, viewer, ids) => {
  const found = await rows<CalendarVersion>(tx, VERSIONS, [viewer.clientIds, ids], "versionsByCalendar");
  return groupedBy(ids, found, (row) => row.calendarId);
});
const VERSIONS = `
  select client_id as "clientId", calendar_id as "calendarId", time_zone as "timeZone", windows, holidays, version,
         valid_from as "validFrom", valid_until as "validUntil", recorded_at as "recordedAt"
    from calendar_version
   where client_id = any($1) and calendar_id = any($2) and superseded_at is null
   order by calendar_id, valid_from`;
