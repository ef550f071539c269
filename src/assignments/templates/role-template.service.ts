import { roleByCode } from "../../people/people.lookups";
import { Role } from "../../people/role.entity";
import type { RoleService } from "../../people/role.service";
import type { Tx } from "../../platform/database";
import type { DefinitionContext } from "../../platform/definitions/definition-context";
import { readPlace } from "../assignment-place";
import { KpiAssignment } from "../kpi-assignment.entity";
import type { KpiAssignmentService } from "../kpi-assignment.service";
import { KpiSet } from "../kpi-set.entity";
import type { KpiSetService } from "../kpi-set.service";
import { definedAt } from "../placed-definition";
import { TemplateScopeDiffers } from "./role-template.errors";
import type { RoleTemplate } from "./role-template";
import { requireTemplate } from "./role-templates";

export interface TemplateAdoption {
  readonly template: string;
  /** Code of the role; null: the template's own. */
  readonly role: string | null;
  readonly client: string | null;
  readonly contract: string | null;
  readonly service: string | null;
  readonly validFrom: string | null;
}

export interface AdoptedTemplate {
  readonly role: Role;
  /** KPIs that the role now answers for. */
  readonly assigned: readonly string[];
  /** KPIs that it answered for at this place before: they stay as they were. */
  readonly kept: readonly string[];
}

export class RoleTemplateService {
  constructor(
    private readonly roles: RoleService,
    private readonly assignments: KpiAssignmentService,
    private readonly sets: KpiSetService,
  ) {}

  /** Defines the role where there is none yet, and gives it at a place what it does not answer for there already. */
  async adopt(tx: Tx, context: DefinitionContext, adoption: TemplateAdoption): Promise<AdoptedTemplate> {
    const template = requireTemplate(adoption.template);
    const { client, contract, service, validFrom } = adoption;
    const place = await readPlace(tx, context, { client, contract, service }, "KPI assignment");
    const role = await this.roleFor(tx, context, template, adoption.role ?? template.code);
    const ids = {
      clientId: place.clientId,
      contractId: place.contract?.id ?? null,
      serviceId: place.service?.id ?? null,
    };
    const at = { ...ids, roleCode: role.code };
    const named = { role: role.code, client, contract, service };
    const [assigned, kept]: [string[], string[]] = [[], []];
    for (const { kpi, weight, dialect } of template.kpis) {
      const known = await definedAt(tx, KpiAssignment, { ...at, kpiCode: kpi });
      (known.current.length > 0 ? kept : assigned).push(kpi);
      if (known.current.length > 0) continue;
      const version = { validFrom, weight: String(weight), ...(dialect === undefined ? {} : { dialect }) };
      await this.assignments.define(tx, context, { ...named, kpi, versions: [version] } as never);
    }
    const { current: sets } = await definedAt(tx, KpiSet, at);
    if (sets.length === 0)
      await this.sets.define(tx, context, { ...named, versions: [{ validFrom, weights: "whole" }] } as never);
    return { role, assigned, kept };
  }

  private async roleFor(tx: Tx, context: DefinitionContext, template: RoleTemplate, code: string): Promise<Role> {
    const { names, scope, descriptions } = template;
    if (!(await tx.findOneBy(Role, { code })))
      await this.roles.define(tx, context, { code, name: names.en, scope, description: descriptions.en });
    const role = await roleByCode(tx, code);
    if (role.scope !== scope) throw new TemplateScopeDiffers(code, role.scope, scope);
    return role;
  }
}
