import { In, IsNull } from "typeorm";
import { rows, type Tx } from "../platform/database";
import { day } from "../shared/day";
import { NIL_ID } from "../shared/ids";
import { KpiAssignment } from "./kpi-assignment.entity";
import { KpiSet } from "./kpi-set.entity";
import { notWhole, type NotWhole, type RolePost } from "./whole-weights.rules";

/** Where, among some clients, weights do not total 100 although a set asks for it. One statement where no set does. */
export async function weightsNotWhole(tx: Tx, clientIds: readonly string[]): Promise<NotWhole[]> {
  const believed = { clientId: In([...clientIds, NIL_ID]), supersededAt: IsNull() };
  const sets = await tx.find(KpiSet, { where: believed, order: { id: "ASC", validFrom: "ASC" } });
  const roles = [...new Set(sets.filter(({ weights }) => weights === "whole").map(({ roleCode }) => roleCode))];
  if (roles.length === 0) return [];
  const order = { kpiCode: "ASC", id: "ASC" } as const;
  const assignments = await tx.find(KpiAssignment, { where: { ...believed, roleCode: In(roles) }, order });
  const posts = await rows<RolePost>(tx, POSTS, [clientIds, roles]);
  return notWhole(sets, assignments, posts.length > 0 ? posts : placesOf(sets));
}

/** Every service, or the whole contract for roles that answer for it, and wherever somebody holds the role. */
const POSTS = `
  select r.code as "roleCode", c.client_id as "clientId", c.id as "contractId", p.service_id as "serviceId",
         jsonb_build_object('from', c.starts_on, 'until', c.ends_on) as days
    from contract c
    join role r on r.code = any($2)
    cross join lateral (
      select s.id as service_id from service s
       where s.client_id = c.client_id and s.contract_id = c.id and r.scope not in ('contract', 'all')
       union
      select null where r.scope in ('contract', 'all')
       union
      select h.service_id from position h
       where h.client_id = c.client_id and h.contract_id = c.id and h.role_code = r.code and h.superseded_at is null
    ) p
   where c.client_id = any($1)
   order by r.code, c.client_id, c.id, p.service_id`;

/** As long as there is no contract, the places of the sets themselves. */
const placesOf = (sets: readonly KpiSet[]): RolePost[] =>
  sets.map(({ roleCode, clientId, contractId, serviceId }) => ({
    ...{ roleCode, clientId, contractId, serviceId },
    days: { from: day("1900-01-01"), until: null },
  }));
