import { GraphQLBoolean, GraphQLInt, GraphQLString } from "graphql";
import { Field, InputType } from "type-graphql";
import { z } from "zod";
import { copyInstant } from "../fact-row";
import { declareStream } from "./declared-stream";
import { list, moment, needed, seconds } from "./field-kinds";
import { completedWorkTime } from "./work-time.rules";

@InputType("WorkStateInput", { description: "Time in a state other than available and handling." })
class WorkStateInput {
  @Field(() => GraphQLString, { description: "The state, in the words of the source system: break, training." })
  state!: string;

  @Field(() => GraphQLInt, { description: "Seconds in it." })
  seconds!: number;

  @Field(() => GraphQLBoolean, { description: "Whether it is paid." })
  paid!: boolean;

  @Field(() => GraphQLBoolean, { description: "Whether it counts as productive, as agreed in the contract." })
  productive!: boolean;
}

const AUX_STATE = z.strictObject({
  state: z.string().min(1).max(100),
  seconds: z.int().min(0).max(90_000),
  paid: z.boolean(),
  productive: z.boolean(),
});

const fields = {
  startedAt: needed(moment("When the interval begins: a quarter of an hour, a shift, a day. It counts on this day.")),
  endedAt: needed(moment("When it ends, at most a day later.")),
  scheduledSeconds: seconds("Time the person was scheduled to work. Null: not known."),
  paidSeconds: seconds("Time that is paid. Null: not known."),
  loggedSeconds: seconds("Time logged in. Null: not known."),
  availableSeconds: seconds("Time idle, ready for a contact. Null: not known."),
  handlingSeconds: seconds(
    "Time communicating with customers, after-contact work included: each second once, however many at a time. Null: not known.",
  ),
  contactSeconds: seconds("The same for each contact: two chats at a time count twice. Null: not known."),
  adherentSeconds: seconds("Time in the scheduled kind of state while scheduled. Null: not known."),
  productiveSeconds: seconds("Productive time, as agreed. Null: available, handling and productive states together."),
  attendedSeconds: seconds("Of the scheduled time, how much the person was present. Null: not known."),
  unavailableSeconds: seconds(
    "Time paid but unavailable to customers: breaks, training, leave, sickness. Null: paid states together.",
  ),
  auxStates: list("Time in other states.", AUX_STATE, () => WorkStateInput),
};

export const WORK_TIME = declareStream({
  stream: "work_time",
  noun: "working times",
  description:
    "One person's time in one interval. Intervals of one person should not overlap: their seconds would count twice.",
  fields,
  channel: "optional",
  person: "optional",
  personDescription:
    "Whose time it is: the login for `source`, or the person's code. Null: of several, or nobody's in particular.",
  when: "startedAt",
  columns: [
    ["started_at", "timestamptz"],
    ["ended_at", "timestamptz"],
    ["scheduled_seconds", "integer"],
    ["paid_seconds", "integer"],
    ["logged_seconds", "integer"],
    ["available_seconds", "integer"],
    ["handling_seconds", "integer"],
    ["contact_seconds", "integer"],
    ["adherent_seconds", "integer"],
    ["productive_seconds", "integer"],
    ["attended_seconds", "integer"],
    ["unavailable_seconds", "integer"],
    ["aux_states", "jsonb"],
    ["day", "date"],
  ],
  fact: (said, { day }) => {
    const time = completedWorkTime(said);
    if ("code" in time) return time;
    return {
      values: {
        ...{ started_at: copyInstant(said.startedAt), ended_at: copyInstant(said.endedAt), day },
        ...{ scheduled_seconds: time.scheduledSeconds, paid_seconds: time.paidSeconds },
        ...{ logged_seconds: time.loggedSeconds, available_seconds: time.availableSeconds },
        ...{ handling_seconds: time.handlingSeconds, contact_seconds: time.contactSeconds },
        ...{ adherent_seconds: time.adherentSeconds, productive_seconds: time.productiveSeconds },
        ...{ attended_seconds: time.attendedSeconds, unavailable_seconds: time.unavailableSeconds },
        aux_states: said.auxStates === null ? null : JSON.stringify(said.auxStates),
      },
    };
  },
});
