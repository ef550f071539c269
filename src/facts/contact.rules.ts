import type { Outcome } from "./contact.entity";

/** What a source system says about the course of a contact. Instants in milliseconds, durations in whole seconds. */
export interface ContactCourse {
  readonly outcome: Outcome;
  readonly offeredAt: number;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly waitSeconds: number | null;
  readonly talkSeconds: number | null;
  readonly holdSeconds: number | null;
  readonly wrapSeconds: number | null;
  /** Of the wait, how long the agent's telephone rang. */
  readonly ringSeconds?: number | null;
  /** After the wait, what the agent was told before the customer was put through. */
  readonly whisperSeconds?: number | null;
}

export interface CourseObjection {
  /** The field to look at. */
  readonly about: "answeredAt" | "endedAt" | "talkSeconds" | "holdSeconds" | "wrapSeconds" | "ringSeconds";
  readonly code:
    "ANSWER_BEFORE_OFFER" | "END_BEFORE_ANSWER" | "UNKNOWN_ANSWER_TIME" | "UNANSWERED_BUT_HANDLED" | "CONTRADICTION";
  readonly reason: string;
}

/**
 * What follows from what was said; what was said is kept.
 *  | answered, said                        | follows                             |
 *  | offered 10:00:00, wait 20             | answered 10:00:20                   |
 *  | offered 10:00:00, answered 10:00:20   | wait 20                             |
 *  | answered 10:00:20, talk 60, wrap 10   | ended 10:01:30                      |
 *  | answered 10:00:20, nothing more       | the end is not known                |
 *  | neither wait nor answer               | refused: no day to count the answer |
 *
 *  | not answered, said                    | follows                             |
 *  | offered 10:00:00, left 10:00:45       | wait 45                             |
 *  | nothing more                          | the wait is not known: in no threshold, and not short |
 *  | talk, hold and wrap 0                 | no talk, hold and wrap              |
 *
 * Parts of a second round half up. A wait and an answer that disagree are both kept: some systems do not count ringing.
 */
export function completed(said: ContactCourse): ContactCourse | CourseObjection {
  const course = said.outcome === "answered" ? answered(said) : unanswered(said);
  return "code" in course ? course : (disorder(course) ?? ringsTooLong(course) ?? course);
}

function answered(said: ContactCourse): ContactCourse | CourseObjection {
  const { offeredAt, waitSeconds, talkSeconds, holdSeconds, wrapSeconds } = said;
  const answeredAt = said.answeredAt ?? (waitSeconds === null ? null : offeredAt + waitSeconds * 1000);
  if (answeredAt === null) {
    const reason = "An answered contact needs the instant of its answer, or how long it waited.";
    return { about: "answeredAt", code: "UNKNOWN_ANSWER_TIME", reason };
  }
  const isHandlingKnown = talkSeconds !== null || holdSeconds !== null || wrapSeconds !== null;
  const handled = (talkSeconds ?? 0) + (holdSeconds ?? 0) + (wrapSeconds ?? 0);
  return {
    ...said,
    answeredAt,
    waitSeconds: waitSeconds ?? secondsBetween(offeredAt, answeredAt),
    endedAt: said.endedAt ?? (isHandlingKnown ? answeredAt + handled * 1000 : null),
  };
}

function unanswered(said: ContactCourse): ContactCourse | CourseObjection {
  const handled = (["talkSeconds", "holdSeconds", "wrapSeconds"] as const).find((part) => (said[part] ?? 0) > 0);
  if (handled !== undefined || said.answeredAt !== null) {
    const reason = `The outcome is ${said.outcome}, yet there is ${handled ? "handling time" : "an answer"}. Correct one of the two.`;
    return { about: handled ?? "answeredAt", code: "UNANSWERED_BUT_HANDLED", reason };
  }
  const waited = said.endedAt === null ? null : secondsBetween(said.offeredAt, said.endedAt);
  return { ...said, waitSeconds: said.waitSeconds ?? waited, talkSeconds: null, holdSeconds: null, wrapSeconds: null };
}

function disorder({ offeredAt, answeredAt, endedAt }: ContactCourse): CourseObjection | null {
  if (answeredAt !== null && answeredAt < offeredAt) {
    const reason = `The answer (${utc(answeredAt)}) is before the call was offered (${utc(offeredAt)}).`;
    return { about: "answeredAt", code: "ANSWER_BEFORE_OFFER", reason };
  }
  const begin = answeredAt ?? offeredAt;
  if (endedAt === null || endedAt >= begin) return null;
  const what = answeredAt === null ? "the call was offered" : "the answer";
  const reason = `The end (${utc(endedAt)}) is before ${what} (${utc(begin)}).`;
  return { about: "endedAt", code: "END_BEFORE_ANSWER", reason };
}

function ringsTooLong({ waitSeconds, ringSeconds = null }: ContactCourse): CourseObjection | null {
  if (waitSeconds === null || ringSeconds === null || ringSeconds <= waitSeconds) return null;
  const reason = `It rang for ${ringSeconds} s, yet the whole wait, of which ringing is a part, was ${waitSeconds} s. Send the wait until the answer.`;
  return { about: "ringSeconds", code: "CONTRADICTION", reason };
}

/** Never below zero here: order is checked on the instants themselves, with a better message. */
const secondsBetween = (from: number, until: number): number => Math.max(0, Math.floor((until - from) / 1000 + 0.5));

const utc = (instant: number): string => new Date(instant).toISOString().replace(".000", "");
