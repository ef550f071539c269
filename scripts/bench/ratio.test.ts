import { median, pairedRatio, ratioOf } from "./ratio";

test.each([
  [[3], 3],
  [[1, 2], 1.5],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
])("the median of %j is %d", (values, expected) => {
  expect(median(values)).toBe(expected);
});

test("there is no median of nothing", () => {
  expect(() => median([])).toThrow("no median");
});

test("paired runs take turns, leave the warm-up out, and divide pair by pair", async () => {
  const turns: string[] = [];
  const side = (name: string, values: number[]) => () => {
    turns.push(name);
    return Promise.resolve(values.shift() ?? NaN);
  };

  const ratio = await pairedRatio({
    first: ["ours", side("a", [99, 10, 40, 30])],
    second: ["theirs", side("b", [1, 10, 20, 10])],
    pairs: 3,
  });

  expect(turns.join("")).toBe("abababab");
  expect(ratio).toEqual({ median: 2, min: 1, max: 3, ratios: [1, 2, 3], figures: { ours: 30, theirs: 10 } });
});

test("the median of the ratios is not the ratio of the medians", () => {
  const ratio = ratioOf(
    [
      [1, 1],
      [10, 5],
      [3, 1],
    ],
    ["a", "b"],
  );

  expect(ratio.median).toBe(2);
  expect(ratio.figures).toEqual({ a: 3, b: 1 });
});
