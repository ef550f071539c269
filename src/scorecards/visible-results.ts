import { may, type Viewer } from "../platform/viewer";

/**
 * Values for `$1` to `$3` of a statement that reads results: the viewer's clients; whether results of single people are
 * visible; and, as JSON, whose are in any case, and what the viewer's positions answer for.
 */
export const visibility = (viewer: Viewer): unknown[] => [
  viewer.clientIds,
  may(viewer, "people:read"),
  JSON.stringify({ personId: viewer.personId, sight: viewer.sight }),
];

const inSight = (column: string, list: string): string =>
  `${column} = any (array(select jsonb_array_elements_text($3::jsonb -> 'sight' -> '${list}')::uuid))`;

const IS_BOUND = `($3::jsonb -> 'sight') <> 'null'`;

/** Whether the viewer may see a row of `scorecard`, or one with the same columns of subject and place. */
export const visibleScorecard = (alias: string): string => `${alias}.client_id = any($1) and (
  ${alias}.person_id = ($3::jsonb ->> 'personId')::uuid
  or case when ${IS_BOUND}
     then (${inSight(`${alias}.contract_id`, "contractIds")} or ${inSight(`${alias}.service_id`, "serviceIds")}
       or ${inSight(`${alias}.team_id`, "teamIds")} or ${inSight(`${alias}.person_id`, "traineeIds")})
       and (${alias}.subject_kind <> 'position' or exists (
         select from position held where held.client_id = ${alias}.client_id and held.id = ${alias}.subject_id
            and held.role_code = any (array(select jsonb_array_elements_text($3::jsonb -> 'sight' -> 'roleCodes')))))
     else $2::boolean or ${alias}.subject_kind not in ('position', 'person') end)`;

/** Whether the viewer may see what a contract (and, if it is about one, a service) promised and reached. */
export const visiblePromise = (contractId: string, serviceId: string): string =>
  `(not ${IS_BOUND} or ${inSight(contractId, "contractIds")} or ${inSight(serviceId, "serviceIds")})`;
