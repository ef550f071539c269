import type { AimLevel, Guard } from "../clause";
import { LEVEL_NAMES } from "../mechanisms/readable.rules";
import type { GuardReading, GuardVerdict, LevelsReached } from "./guard-reading";

type Of<K extends Guard["kind"]> = Extract<Guard, { kind: K }>;

/**
 * Of a small sample only more misses than listed count; larger samples pass, and so does what counts no events (C31).
 * Up to 10: 1; up to 20: 2.
 * | sample | misses | passes |
 * |     10 |      1 | no     |
 * |     10 |      2 | yes    |
 * |     11 |      2 | no     |
 * |     21 |      1 | yes    |
 */
export function smallSampleVerdict({ table }: Of<"small_sample">, { sample, missed }: GuardReading): GuardVerdict {
  const row = [...table].sort((a, b) => a.upToSample - b.upToSample).find(({ upToSample }) => sample <= upToSample);
  const rule = "In a small sample the clause applies only to more misses than the contract allows for its size.";
  const inputs = [{ name: "sample", value: String(sample) }];
  if (!row || missed === null) return { passes: true, rule, inputs, output: "the sample is not small" };
  const passes = BigInt(missed.misses) > BigInt(row.missesAllowed);
  return {
    passes,
    rule,
    inputs: [
      ...inputs,
      { name: "missed", value: missed.misses },
      { name: "misses allowed", value: String(row.missesAllowed) },
    ],
    output: passes ? "more were missed than allowed" : "no more were missed than allowed",
  };
}

/** Only with so many facts; as many are enough. */
export function minimumSampleVerdict({ sample: least }: Of<"minimum_sample">, { sample }: GuardReading): GuardVerdict {
  const passes = sample >= least;
  return {
    passes,
    rule: `The clause applies only to ${least} records or more.`,
    inputs: [{ name: "records", value: String(sample) }],
    output: passes ? "there are enough" : "there are too few",
  };
}

/**
 * Only if the named objectives (none named: all) reach their level (C21). Those that have no such level or could not be
 * judged are left out; when none is left, nothing follows.
 * | minimum reached by A, B, C | passes |
 * | yes, yes, yes              | yes    |
 * | yes, no, yes               | no     |
 * | yes, not judged, yes       | yes    |
 * | not judged (all)           | no     |
 */
export function allReachVerdict({ level, objectives }: Of<"all_reach">, { levels }: GuardReading): GuardVerdict {
  const asked = objectives.length === 0 ? levels : levels.filter(({ code }) => objectives.includes(code));
  const judged = asked.filter((one) => one[level] !== null);
  const failed = judged.filter((one) => one[level] === false);
  return {
    passes: judged.length > 0 && failed.length === 0,
    rule: `The clause applies only if ${objectives.length === 0 ? "every objective" : andList(asked.map(({ name }) => name))} ${asked.length > 1 && objectives.length > 0 ? "reach their" : "reaches its"} ${LEVEL_NAMES[level]}.`,
    inputs: asked.map((one) => ({ name: one.name, value: wordOf(one, level) })),
    output: outputOf(judged.length, failed),
  };
}

const wordOf = (one: LevelsReached, level: AimLevel): string =>
  one[level] === null ? "not judged" : one[level] ? "reached" : "not reached";

function outputOf(judged: number, failed: readonly LevelsReached[]): string {
  if (judged === 0) return "none of them could be judged";
  return failed.length === 0 ? "all of them reach it" : `${andList(failed.map(({ name }) => name))} did not reach it`;
}

/** `A`, `A and B`, `A, B and C`. */
const andList = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}`;
