import { registerEnumType } from "type-graphql";
import type { Stream } from "../shared/stream";

export const StreamEnum = { CONTACT: "contact", SURVEY: "survey" } as const satisfies Record<string, Stream>;

registerEnumType(StreamEnum, {
  name: "Stream",
  description: "Kinds of fact.",
  valuesConfig: {
    CONTACT: { description: "A call, chat or message that a customer offered to a service." },
    SURVEY: { description: "A customer's answers about a contact or case." },
  },
});
