import { display, displayChange } from "./kpi-display.rules";

const share = { unit: "share", precision: 1 } as const;
const seconds = { unit: "seconds", precision: 0 } as const;
const count = { unit: "count", precision: 0 } as const;

describe("a value shown to people", () => {
  it.each([
    [share, "0.8113207547", "en", "81.1 %"],
    [share, "0.8113207547", "it", "81,1 %"],
    [share, "0.8113207547", "hr", "81,1 %"],
    [share, "0.8113207547", "zh", "81.1 %"],
    [share, "0.9995", "en", "100.0 %"],
    [share, "1", "en", "100.0 %"],
    [share, "0.79949", "en", "79.9 %"],
    [share, "0.79950", "en", "80.0 %"],
    [seconds, "67", "en", "1 m 07 s"],
    [seconds, "67", "it", "1 min 07 s"],
    [seconds, "67", "zh", "1分07秒"],
    [seconds, "34", "en", "34 s"],
    [seconds, "0", "en", "0 s"],
    [seconds, "59.5", "en", "1 m 00 s"],
    [seconds, "3600", "en", "1 h 00 m 00 s"],
    [seconds, "3725", "hr", "1 h 02 min 05 s"],
    [{ ...seconds, precision: 1 }, "7.25", "it", "7,3 s"],
    [count, "12345", "en", "12,345"],
    [count, "12345", "hr", "12.345"],
    [count, "999", "en", "999"],
    [share, null, "en", "–"],
  ] as const)("%j: %s in %s is %s", (kpi, value, language, shown) => {
    expect(display(kpi, value, language)).toBe(shown);
  });

  it.each([
    [share, "0.0121", "en", "+1.2 pp"],
    [share, "-0.0121", "it", "−1,2 p.p."],
    [share, "-0.0001", "en", "±0.0 pp"],
    [seconds, "-12.4", "en", "−12 s"],
    [count, "1200", "en", "+1,200"],
    [share, null, "en", "–"],
  ] as const)("as a change, %j: %s in %s is %s", (kpi, change, language, shown) => {
    expect(displayChange(kpi, change, language)).toBe(shown);
  });
});
