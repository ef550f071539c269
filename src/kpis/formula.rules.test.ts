import fc from "fast-check";
import { Refusals } from "../shared/errors";
import type { Closing, Expression } from "./expression";
import { parseFormula, printFormula } from "./formula.rules";
import { InvalidFormula } from "./kpi.errors";

/** Fully bracketed, to see what binds to what. */
function shape(formula: Expression): string {
  switch (formula.kind) {
    case "number":
      return formula.value;
    case "measure":
      return formula.code;
    case "days":
      return "DAYS";
    case "closing":
      return `${formula.closing}[${shape(formula.of)}]`;
    case "negation":
      return `(-${shape(formula.of)})`;
    case "operation":
      return `(${shape(formula.left)}${formula.operator}${shape(formula.right)})`;
  }
}

describe("a formula", () => {
  it.each([
    ["answered + abandoned - short_abandoned", "((answered+abandoned)-short_abandoned)"],
    ["  answered_within ", "answered_within"],
    ["-a − b+c", "(((-a)-b)+c)"],
    ["a / (b + c − d)", "(a/((b+c)-d))"],
    ["a - b - c", "((a-b)-c)"],
    ["a / b / c", "((a/b)/c)"],
    ["a / (b / c)", "(a/(b/c))"],
    ["3600 × a ÷ b", "((3600*a)/b)"],
    ["a + b * c", "(a+(b*c))"],
    ["(a + b) · c", "((a+b)*c)"],
    ["-a * b", "((-a)*b)"],
    ["a - -b", "(a-(-b))"],
    ["0.5*a", "(0.5*a)"],
    ["a\n  / b\n", "(a/b)"],
    ["day_sum(joined - left) / days", "(day_sum[(joined-left)]/DAYS)"],
    ["at_end(2 * opened - resolved) - at_start(opened)", "(at_end[((2*opened)-resolved)]-at_start[opened])"],
  ])("%j reads as %s", (text, read) => {
    expect(shape(parseFormula(text))).toBe(read);
  });

  it.each([
    ["", 1, "nothing"],
    ["   ", 1, "nothing"],
    ["answered abandoned", 10, "an operator is missing before it"],
    ["answered 2", 10, "an operator is missing before it"],
    ["answered +", 11, "a measure is missing"],
    ["answered + * b", 12, "a measure is missing"],
    ["+ answered", 1, "a measure is missing"],
    ["answered / (b + c", 12, "this bracket is not closed"],
    ["answered / (b c)", 15, "a closing bracket is missing"],
    ["answered)", 9, "closes nothing"],
    ["()", 2, "a measure is missing"],
    ["process.exit()", 8, '"." means nothing'],
    ["a; drop table contact", 2, '";" means nothing'],
    ["a + 1.2.3", 5, '"1.2.3" means nothing'],
    ["a + 1e9", 5, '"1e9" means nothing'],
    ["a + .5", 5, '".5" means nothing'],
    ["a + 😀", 5, '"😀" means nothing'],
    ["sum(a)", 1, '"sum" is no closing'],
    ["at_end + 1", 1, "at_end needs brackets"],
    ["at_end(a * b)", 12, "only sums and differences"],
    ["at_end(a + 1)", 12, "not numbers"],
    ["at_end(days)", 8, "not numbers"],
    ["day_sum(at_end(a))", 9, "cannot stand within a closing"],
    ["(".repeat(61) + "a" + ")".repeat(61), 61, "nested deeper"],
    ["-".repeat(100) + "a", 61, "nested deeper"],
    ["a + ".repeat(600) + "a", 2_000, "longer than"],
  ])("%j is refused at character %d: %s", (text, position, trouble) => {
    const refusal = catching(() => parseFormula(text));

    expect(refusal).toBeInstanceOf(InvalidFormula);
    expect((refusal as InvalidFormula).position).toBe(position);
    expect((refusal as InvalidFormula).message).toContain(trouble);
  });

  it("of several lines is refused by line and character", () => {
    const refusal = catching(() => parseFormula("answered\n  / (abandoned\n     offered)")) as InvalidFormula;

    expect(refusal.message).toContain("line 3, character 6: an operator");
  });

  it("is refused for everything in it that means nothing, at once", () => {
    const refusal = catching(() => parseFormula("a $ b # c")) as Refusals;

    expect(refusal.all.map((one) => (one as InvalidFormula).position)).toEqual([3, 7]);
  });

  it("is read again as it was written, whatever the tree", () => {
    fc.assert(fc.property(tree, (formula) => same(parseFormula(printFormula(formula)), formula)));
  });
});

const same = (one: Expression, other: Expression): boolean => shape(one) === shape(other);

const position = 1;
const measure = fc
  .constantFrom("a", "b_2", "answered", "at", "day")
  .map((code) => ({ kind: "measure", code, position }));
const number = fc.constantFrom("0", "1", "3600", "0.25", "12.50").map((value) => ({ kind: "number", value, position }));
const flow = fc.letrec<{ flow: Expression }>((tie) => ({
  flow: fc.oneof(
    { maxDepth: 3 },
    measure as fc.Arbitrary<Expression>,
    operation(fc.constantFrom("+", "-"), tie("flow")),
    tie("flow").map((of) => ({ kind: "negation", of, position }) as Expression),
  ),
})).flow;

const tree = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    measure as fc.Arbitrary<Expression>,
    number as fc.Arbitrary<Expression>,
    fc.constant<Expression>({ kind: "days", position }),
    operation(fc.constantFrom("+", "-", "*", "/"), tie("tree")),
    tie("tree").map((of) => ({ kind: "negation", of, position }) as Expression),
    fc
      .tuple(fc.constantFrom<Closing>("at_end", "at_start", "day_sum"), flow)
      .map(([closing, of]) => ({ kind: "closing", closing, of, position }) as Expression),
  ),
})).tree;

function operation(operators: fc.Arbitrary<string>, operand: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  return fc
    .tuple(operators, operand, operand)
    .map(([operator, left, right]) => ({ kind: "operation", operator, left, right, position }) as Expression);
}

function catching(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
