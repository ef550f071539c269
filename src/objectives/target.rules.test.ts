import { exactTarget, refuseHigherMinimum, writtenTarget } from "./target.rules";

const share = { code: "SERVICE_LEVEL", unit: "share", direction: "maximise" } as const;
const seconds = { code: "ASA", unit: "seconds", direction: "minimise" } as const;
const percent = { code: "UTILISATION", unit: "percent", direction: "range" } as const;
const rate = { code: "THROUGHPUT", unit: "rate", direction: "maximise" } as const;
const points = { code: "QUALITY_BIAS", unit: "points", direction: "range" } as const;
const money = { code: "COST_PER_UNIT", unit: "money", direction: "minimise" } as const;

test.each([
  [share, "80 %", "0.8"],
  [share, "82.5%", "0.825"],
  [share, "0.8", "0.8"],
  [share, "100 %", "1"],
  [share, "33.333333 %", "0.33333333"],
  [seconds, "240", "240"],
  [seconds, "27.50", "27.5"],
  [percent, "110 %", "1.1"],
  [percent, "-5 %", "-0.05"],
  [percent, "0.85", "0.85"],
  [rate, "3.2", "3.2"],
  [points, "-1.5", "-1.5"],
  [money, "4.20 EUR", "420"],
  [money, "420 JPY", "420"],
  [money, "4.2 BHD", "4200"],
  [money, "420 minor", "420"],
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
  [percent, "110"],
  [rate, "80 %"],
  [rate, "-1"],
  [points, "5 EUR"],
  [money, "4.20"],
  [money, "4.205 EUR"],
  [money, "4.20 XQX"],
  [money, "-1 EUR"],
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

test("money is written in the currency of the contract, and in no other", () => {
  expect(writtenTarget("420", money, "EUR")).toBe("4.20 EUR");
  expect(writtenTarget("420", money, "JPY")).toBe("420 JPY");
  expect(() => exactTarget("4.20 USD", money, ["target"], "EUR")).toThrow(
    expect.objectContaining({ code: "INVALID_TARGET" }),
  );
});
