import type { CascadeFinding, Severity } from "./cascade-finding";
import type { CascadeCheck } from "./cascade.service";

const MARKS: Readonly<Record<Severity, string>> = { error: "✗", warning: "!", note: "·" };

/** `2 errors, 1 warning, no notes` */
export function countText(findings: readonly CascadeFinding[]): string {
  const count = (severity: Severity, word: string): string => {
    const found = findings.filter((one) => one.severity === severity).length;
    return `${found === 0 ? "no" : found} ${word}${found === 1 ? "" : "s"}`;
  };
  return [count("error", "error"), count("warning", "warning"), count("note", "note")].join(", ");
}

/** A finding for people: what it is, and under it what to do. */
export const findingText = ({ code, severity, message, remedy }: CascadeFinding): string[] => [
  `${MARKS[severity]} ${code}: ${message}`,
  `    ${remedy}`,
];

/** What the check found, for programs. */
export const writtenFinding = ({ days, ...finding }: CascadeFinding): object => ({
  ...finding,
  from: days.from,
  until: days.until,
});

/** A check for programs. */
export const writtenCheck = ({ asOf, days, verdict, findings }: CascadeCheck): object => ({
  ...{ verdict, asOf, from: days?.from ?? null, until: days?.until ?? null },
  findings: findings.map(writtenFinding),
});

/** A check for people. */
export function checkText({ days, findings }: CascadeCheck): string[] {
  if (!days) return ["None of these days is in the term of the contract."];
  if (findings.length === 0) return ["Nothing found: every KPI has its owners, every role its set."];
  return [...findings.flatMap(findingText), "", `${countText(findings)}.`];
}
