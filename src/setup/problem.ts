import { shown } from "../shared/input";

/** Something in a document that keeps it from being applied, and what to do about it. */
export interface Problem {
  readonly code: string;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** `services[0].timeZone`; empty: the whole document. */
  readonly field: string;
  /** What stands there; undefined: nothing. */
  readonly value?: unknown;
  readonly message: string;
  readonly remedy: string | null;
}

/** `["services", "0", "timeZone"]` as people write it. */
export const fieldName = (path: readonly string[]): string =>
  path.reduce((name, step) => (/^\d+$/.test(step) ? `${name}[${step}]` : name === "" ? step : `${name}.${step}`), "");

export function problemText(problem: Problem): string {
  const { file, line, column, field, value, message, remedy } = problem;
  const where = field === "" ? "" : ` ${field}`;
  const what = value === undefined ? "" : `\n    value: ${shown(value)}`;
  return `${file}:${line}:${column}${where}\n    ${message}${what}${remedy ? `\n    ${remedy}` : ""}`;
}
