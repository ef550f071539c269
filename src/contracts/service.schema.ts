import { z } from "zod";
import { codeField, nameField, timeZoneField } from "../shared/fields";
import { orNull } from "../shared/lenient";

const channelsField = z
  .array(codeField)
  .min(1)
  .superRefine((channels, context) => {
    channels.forEach((channel, index) => {
      if (channels.indexOf(channel) === index) return;
      const params = { remedy: "Name each channel once." };
      context.addIssue({ code: "custom", path: [index], message: `"${channel}" is named twice.`, params });
    });
  });

export const serviceSchema = z.strictObject({
  client: z.string(),
  contract: z.string(),
  code: codeField,
  name: nameField,
  channels: channelsField,
  timeZone: orNull(timeZoneField),
  calendar: orNull(z.string()),
});
export type ServiceInput = z.input<typeof serviceSchema>;
