import { tableOf, type Stream } from "../shared/stream";
import { STORED_STREAMS } from "./streams/declared-streams";

/**
 * Rejected rows that are still missing, of clients `$1`: of several copies of a row the last, and none whose fact
 * arrived another time. Sending a file again therefore counts nothing twice. `condition` speaks of `r`.
 */
export const outstandingRejects = (condition: string): string => `(
  select distinct on (r.client_id, i.stream, r.source, ${IDENTITY}) r.*
    from import_reject r
    join import i on i.client_id = r.client_id and i.id = r.import_id
   where r.client_id = any($1) and ${condition}
${STORED_STREAMS.map(notArrived).join("")}   order by r.client_id, i.stream, r.source, ${IDENTITY}, r.import_id desc)`;

const notArrived = (stream: Stream): string => `
     and not exists (select 1 from ${tableOf(stream)} f where i.stream = '${stream}' and f.client_id = r.client_id
                        and f.source = r.source and f.external_id = r.external_id)`;

/** Where the id could not be read, a row is known by its place and what was wrong with it. */
const IDENTITY = "coalesce(r.external_id, concat_ws('|', i.file_name, r.line, r.field, r.value))";
