import { z } from "zod";
import { codeField, nameField } from "../shared/fields";
import { orElse } from "../shared/lenient";
import { ROLE_SCOPES } from "./role.entity";

export const roleSchema = z.strictObject({
  code: codeField,
  name: nameField,
  scope: z.enum(ROLE_SCOPES),
  description: orElse(z.string().max(1_000), ""),
});
export type RoleInput = z.input<typeof roleSchema>;
