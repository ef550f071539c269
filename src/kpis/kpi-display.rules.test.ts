import { display, displayChange } from "./kpi-display.rules";

const share = { unit: "share", precision: 1 } as const;
const seconds = { unit: "seconds", precision: 0 } as const;
const count = { unit: "count", precision: 0 } as const;
const percent = { unit: "percent", precision: 1 } as const;
const rate = { unit: "rate", precision: 1 } as const;
const points = { unit: "points", precision: 1 } as const;
const money = { unit: "money", precision: 2 } as const;

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

  it.each([
    [percent, "1.0526", "105.3 %", "105,3 %", "105,3 %", "105.3 %"],
    [percent, "-0.0886", "−8.9 %", "−8,9 %", "−8,9 %", "−8.9 %"],
    [rate, "3.24", "3.2 / h", "3,2 / h", "3,2 / h", "3.2/小时"],
    [points, "4.1", "4.1 points", "4,1 punti", "4,1 bod", "4.1分"],
    [points, "4.2", "4.2 points", "4,2 punti", "4,2 boda", "4.2分"],
    [{ ...points, precision: 0 }, "1", "1 point", "1 punto", "1 bod", "1分"],
    [{ ...points, precision: 0 }, "5", "5 points", "5 punti", "5 bodova", "5分"],
  ] as const)("%j: %s is %s, %s, %s, %s", (kpi, value, en, it, hr, zh) => {
    const shown = (["en", "it", "hr", "zh"] as const).map((language) => display(kpi, value, language));

    expect(shown).toEqual([en, it, hr, zh]);
  });

  it.each([
    ["EUR", "420", "€ 4.20", "€ 4,20", "€ 4,20", "€4.20"],
    ["EUR", "123456.5", "€ 1,234.57", "€ 1.234,57", "€ 1.234,57", "€1,234.57"],
    ["EUR", "-420", "−€ 4.20", "−€ 4,20", "−€ 4,20", "−€4.20"],
    ["EUR", "-0.4", "€ 0.00", "€ 0,00", "€ 0,00", "€0.00"],
    ["JPY", "420", "¥ 420", "JPY 420", "JPY 420", "JP¥420"],
    ["BHD", "4200", "BHD 4.200", "BHD 4,200", "BHD 4,200", "BHD4.200"],
    [null, "420", "420", "420", "420", "420"],
  ] as const)("money in %s: %s minor units are %s, %s, %s, %s", (currency, value, en, it, hr, zh) => {
    const shown = (["en", "it", "hr", "zh"] as const).map((language) => display(money, value, language, currency));

    expect(shown).toEqual([en, it, hr, zh]);
  });

  it.each([
    [percent, "0.0121", "+1.2 pp"],
    [rate, "-0.5", "−0.5 / h"],
    [points, "0.01", "±0.0 points"],
    [money, "-35", "−€ 0.35"],
    [money, "0.3", "±€ 0.00"],
  ] as const)("as a change, %j: %s is %s", (kpi, change, shown) => {
    expect(displayChange(kpi, change, "en", "EUR")).toBe(shown);
  });
});
