import { rows, type Tx } from "../platform/database";
import { lockDefinitions } from "../platform/definitions/by-code";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import { HouseOnly } from "../platform/definitions/house.errors";
import type { OnDefinitionChanged } from "../platform/definitions/on-definition-changed";
import { recordChange } from "../platform/definitions/record-change";
import type { Day } from "../shared/day";
import { NIL_ID } from "../shared/ids";
import { parseInput } from "../shared/input";
import { Role } from "./role.entity";
import { roleSchema, type RoleInput } from "./role.schema";

/** The role as its document says it. */
export const roleRecord = ({ name, scope, description }: Role) => ({ name, scope, description });

export class RoleService {
  constructor(private readonly onChanged: OnDefinitionChanged) {}

  async define(tx: Tx, context: DefinitionContext, raw: RoleInput): Promise<Defined<Role>> {
    if (!context.internal) throw new HouseOnly("role");
    const { code, ...terms } = parseInput(roleSchema, raw);
    await lockDefinitions(tx, NIL_ID);
    const before = await tx.findOneBy(Role, { code });
    const role = Object.assign(new Role(), { code, ...terms });
    const change = await recordChange(tx, context, {
      clientId: NIL_ID,
      kind: "Role",
      key: code,
      before: before && roleRecord(before),
      after: roleRecord(role),
    });
    if (!before) await tx.insert(Role, role);
    else if (change.outcome === "changed") await tx.update(Role, { code }, terms);
    if (before && before.scope !== role.scope) await this.tellContracts(tx, context, code);
    return { thing: role, change };
  }

  private async tellContracts(tx: Tx, context: DefinitionContext, roleCode: string): Promise<void> {
    const affected = await rows<{ clientId: string; contractId: string; from: Day }>(
      tx,
      `select client_id as "clientId", contract_id as "contractId", min(valid_from) as "from"
         from position
        where client_id = any($1) and role_code = $2 and superseded_at is null
        group by client_id, contract_id`,
      [context.clientIds, roleCode],
    );
    for (const contract of affected) await this.onChanged(tx, contract, context);
  }
}
