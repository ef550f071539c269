import { z } from "zod";
import { codeField, nameField } from "../shared/fields";

export const teamSchema = z.strictObject({
  client: z.string(),
  contract: z.string(),
  code: codeField,
  name: nameField,
});
export type TeamInput = z.input<typeof teamSchema>;
