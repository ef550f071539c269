import { deriveMoments } from "../case-moments.queries";
import { objectionTo } from "./case-check.rules";
import { assignments, pauses, reopenings } from "./case-lists";
import { CASE_COLUMNS, caseColumns, type CaseTold } from "./case-record";
import { declareStream } from "./declared-stream";
import { moment, needed, reference, text, whole, yesNo } from "./field-kinds";

const fields = {
  openedAt: needed(moment("When the customer first made contact about it.")),
  firstResponseAt: moment(
    "First outbound reply by a human; an automatic acknowledgement is none. Null: none yet, or not known.",
  ),
  firstSolutionAt: moment("First time a solution was offered; a request for information is none. Null: none yet."),
  resolvedAt: moment("When it was resolved, the last time. Null: it is not resolved, or was resolved when closed."),
  closedAt: moment("When it was closed, which may be days after it was resolved. Null: it is not closed."),
  dueAt: moment("By when it has to be resolved. Null: it has no target."),
  reopenings: reopenings(
    "Earlier resolutions that did not last, in order: [{resolvedAt, reopenedAt}]. Null: it was never opened again.",
  ),
  pauses: pauses("Times in which it waited: [{from, until, reason}], reason customer or other. Null: none."),
  assignments: assignments(
    "To whom it was given: [{person, assignedAt, respondedAt, response}], response solution or information. Null: not known.",
  ),
  customerRef: reference("The customer, under a reference that says nothing else. Null: not known."),
  reason: text("What it was about, in the words of the source system."),
  priority: text("How urgent it is, in the words of the source system."),
  escalations: whole("How often it was escalated or transferred to another party. Null: not known.", [0, 10_000]),
  contacts: whole("How many contacts the customer needed for it, the first included. Null: not known.", [0, 100_000]),
  agentInteractions: whole("How many times an agent dealt with it. Null: not known.", [0, 100_000]),
  withinTarget: yesNo("Whether its target was kept, as the source system judges. Null: it has no verdict."),
  resolvableFirstContact: yesNo("Whether one contact could have been enough. Null: nobody judged."),
};

/** A case tells everything of itself in one row; `case_event` is for logs of updates. */
export const CASE_STREAM = declareStream({
  stream: "case",
  noun: "cases",
  description: "One matter of a customer, from its opening to its closing.",
  fields,
  channel: "optional",
  person: "optional",
  personDescription: "Who owns it, or resolved it: login for `source`, or code. Null: nobody.",
  when: "openedAt",
  columns: CASE_COLUMNS,
  daysSql: "'{}'::date[]",
  afterStore: deriveMoments,
  fact: (said, { latest }) => {
    const told: CaseTold = {
      ...said,
      resolvedAt: said.resolvedAt ?? said.closedAt,
      reopenings: said.reopenings ?? [],
      pauses: said.pauses ?? [],
      assignments: said.assignments ?? [],
    };
    return objectionTo({ ...told, resolvedAt: said.resolvedAt }, latest) ?? { values: caseColumns(told), days: [] };
  },
});
