/** Best first. not_applicable: there is nothing yet to judge by. */
export const VERDICTS = ["pass", "warn", "fail", "not_applicable"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The six words behind the seven letters: C, R, U, CI, A, L. */
export const LETTERS = ["collectable", "reportable", "useful_frequency", "improvement", "accurate", "logical"] as const;
export type Letter = (typeof LETTERS)[number];

/** One verdict, and what it rests on, in sentences with numbers. */
export interface LetterResult {
  readonly letter: Letter;
  readonly verdict: Verdict;
  readonly evidence: readonly string[];
}

/** What one question within a letter came to. */
export interface Finding {
  readonly verdict: Verdict;
  readonly evidence: string;
}

/**
 * The worst of several verdicts; those that do not apply count only when there are no others.
 * | verdicts                | worst          |
 * | pass, warn, pass        | warn           |
 * | pass, not_applicable    | pass           |
 * | not_applicable          | not_applicable |
 */
export function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("fail")) return "fail";
  if (verdicts.includes("warn")) return "warn";
  return verdicts.includes("pass") ? "pass" : "not_applicable";
}

export const letterOf = (letter: Letter, findings: readonly Finding[]): LetterResult => ({
  letter,
  verdict: worst(findings.map(({ verdict }) => verdict)),
  evidence: findings.map(({ evidence }) => evidence),
});

/** pass from `pass` on, warn from `warn` on, fail below. */
export interface Floor {
  readonly pass: number;
  readonly warn: number;
}
/** pass up to `pass`, warn up to `warn`, fail above. */
export interface Ceiling {
  readonly pass: number;
  readonly warn: number;
}

export const atLeast = (value: number, { pass, warn }: Floor): Verdict =>
  value >= pass ? "pass" : value >= warn ? "warn" : "fail";
export const atMost = (value: number, { pass, warn }: Ceiling): Verdict =>
  value <= pass ? "pass" : value <= warn ? "warn" : "fail";

/** `99.5 %`: of a share, with one decimal, rounded half up. */
export const percent = (share: number): string => `${(Math.round(share * 1_000) / 10).toFixed(1)} %`;

/** `12 of 14 (85.7 %)` */
export const ofWhole = (part: number, whole: number): string =>
  `${part} of ${whole}${whole > 0 ? ` (${percent(part / whole)})` : ""}`;

const MOST_NAMED = 5;
/** The first few, and how many more. */
export const fewOf = (all: readonly string[]): string =>
  all.length > MOST_NAMED
    ? `${all.slice(0, MOST_NAMED).join(", ")} and ${all.length - MOST_NAMED} more`
    : all.join(", ");
