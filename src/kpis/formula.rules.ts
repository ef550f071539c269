import { InvalidFormula } from "./kpi.errors";

/** One measure of a formula, added (1) or taken away (−1). `position`: its first character, counted from 1. */
export interface Term {
  readonly sign: 1 | -1;
  readonly measure: string;
  readonly position: number;
}

/**
 * Reads sums and differences of measure names; anything else is refused with its position.
 * | text                                | terms                                       |
 * | answered_within                     | + answered_within                           |
 * | answered + abandoned - short_abandoned | + answered, + abandoned, − short_abandoned |
 * | answered abandoned                  | character 10: + or − is missing             |
 */
export function parseFormula(text: string): Term[] {
  const tokens = tokensOf(text);
  if (tokens.length === 0) throw new InvalidFormula(text, 1, "there is nothing in it.");
  const terms: Term[] = [];
  for (let i = 0; i < tokens.length;) {
    const sign = signAt(tokens[i]);
    if (sign === null && i > 0)
      throw new InvalidFormula(text, positionOf(tokens[i], text), "+ or − is missing before it.");
    const name = sign === null ? tokens[i] : tokens[i + 1];
    if (!name || signAt(name) !== null) throw new InvalidFormula(text, positionOf(name, text), "a measure is missing.");
    terms.push({ sign: sign ?? 1, measure: name.text, position: name.position });
    i += sign === null ? 1 : 2;
  }
  return terms;
}

interface Token {
  readonly text: string;
  readonly position: number;
}

const TOKEN = /\s*([a-z][a-z0-9_]*|[+\-−])/y;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  for (let at = 0; at < end; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found)
      throw new InvalidFormula(text, firstSolid(text, at), `"${text.slice(at).trim()[0]}" means nothing here.`);
    tokens.push({ text: found[1] as string, position: TOKEN.lastIndex - (found[1] as string).length + 1 });
  }
  return tokens;
}

const firstSolid = (text: string, from: number): number => from + text.slice(from).search(/\S/) + 1;
const positionOf = (token: Token | undefined, text: string): number => token?.position ?? text.length + 1;

function signAt(token: Token | undefined): 1 | -1 | null {
  if (token?.text === "+") return 1;
  return token?.text === "-" || token?.text === "−" ? -1 : null;
}
