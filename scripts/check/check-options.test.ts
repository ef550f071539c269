import { readOptions } from "./check-options";

describe("options of the check", () => {
  test("by default run the tests in random order", () => {
    expect(readOptions([])).toMatchObject({ tests: true, randomOrder: true, seed: undefined, only: undefined });
  });

  test("are read", () => {
    const args = ["--no-tests", "--in-order", "--seed", "42", "--only", "lint,types", "--json", "out.json"];

    expect(readOptions(args)).toMatchObject({
      tests: false,
      randomOrder: false,
      seed: 42,
      only: ["lint", "types"],
      json: "out.json",
    });
  });

  test("refuse what they do not know", () => {
    expect(() => readOptions(["--fast"])).toThrow("--fast");
    expect(() => readOptions(["--seed", "x"])).toThrow("--seed x: the seed is a whole number");
  });
});
