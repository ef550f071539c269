import type { Closing, Expression } from "./expression";
import { tokensOf, type Token } from "./formula-tokens.rules";
import { InvalidFormula } from "./kpi.errors";

/**
 * Reads arithmetic over measures; anything else is refused with its place. `×` and `·` mean `*`, `÷` means `/`, `−`
 * means `-`; multiplication binds closer than addition, and equal operators are worked off from the left.
 * | text                                         | read as                                        |
 * | answered_within / (answered + abandoned)     | answered_within ÷ (answered + abandoned)       |
 * | 3600 * handled / productive_seconds          | (3600 × handled) ÷ productive_seconds          |
 * | day_sum(joined - left) / days                | the mean level of the period's days            |
 * | answered abandoned                           | character 10: an operator is missing before it |
 */
export function parseFormula(text: string): Expression {
  if (text.length > LONGEST) throw new InvalidFormula(text.slice(0, 40) + "…", LONGEST, TOO_LONG, "Write it shorter.");
  const tokens = tokensOf(text);
  if (tokens.length === 0) throw new InvalidFormula(text, 1, "there is nothing in it.");
  return new Reader(text, tokens).whole();
}

/** The text of a formula, with no bracket that is not needed. `parseFormula` reads the same tree from it. */
export function printFormula(formula: Expression): string {
  return print(formula, 0);
}

/** Measures named in a formula, in the order of the text; a name as often as it stands there. */
export function namesIn(formula: Expression): { readonly code: string; readonly position: number }[] {
  switch (formula.kind) {
    case "measure":
      return [{ code: formula.code, position: formula.position }];
    case "closing":
    case "negation":
      return namesIn(formula.of);
    case "operation":
      return [...namesIn(formula.left), ...namesIn(formula.right)];
    case "number":
    case "days":
      return [];
  }
}

const LONGEST = 2_000;
const TOO_LONG = `it is longer than ${LONGEST} characters.`;
const DEEPEST = 60;
const CLOSINGS: Readonly<Record<Closing, true>> = { at_end: true, at_start: true, day_sum: true };
const SUMS: readonly string[] = ["+", "-"];
const PRODUCTS: readonly string[] = ["*", "/"];

class Reader {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
  ) {}

  whole(): Expression {
    const read = this.sum();
    const left = this.tokens[this.at];
    if (!left) return read;
    if (left.text === ")") throw this.refusal(left, "this bracket closes nothing.");
    throw this.refusal(left, "an operator is missing before it.");
  }

  private readonly sum = (): Expression => this.chain(SUMS, this.product);
  private readonly product = (): Expression => this.chain(PRODUCTS, this.signed);

  private chain(operators: readonly string[], operand: () => Expression): Expression {
    let left = operand();
    for (let next = this.tokens[this.at]; next && operators.includes(next.text); next = this.tokens[this.at]) {
      this.at += 1;
      const operator = next.text as "+" | "-" | "*" | "/";
      left = { kind: "operation", operator, left, right: operand(), position: left.position };
    }
    return left;
  }

  private readonly signed = (): Expression => {
    const sign = this.tokens[this.at];
    if (sign?.text !== "-") return this.single();
    this.at += 1;
    return { kind: "negation", of: this.nested(sign, this.signed), position: sign.position };
  };

  private single(): Expression {
    const token = this.tokens[this.at];
    if (!token) throw this.refusal(token, "a measure is missing.");
    this.at += 1;
    const { kind, position } = token;
    if (kind === "number") return { kind, value: token.text, position };
    if (token.text === "(") return this.bracket(token);
    if (kind !== "name") throw this.refusal(token, "a measure is missing.");
    if (token.text === "days") return { kind: "days", position };
    if (token.text in CLOSINGS) return this.closing(token);
    if (this.tokens[this.at]?.text === "(") throw this.refusal(token, `"${token.text}" is no closing.`, CLOSINGS_ARE);
    return { kind: "measure", code: token.text, position };
  }

  private bracket(opening: Token): Expression {
    const inner = this.nested(opening, this.sum);
    const end = this.tokens[this.at];
    if (end?.text !== ")")
      throw end
        ? this.refusal(end, "an operator or a closing bracket is missing before it.")
        : this.refusal(opening, "this bracket is not closed.");
    this.at += 1;
    return inner;
  }

  private closing(token: Token): Expression {
    const opening = this.tokens[this.at];
    if (opening?.text !== "(") throw this.refusal(token, `${token.text} needs brackets after it.`, CLOSINGS_ARE);
    this.at += 1;
    const of = this.bracket(opening);
    const wrong = notAFlow(of);
    if (wrong) throw new InvalidFormula(this.text, wrong.position, wrong.trouble, CLOSINGS_ARE);
    return { kind: "closing", closing: token.text as Closing, of, position: token.position };
  }

  private nested(token: Token, read: () => Expression): Expression {
    this.depth += 1;
    if (this.depth > DEEPEST) throw this.refusal(token, `it is nested deeper than ${DEEPEST} brackets.`);
    const inner = read();
    this.depth -= 1;
    return inner;
  }

  private refusal(token: Token | undefined, trouble: string, remedy?: string): InvalidFormula {
    return new InvalidFormula(this.text, token?.position ?? this.text.length + 1, trouble, remedy);
  }
}

const CLOSINGS_ARE = "Closings are at_end(…), at_start(…) and day_sum(…), over sums and differences of measures.";

interface Wrong {
  readonly position: number;
  readonly trouble: string;
}

/** Flows add up over days, so that what a closing looks at must be sums and differences of measures, perhaps times a number. */
function notAFlow(of: Expression): Wrong | null {
  switch (of.kind) {
    case "measure":
      return null;
    case "negation":
      return notAFlow(of.of);
    case "closing":
      return { position: of.position, trouble: "a closing cannot stand within a closing." };
    case "number":
    case "days":
      return { position: of.position, trouble: "a closing adds up measures, not numbers." };
    case "operation":
      if (of.operator === "*" && of.left.kind === "number") return notAFlow(of.right);
      if (of.operator === "*" && of.right.kind === "number") return notAFlow(of.left);
      if (of.operator === "/" && of.right.kind === "number") return notAFlow(of.left);
      if (PRODUCTS.includes(of.operator))
        return { position: of.right.position, trouble: "within a closing there are only sums and differences." };
      return notAFlow(of.left) ?? notAFlow(of.right);
  }
}

const STRENGTH = { "+": 1, "-": 1, "*": 2, "/": 2 } as const;
const OF_NEGATION = 3;

/** `around`: how strongly the surrounding operator binds; a weaker one inside needs brackets. */
function print(formula: Expression, around: number): string {
  switch (formula.kind) {
    case "number":
      return formula.value;
    case "measure":
      return formula.code;
    case "days":
      return "days";
    case "closing":
      return `${formula.closing}(${print(formula.of, 0)})`;
    case "negation":
      return `-${print(formula.of, OF_NEGATION)}`;
    case "operation": {
      const strength = STRENGTH[formula.operator];
      const text = `${print(formula.left, strength)} ${formula.operator} ${print(formula.right, strength + 1)}`;
      return strength < around ? `(${text})` : text;
    }
  }
}
