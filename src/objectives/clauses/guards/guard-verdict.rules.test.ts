import type { Guard } from "../clause";
import { SECONDS, plain } from "../mechanisms/clause-reading.builder";
import { guardVerdict } from "./guard-verdict.rules";
import type { GuardReading } from "./guard-reading";
import { aGuardReading } from "./guard-reading.builder";

const passes = (guard: Guard, reading: GuardReading): boolean => guardVerdict(guard, reading).passes;

describe("the exact binomial test", () => {
  const guard: Guard = { kind: "binomial", alpha: "0.05" };

  it.each([
    [25, 30, false],
    [24, 30, false],
    [23, 30, true],
    [27, 30, false],
  ])("%d of %d reached at a target of 90 %%: significant %s", (reached, events, expected) => {
    expect(passes(guard, aGuardReading(reached, events))).toBe(expected);
  });

  it("counts the misses of a share that is to be small", () => {
    const reading = (missed: number): GuardReading => {
      const kpi = { unit: "share", direction: "minimise", precision: 1 } as const;
      const one = aGuardReading(missed, 30, { kpi });
      return { ...one, aims: { ...one.aims, target: "0.1" } };
    };

    expect([passes(guard, reading(6)), passes(guard, reading(7))]).toEqual([false, true]);
  });

  it("says what it tested", () => {
    expect(guardVerdict(guard, aGuardReading(23, 30))).toEqual({
      passes: true,
      rule: "A shortfall counts only if chance alone would bring it with a probability of at most 5 %.",
      inputs: [
        { name: "events", value: "30" },
        { name: "missed", value: "7" },
        { name: "target", value: "90 %" },
        { name: "probability of as many misses or more", value: "2.5827 %" },
      ],
      output: "the shortfall is more than chance",
    });
  });

  it("lets nothing follow where no events are counted", () => {
    const reading = aGuardReading(1, 1, { kpi: SECONDS, value: plain("40"), missed: null });

    expect(passes(guard, reading)).toBe(false);
  });
});

describe("the critical z of a sample size", () => {
  const guard: Guard = {
    kind: "critical_z",
    table: [
      { fromSample: 100, z: "1.645" },
      { fromSample: 1_000, z: "1.96" },
    ],
  };

  it.each([
    [86, 100, false],
    [85, 100, true],
    [344, 400, true],
    [90, 100, false],
    [95, 100, false],
    [40, 50, false],
    [882, 1000, false],
    [881, 1000, true],
  ])("%d of %d at a target of 90 %%: beyond chance %s", (reached, events, expected) => {
    expect(passes(guard, aGuardReading(reached, events))).toBe(expected);
  });

  it("does not pass at the critical value itself", () => {
    // deficit 0.1, variance 0.25, n 100: z is exactly 2
    const one = aGuardReading(40, 100);
    const reading = { ...one, aims: { ...one.aims, target: "0.5" } };

    expect(passes({ kind: "critical_z", table: [{ fromSample: 1, z: "2" }] }, reading)).toBe(false);
    expect(passes({ kind: "critical_z", table: [{ fromSample: 1, z: "1.9999999999" }] }, reading)).toBe(true);
  });

  it("calls every deficit of a target of 100 % beyond chance", () => {
    const one = aGuardReading(99, 100);

    expect(passes(guard, { ...one, aims: { ...one.aims, target: "1" } })).toBe(true);
  });
});

describe("a table for small samples", () => {
  const guard: Guard = {
    kind: "small_sample",
    table: [
      { upToSample: 20, missesAllowed: 2 },
      { upToSample: 10, missesAllowed: 1 },
    ],
  };

  it.each([
    [9, 10, false],
    [8, 10, true],
    [9, 11, false],
    [17, 20, true],
    [20, 21, true],
  ])("%d of %d: passes %s", (reached, events, expected) => {
    expect(passes(guard, aGuardReading(reached, events))).toBe(expected);
  });
});

it.each([
  [29, false],
  [30, true],
])("a minimum sample of 30 with %d facts: %s", (events, expected) => {
  expect(passes({ kind: "minimum_sample", sample: 30 }, aGuardReading(events, events))).toBe(expected);
});

describe("a gate of all objectives", () => {
  const level = (code: string, minimum: boolean | null) => ({
    code,
    name: `Objective ${code}`,
    target: false,
    minimum,
    expected: null,
  });
  const all: Guard = { kind: "all_reach", level: "minimum", objectives: [] };

  it.each([
    ["all reach it", [true, true], true],
    ["one does not", [true, false], false],
    ["one could not be judged", [true, null], true],
    ["none could be judged", [null, null], false],
  ])("where %s", (_name, reached, expected) => {
    const levels = reached.map((one, index) => level(`O${index}`, one));

    expect(passes(all, aGuardReading(1, 1, { levels }))).toBe(expected);
  });

  it("looks at those that are named", () => {
    const levels = [level("SL", true), level("QA", false)];
    const reading = aGuardReading(1, 1, { levels });

    expect(passes({ ...all, objectives: ["SL"] }, reading)).toBe(true);
    expect(guardVerdict({ ...all, objectives: ["QA"] }, reading).output).toBe("Objective QA did not reach it");
  });
});
