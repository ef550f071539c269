import { Refusals } from "../shared/errors";
import { InvalidFormula } from "./kpi.errors";

/** A word of a formula. `position`: its first character in the text, counted from 1. */
export interface Token {
  readonly kind: "name" | "number" | "sign";
  readonly text: string;
  readonly position: number;
}

const SPELLINGS: Readonly<Record<string, string>> = { "−": "-", "–": "-", "×": "*", "·": "*", "÷": "/" };
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const NUMBER = /\d+(\.\d+)?(?![A-Za-z0-9_.])/y;
const SIGN = /[-+*/()−–×·÷]/y;
const SPACE = /\s+/y;

/** Cuts a formula into words. What means nothing is refused, all of it at once. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const refusals: InvalidFormula[] = [];
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at);
    if (token && token.kind !== "space") tokens.push({ kind: token.kind, text: token.text, position: at + 1 });
    if (!token) refusals.push(meansNothing(text, at));
    at += token ? token.length : lengthOfNonsense(text, at);
  }
  if (refusals.length > 1) throw new Refusals(refusals);
  if (refusals[0]) throw refusals[0];
  return tokens;
}

interface Cut {
  readonly kind: Token["kind"] | "space";
  readonly text: string;
  readonly length: number;
}

function tokenAt(text: string, at: number): Cut | null {
  const cut = (kind: Cut["kind"], pattern: RegExp): Cut | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    return found === undefined ? null : { kind, text: SPELLINGS[found] ?? found, length: found.length };
  };
  return cut("space", SPACE) ?? cut("name", NAME) ?? cut("number", NUMBER) ?? cut("sign", SIGN);
}

const WRONG_NUMBER = /\.?\d[A-Za-z0-9_.]*/y;

function nonsenseAt(text: string, at: number): string {
  WRONG_NUMBER.lastIndex = at;
  return WRONG_NUMBER.exec(text)?.[0] ?? String.fromCodePoint(text.codePointAt(at) as number);
}

const lengthOfNonsense = (text: string, at: number): number => nonsenseAt(text, at).length;

function meansNothing(text: string, at: number): InvalidFormula {
  const found = nonsenseAt(text, at);
  const remedy = /^\d/.test(found) ? "Write numbers like 3600 or 0.5." : undefined;
  return new InvalidFormula(text, at + 1, `"${found}" means nothing here.`, remedy);
}
