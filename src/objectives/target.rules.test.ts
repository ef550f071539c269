import { exactTarget, refuseHigherMinimum, writtenTarget } from "./target.rules";

const share = { code: "SERVICE_LEVEL", unit: "share", direction: "maximise" } as const;
const seconds = { code: "ASA", unit: "seconds", direction: "minimise" } as const;

test.each([
  [share, "80 %", "0.8"],
  [share, "82.5%", "0.825"],
  [share, "0.8", "0.8"],
  [share, "100 %", "1"],
  [share, "33.333333 %", "0.33333333"],
  [seconds, "240", "240"],
  [seconds, "27.50", "27.5"],
])("%j: %s is %s exactly", (kpi, written, exact) => {
  expect(exactTarget(written, kpi, ["target"])).toBe(exact);
  expect(exactTarget(writtenTarget(exact, kpi), kpi, ["target"])).toBe(exact);
});

test.each([
  [share, "80"],
  [share, "101 %"],
  [share, "-5 %"],
  [share, "eighty"],
  [seconds, "80 %"],
  [seconds, "-1"],
  [seconds, "1e3"],
])("%j: %s is refused", (kpi, written) => {
  expect(() => exactTarget(written, kpi, ["target"])).toThrow(
    expect.objectContaining({ code: "INVALID_TARGET", path: ["target"] }),
  );
});

test.each([
  [share, "0.8", "0.75", true],
  [share, "0.8", "0.8", true],
  [share, "0.8", "0.85", false],
  [seconds, "20", "30", true],
  [seconds, "20", "10", false],
])("%j: target %s with minimum %s", (kpi, target, minimum, isFine) => {
  const check = expect(() => refuseHigherMinimum({ target, minimum }, kpi, ["minimum"]));

  if (isFine) check.not.toThrow();
  else check.toThrow(expect.objectContaining({ code: "INVALID_TARGET", path: ["minimum"] }));
});
