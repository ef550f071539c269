import { z } from "zod";
import { recurrenceField } from "../shared/cadence";
import { codeField, countField, dayField, nameField } from "../shared/fields";
import { orElse, orNull } from "../shared/lenient";
import { REVIEWED_KINDS, type ForumParticipant } from "./forum.entity";

const cadenceField = recurrenceField(
  "Write an RFC 5545 rule such as FREQ=MONTHLY;BYDAY=2TU, without DTSTART: startsOn says that.",
);

const participantField = z.strictObject({
  name: nameField,
  side: z.enum(["provider", "client"]),
  duty: orNull(nameField),
});

export const forumSchema = z
  .strictObject({
    client: z.string(),
    contract: z.string(),
    code: codeField,
    name: nameField,
    cadence: cadenceField,
    /** Left out: the contract's first day. */
    startsOn: orNull(dayField),
    /** The kind of period one sitting reviews. */
    reviews: z.enum(REVIEWED_KINDS),
    quorum: orElse(countField.min(1), 1),
    participants: orElse(z.array(participantField), [] as ForumParticipant[]),
    minSample: orElse(countField, 30),
  })
  .superRefine(({ quorum, participants }, context) => {
    if (participants.length === 0 || quorum <= participants.length) return;
    const params = { remedy: "Ask for no more people than the forum has, or name the missing participants." };
    const message = `The quorum is ${quorum}, but the forum has ${participants.length} participants.`;
    context.addIssue({ code: "custom", path: ["quorum"], message, params });
  });
export type ForumInput = z.input<typeof forumSchema>;
