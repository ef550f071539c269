import type { Parameters } from "../kpi-definition";
import type { Measure } from "../measure-definition";
import type { CaseMomentFacts } from "./case-facts";
import { counted } from "./case-measure";

const DAY_MILLISECONDS = 86_400_000;

const isWithin = (later: number | null, earlier: number, { repeatDays = 0 }: Parameters): boolean =>
  later !== null && later - earlier <= repeatDays * DAY_MILLISECONDS;

const REPEAT_KNOWN = "f.customer_ref is not null and f.contacts is not null";
const isRepeatKnown = (f: CaseMomentFacts): boolean => f.customerRef !== null && f.contacts !== null;

const FIRST_CONTACT = `f.customer_ref is not null and f.contacts = 1 and f.reopenings = 0
  and (f.next_opened_at <= f.occurred_at + :repeatDays * interval '24 hours') is not true`;
const isFirstContact = (f: CaseMomentFacts, p: Parameters): boolean =>
  f.customerRef !== null && f.contacts === 1 && f.reopenings === 0 && !isWithin(f.nextOpenedAt, f.occurredAt, p);

const RESOLVABLE = "f.resolvable_first_contact";

/** Counted repeatDays after the closing, when it is known whether the customer came back. */
const AFTER_CLOSING: readonly Measure[] = [
  counted("closed_later", {
    code: "cases_closed_repeat_known",
    description: "Cases closed whose customer and number of contacts are known, repeatDays later.",
    parameters: ["repeatDays"],
    condition: REPEAT_KNOWN,
    counts: isRepeatKnown,
  }),
  counted("closed_later", {
    code: "cases_closed_first_contact",
    description:
      "Cases closed after one contact, never opened again, with no other case of the customer for the same reason within repeatDays after.",
    parameters: ["repeatDays"],
    condition: FIRST_CONTACT,
    counts: isFirstContact,
  }),
  counted("closed_later", {
    code: "cases_closed_resolvable",
    description:
      "Cases closed that one contact could have resolved, whose customer and number of contacts are known, repeatDays later.",
    parameters: ["repeatDays"],
    condition: `${REPEAT_KNOWN} and ${RESOLVABLE}`,
    counts: (f) => isRepeatKnown(f) && f.resolvableFirstContact === true,
  }),
  counted("closed_later", {
    code: "cases_closed_first_contact_resolvable",
    description: "Those of them closed after one contact, never opened again, with no repeat within repeatDays after.",
    parameters: ["repeatDays"],
    condition: `${FIRST_CONTACT} and ${RESOLVABLE}`,
    counts: (f, p) => isFirstContact(f, p) && f.resolvableFirstContact === true,
  }),
];

/** Counted repeatDays after the first resolution, when it is known whether it lasted. */
const AFTER_RESOLUTION: readonly Measure[] = [
  counted("resolved_later", {
    code: "cases_solved_interactions_known",
    description: "Cases resolved for the first time whose number of agent interactions is known, repeatDays later.",
    parameters: ["repeatDays"],
    condition: "f.is_first and f.agent_interactions is not null",
    counts: (f) => f.isFirst && f.agentInteractions !== null,
  }),
  counted("resolved_later", {
    code: "cases_solved_one_interaction",
    description: "Cases resolved with exactly one agent interaction and not opened again within repeatDays.",
    parameters: ["repeatDays"],
    condition: `f.is_first and f.agent_interactions = 1
      and (f.first_reopened_at <= f.occurred_at + :repeatDays * interval '24 hours') is not true`,
    counts: (f, p) => f.isFirst && f.agentInteractions === 1 && !isWithin(f.firstReopenedAt, f.occurredAt, p),
  }),
];

export const CASE_REPEAT_MEASURES: readonly Measure[] = [...AFTER_CLOSING, ...AFTER_RESOLUTION];
