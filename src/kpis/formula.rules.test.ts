import { parseFormula } from "./formula.rules";
import { InvalidFormula } from "./kpi.errors";

const shape = (text: string) => parseFormula(text).map(({ sign, measure }) => `${sign > 0 ? "+" : "-"}${measure}`);

describe("a formula", () => {
  it("adds and takes away measures by name", () => {
    expect(shape("answered + abandoned - short_abandoned")).toEqual(["+answered", "+abandoned", "-short_abandoned"]);
    expect(shape("  answered_within ")).toEqual(["+answered_within"]);
    expect(shape("-a − b+c")).toEqual(["-a", "-b", "+c"]);
  });

  it.each([
    ["", 1, "nothing"],
    ["   ", 1, "nothing"],
    ["answered abandoned", 10, "missing before it"],
    ["answered +", 11, "a measure is missing"],
    ["answered + - b", 12, "a measure is missing"],
    ["answered / offered", 10, '"/" means nothing'],
    ["answered * 2", 10, '"*" means nothing'],
    ["answered + (b)", 12, '"(" means nothing'],
    ["process.exit()", 8, '"." means nothing'],
  ])("%j is refused at character %d: %s", (text, position, trouble) => {
    const refusal = catching(() => parseFormula(text));

    expect(refusal).toBeInstanceOf(InvalidFormula);
    expect((refusal as InvalidFormula).position).toBe(position);
    expect((refusal as InvalidFormula).message).toContain(trouble);
  });
});

function catching(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
