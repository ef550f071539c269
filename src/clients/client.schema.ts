import { z } from "zod";
import { codeField, nameField } from "../shared/fields";
import { orNull } from "../shared/lenient";

export const clientSchema = z.strictObject({
  code: codeField,
  name: nameField,
  industry: orNull(nameField),
});
export type ClientInput = z.input<typeof clientSchema>;
