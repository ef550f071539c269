import type { ContactFacts, ContactMeasure } from "../measure-definition";

type Attributed = "answered" | "ended";

const counted = (
  attribution: Attributed,
  shape: Pick<ContactMeasure, "code" | "description" | "condition" | "counts">,
): ContactMeasure => ({
  ...shape,
  stream: "contact",
  unit: "count",
  attribution,
  parameters: [],
  sumOf: null,
  amount: () => 1,
});

const summed = (
  attribution: Attributed,
  shape: Pick<ContactMeasure, "code" | "description" | "condition" | "counts" | "amount"> & { sumOf: string },
): ContactMeasure => ({ ...shape, stream: "contact", unit: "seconds", attribution, parameters: [] });

const isAnswerTimed = (f: ContactFacts): boolean => f.outcome === "answered" && f.waitSeconds !== null;
const ANSWER_TIMED = "f.outcome = 'answered' and f.wait_seconds is not null";

const isRingKnown = (f: ContactFacts): boolean => isAnswerTimed(f) && (f.ringSeconds ?? null) !== null;
const isWhisperKnown = (f: ContactFacts): boolean => isAnswerTimed(f) && (f.whisperSeconds ?? null) !== null;

/** Counted on the day of the answer. Answers whose wait is not known are left out, not taken as 0. */
export const ANSWER_MEASURES: readonly ContactMeasure[] = [
  counted("answered", {
    code: "answers_timed",
    description: "Contacts answered whose wait is known.",
    condition: ANSWER_TIMED,
    counts: isAnswerTimed,
  }),
  summed("answered", {
    code: "wait_seconds",
    description: "Seconds from entering the queue to the answer, of contacts answered.",
    condition: ANSWER_TIMED,
    counts: isAnswerTimed,
    sumOf: "f.wait_seconds",
    amount: (f) => f.waitSeconds ?? 0,
  }),
  counted("answered", {
    code: "answers_ring_known",
    description: "Contacts answered whose wait and ringing are known.",
    condition: `${ANSWER_TIMED} and f.ring_seconds is not null`,
    counts: isRingKnown,
  }),
  summed("answered", {
    code: "wait_without_ring_seconds",
    description: "Seconds from entering the queue to the first ringing, of contacts answered whose ringing is known.",
    condition: `${ANSWER_TIMED} and f.ring_seconds is not null`,
    counts: isRingKnown,
    sumOf: "f.wait_seconds - f.ring_seconds",
    amount: (f) => (f.waitSeconds ?? 0) - (f.ringSeconds ?? 0),
  }),
  counted("answered", {
    code: "answers_whisper_known",
    description: "Contacts answered whose wait and whisper are known.",
    condition: `${ANSWER_TIMED} and f.whisper_seconds is not null`,
    counts: isWhisperKnown,
  }),
  summed("answered", {
    code: "wait_with_whisper_seconds",
    description: "Seconds from entering the queue until the customer was put through, where the whisper is known.",
    condition: `${ANSWER_TIMED} and f.whisper_seconds is not null`,
    counts: isWhisperKnown,
    sumOf: "f.wait_seconds + f.whisper_seconds",
    amount: (f) => (f.waitSeconds ?? 0) + (f.whisperSeconds ?? 0),
  }),
];

const isTalkTimed = (f: ContactFacts): boolean => f.outcome === "answered" && f.talkSeconds !== null;
const TALK_TIMED = "f.outcome = 'answered' and f.talk_seconds is not null";

const isHeld = (f: ContactFacts): boolean => f.outcome === "answered" && (f.holdSeconds ?? 0) > 0;
const IS_HELD = "f.outcome = 'answered' and f.hold_seconds > 0";

/** Counted on the day the contact ended. Hold and wrap that a feed does not report add nothing. */
export const HANDLING_MEASURES: readonly ContactMeasure[] = [
  counted("ended", {
    code: "handled",
    description: "Contacts answered, on the day they ended.",
    condition: "f.outcome = 'answered'",
    counts: (f) => f.outcome === "answered",
  }),
  counted("ended", {
    code: "handled_transfer_known",
    description: "Contacts handled of which it is known whether they were transferred.",
    condition: "f.outcome = 'answered' and f.transferred is not null",
    counts: (f) => f.outcome === "answered" && f.transferred !== null,
  }),
  counted("ended", {
    code: "handled_transferred",
    description: "Contacts handled that were transferred to another party.",
    condition: "f.outcome = 'answered' and f.transferred",
    counts: (f) => f.outcome === "answered" && f.transferred === true,
  }),
  counted("ended", {
    code: "handled_timed",
    description: "Contacts handled whose talk time is known.",
    condition: TALK_TIMED,
    counts: isTalkTimed,
  }),
  summed("ended", {
    code: "talk_seconds",
    description: "Seconds of conversation, of contacts handled.",
    condition: TALK_TIMED,
    counts: isTalkTimed,
    sumOf: "f.talk_seconds",
    amount: (f) => f.talkSeconds ?? 0,
  }),
  summed("ended", {
    code: "hold_seconds",
    description: "Seconds the customer was on hold, of contacts handled whose talk time is known.",
    condition: TALK_TIMED,
    counts: isTalkTimed,
    sumOf: "f.hold_seconds",
    amount: (f) => f.holdSeconds ?? 0,
  }),
  summed("ended", {
    code: "wrap_seconds",
    description: "Seconds of work after the contact, of contacts handled whose talk time is known.",
    condition: TALK_TIMED,
    counts: isTalkTimed,
    sumOf: "f.wrap_seconds",
    amount: (f) => f.wrapSeconds ?? 0,
  }),
  counted("ended", {
    code: "held",
    description: "Contacts handled during which the customer was on hold.",
    condition: IS_HELD,
    counts: isHeld,
  }),
  summed("ended", {
    code: "held_seconds",
    description: "Seconds on hold, of contacts handled during which the customer was on hold.",
    condition: IS_HELD,
    counts: isHeld,
    sumOf: "f.hold_seconds",
    amount: (f) => f.holdSeconds ?? 0,
  }),
];
