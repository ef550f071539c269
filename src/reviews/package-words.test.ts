import { missesText, parameterText } from "./package-words";

describe("words of the page", () => {
  it.each([
    [1_644, 1_306, "338 too many"],
    [1_200, 1_302, "102 to spare"],
    [7, 7, "none to spare"],
    [null, null, ""],
  ])("say of %p misses where %p are allowed", (made, allowed, text) => {
    expect(missesText(made, allowed)).toBe(text);
  });

  it("say what parameters mean, and keep the names of those they do not know", () => {
    expect(parameterText({ parameters: { thresholdSeconds: 20, shortAbandonSeconds: 5, patience: 3 } })).toBe(
      "within 20 s, short abandons to 5 s, patience 3",
    );
  });
});
