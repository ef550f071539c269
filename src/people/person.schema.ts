import { z } from "zod";
import { codeField, nameField } from "../shared/fields";
import { orElse } from "../shared/lenient";

export const personSchema = z.strictObject({
  code: codeField,
  name: nameField,
  logins: orElse(z.record(z.string(), nameField), {} as Record<string, string>),
});
export type PersonInput = z.input<typeof personSchema>;
