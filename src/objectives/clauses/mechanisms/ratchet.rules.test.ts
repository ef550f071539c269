import { decimalText, exactText } from "../../../shared/rational";
import { SECONDS } from "./clause-reading.builder";
import { ratchetTarget } from "./ratchet.rules";

const SHARE = { unit: "share", direction: "maximise" } as const;
const year = (value: string): string[] => Array.from({ length: 12 }, () => value);
const ratchet = (most: string | null, periods = 12) => ({ kind: "ratchet", periods, share: "0.5", most }) as const;

it.each([
  ["half of what it was exceeded by", year("0.97"), null, "0.96"],
  ["at most a fifth of what is left to the whole", year("0.99"), "0.2", "0.96"],
  ["less than that where it earned less", year("0.96"), "0.2", "0.955"],
  ["the mean, not the last", ["0.96", ...year("0.98")].slice(0, 12), null, "0.9641666666666666666666666666666667"],
])("raises a target of 95 %% by %s (C9, C10)", (_name, values, most, expected) => {
  const target = ratchetTarget(ratchet(most), { kpi: SHARE, target: "0.95", values });

  expect(target && decimalText(target)).toBe(expected);
});

it("lowers what is to be small", () => {
  const target = ratchetTarget(ratchet(null), { kpi: SECONDS, target: "30", values: year("20") });

  expect(target && exactText(target)).toBe("25");
});

it.each([
  ["one period only reached it", [...year("0.97").slice(1), "0.95"]],
  ["there were fewer periods", year("0.97").slice(1)],
])("leaves the target where %s", (_name, values) => {
  expect(ratchetTarget(ratchet(null), { kpi: SHARE, target: "0.95", values })).toBeNull();
});

it("looks at the last periods only", () => {
  const target = ratchetTarget(ratchet(null, 2), { kpi: SHARE, target: "0.95", values: ["0.5", "0.97", "0.97"] });

  expect(target && exactText(target)).toBe("0.96");
});
