import type { RoleScope } from "../../people/role.entity";
import { DomainError } from "../../shared/errors";

export class UnknownTemplate extends DomainError {
  readonly code = "UNKNOWN_TEMPLATE";
  constructor(code: string, meant: string | null, known: readonly string[]) {
    super(`There is no role template "${code}".`, {
      path: ["template"],
      remedy: meant ? `Did you mean "${meant}"?` : `There are ${known.join(", ")}.`,
    });
  }
}

/** The KPIs of a template are chosen for whose figures the role answers for. */
export class TemplateScopeDiffers extends DomainError {
  readonly code = "TEMPLATE_SCOPE_DIFFERS";
  constructor(role: string, is: RoleScope, asked: RoleScope) {
    super(`Role "${role}" answers for "${is}", the template for "${asked}".`, {
      path: ["role"],
      remedy: `Give the role the scope "${asked}" first, or adopt the template under another code with \`role\`.`,
    });
  }
}
