import { GraphQLFloat } from "graphql";
import { foldCases } from "../case-fold.queries";
import { EVENT_KINDS, EVENT_STATES } from "./case-fold.rules";
import { PAUSE_REASONS } from "./case-record";
import { copyInstant } from "../fact-row";
import { declareStream } from "./declared-stream";
import { moment, needed, reference, text, whole, word, yesNo } from "./field-kinds";

/** Past 32 bits: some logs number all their updates in one row. */
const NUMBERS = [0, 9_000_000_000_000] as const;

const fields = {
  at: needed(moment("When the update happened.")),
  caseId: needed(reference("Id of the case in the source system.")),
  sequence: {
    ...whole("Number of the update within its case; gaps do no harm. Null: the time alone gives the order.", NUMBERS),
    scalar: () => GraphQLFloat,
  },
  kind: word(EVENT_KINDS, "What happened. Null: see `state`."),
  state: word(EVENT_STATES, "What the case is after the update. Null: as before, or as `kind` says."),
  pauseReason: word(
    PAUSE_REASONS,
    "For whom the case waits, with kind paused. Null: for somebody other than the customer.",
  ),
  openedAt: moment("When the case was opened, where the log begins later. Null: at its first event."),
  resolvedAt: moment(
    "When the system says that the case was resolved, where that is better than the time of the update; it counts only " +
      "if the case's last update says it, is not later than the update, and leaves the case resolved. Null: when the update happened.",
  ),
  dueAt: moment("By when the case has to be resolved. Null: as before."),
  customerRef: reference("The customer, under a reference that says nothing else. Null: as before."),
  reason: text("What the case is about, in the words of the source system. Null: as before."),
  priority: text("How urgent it is, in the words of the source system. Null: as before."),
  escalations: whole("How often it was escalated so far. Null: escalations among the events are counted.", [0, 10_000]),
  contacts: whole(
    "How many contacts the customer needed so far. Null: replies among the events are counted.",
    [0, 100_000],
  ),
  agentInteractions: whole("How often an agent dealt with it so far. Null: responses are counted.", [0, 100_000]),
  withinTarget: yesNo("Whether its target is kept so far, as the source system judges. Null: as before."),
  resolvableFirstContact: yesNo("Whether one contact could be enough. Null: as before."),
};

/** Events are not counted themselves: the case that they are folded into is. */
export const CASE_EVENT_STREAM = declareStream({
  stream: "case_event",
  noun: "updates of cases",
  description: "One update of a case in the log of its system. The events of a case are folded into the case.",
  fields,
  channel: "optional",
  person: "optional",
  personDescription: "To whom the case is assigned after the update: login for `source`, or code. Null: as before.",
  when: "at",
  columns: [
    ["case_external_id", "text"],
    ["sequence", "bigint"],
    ["occurred_at", "timestamptz"],
    ["kind", "text"],
    ["state", "text"],
    ["pause_reason", "text"],
    ["opened_at", "timestamptz"],
    ["resolved_at", "timestamptz"],
    ["due_at", "timestamptz"],
    ["customer_ref", "text"],
    ["reason", "text"],
    ["priority", "text"],
    ["escalations", "integer"],
    ["contacts", "integer"],
    ["agent_interactions", "integer"],
    ["within_target", "boolean"],
    ["resolvable_first_contact", "boolean"],
  ],
  daysSql: "'{}'::date[]",
  afterStore: foldCases,
  fact: (said, { latest }) => {
    if (said.openedAt !== null && said.openedAt > latest) {
      const reason = `${new Date(said.openedAt).toISOString()} has not come yet. Are day and month swapped, or is the time zone another?`;
      return { about: "openedAt", code: "IN_THE_FUTURE", reason };
    }
    if (said.kind === null && said.state === null) {
      const reason = "An update says what happened (`kind`) or what the case is after it (`state`). Give one of them.";
      return { about: "kind", code: "MISSING_VALUE", reason };
    }
    const values = {
      case_external_id: said.caseId,
      sequence: said.sequence,
      occurred_at: copyInstant(said.at),
      kind: said.kind,
      state: said.state,
      pause_reason: said.pauseReason,
      opened_at: copyInstant(said.openedAt),
      resolved_at: copyInstant(said.resolvedAt),
      due_at: copyInstant(said.dueAt),
      customer_ref: said.customerRef,
      reason: said.reason,
      priority: said.priority,
      escalations: said.escalations,
      contacts: said.contacts,
      agent_interactions: said.agentInteractions,
      within_target: said.withinTarget,
      resolvable_first_contact: said.resolvableFirstContact,
    };
    return { values, days: [] };
  },
});
