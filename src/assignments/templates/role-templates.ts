import { nearest } from "../../shared/nearest";
import { FLOOR_ROLES } from "./floor-roles";
import { MANAGING_ROLES } from "./managing-roles";
import { UnknownTemplate } from "./role-template.errors";
import type { RoleTemplate } from "./role-template";

/** Every role of the source documents, from the floor upwards. */
export const ROLE_TEMPLATES: readonly RoleTemplate[] = [...FLOOR_ROLES, ...MANAGING_ROLES];

/** The template of a code; refuses with the nearest there is. */
export function requireTemplate(code: string): RoleTemplate {
  const found = ROLE_TEMPLATES.find((one) => one.code === code);
  if (found) return found;
  const codes = ROLE_TEMPLATES.map((one) => one.code);
  throw new UnknownTemplate(code, nearest(code, codes), codes);
}
