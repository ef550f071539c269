import { isMet } from "../../kpis/target.rules";
import { evaluate, type MeasuredFigure } from "../../kpis/figure.rules";
import { rational } from "../../shared/rational";
import { combinedAims, writtenLevel } from "./combined-aims.rules";
import { combinedFigure, sharesOf, type MeasuredStretch } from "./combined-figure.rules";

const share = (numerator: number, denominator: number): MeasuredFigure =>
  evaluate({ numerator, denominator, hasDenominator: true, isComplete: true });
const count = (numerator: number): MeasuredFigure =>
  evaluate({ numerator, denominator: null, hasDenominator: false, isComplete: true });

function stretch(figure: MeasuredFigure, parts: Partial<MeasuredStretch> = {}): MeasuredStretch {
  return { figure, rule: null, days: 10, definition: "SL-A", addsUp: false, ...parts };
}
const byVolume = { rule: "by_volume", days: 21 } as const;
const byTime = { rule: "by_time", days: 21 } as const;

describe("one figure of stretches under terms of their own", () => {
  // 240 of 300 = 80 % in 10 days, 60 of 100 = 60 % in 21
  const [old, next] = [share(240, 300), share(60, 100)];

  test("measured alike and by volume it is the plain ratio", () => {
    expect(combinedFigure([stretch(old), stretch(next, byVolume)], 0)).toEqual({
      ...{ numerator: "300", denominator: "400", sample: 400, value: "0.75", status: "OK" },
    });
  });

  test("measured otherwise the value is the same, and no sums are mixed", () => {
    const figure = combinedFigure([stretch(old), stretch(next, { ...byVolume, definition: "SL-B" })], 0);

    // 3/4 × 0.8 + 1/4 × 0.6
    expect(figure).toMatchObject({ numerator: "3", denominator: "4", value: "0.75", sample: 400 });
  });

  test("by time days weigh: 10/31 × 0.8 + 21/31 × 0.6 = 103/155", () => {
    const figure = combinedFigure([stretch(old), stretch(next, byTime)], 0);

    expect(figure).toMatchObject({ numerator: "103", denominator: "155", status: "OK" });
    expect(figure.value).toBe("0.6645161290322580645161290322580645");
  });

  test("three stretches: 1/2 of the days by volume, the rest by time", () => {
    const figure = combinedFigure(
      [
        stretch(share(90, 100)),
        stretch(share(30, 50), { rule: "by_volume", days: 10 }),
        stretch(share(10, 40), { rule: "by_time", days: 20 }),
      ],
      0,
    );

    // (120/150) × 1/2 + 1/4 × 1/2
    expect(figure).toMatchObject({ numerator: "21", denominator: "40", value: "0.525", sample: 190 });
  });

  test("never has the sample below the line by chance, which would make it a count of events", () => {
    const figure = combinedFigure(
      [stretch(share(4, 5)), stretch(share(3, 5), { rule: "by_time", days: 10, definition: "SL-B" })],
      0,
    );

    // 7/10, and the sample is 10
    expect(figure).toMatchObject({ numerator: "14", denominator: "20", sample: 10 });
  });

  test("a stretch without data has no part", () => {
    const nothing = evaluate({ numerator: 0, denominator: 0, hasDenominator: true, isComplete: true });

    expect(combinedFigure([stretch(nothing), stretch(next, byTime)], 0)).toMatchObject({
      ...{ numerator: "60", denominator: "100", value: "0.6", status: "OK" },
    });
    expect(combinedFigure([stretch(nothing), stretch(nothing, byTime)], 0)).toMatchObject({
      ...{ value: null, status: "NO_DATA", sample: 0 },
    });
  });

  test("counts are added up, whatever the rule, and weigh by days", () => {
    const complaints = [stretch(count(4), { addsUp: true }), stretch(count(7), { ...byVolume, addsUp: true })];

    expect(combinedFigure(complaints, 0)).toMatchObject({ numerator: "11", denominator: null, value: "11" });
    expect(sharesOf(complaints)).toEqual([rational("10/31"), rational("21/31")]);
  });

  test("the whole is held to the least sample, and is partial while a stretch is", () => {
    const running = evaluate({ numerator: 60, denominator: 100, hasDenominator: true, isComplete: false });

    expect(combinedFigure([stretch(old), stretch(next, byVolume)], 401).status).toBe("INSUFFICIENT_DATA");
    expect(combinedFigure([stretch(old), stretch(next, byVolume)], 400).status).toBe("OK");
    expect(combinedFigure([stretch(old), stretch(running, byVolume)], 0).status).toBe("PARTIAL");
  });

  test("cut anywhere under the same terms it is by volume what it is whole (random cuts)", () => {
    let seed = 41;
    const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 300; round += 1) {
      const parts = Array.from({ length: 2 + random(4) }, () => {
        const all = random(500);
        return { good: random(all + 1), all };
      });
      const whole = share(
        parts.reduce((sum, { good }) => sum + good, 0),
        parts.reduce((sum, { all }) => sum + all, 0),
      );
      const stretches = parts.map(({ good, all }, at) =>
        stretch(share(good, all), { rule: at === 0 ? null : "by_volume", days: 1 + random(20) }),
      );

      const { value, sample, status } = combinedFigure(stretches, 0);
      expect({ value, sample, status }).toEqual({ value: whole.value, sample: whole.sample, status: whole.status });
    }
  });
});

describe("what the whole is held against", () => {
  const aims = (target: string, minimum: string | null = null) => ({
    ...{ target, minimum, expected: null, rounding: null, weight: "1" },
  });
  const [most, rest] = [rational("3/4"), rational("1/4")];

  test("targets weigh as values do", () => {
    const weighed = [
      { aims: aims("0.80", "0.70"), share: most },
      { aims: aims("0.90", "0.80"), share: rest },
    ];

    expect(combinedAims(weighed, "maximise")).toMatchObject({ target: "0.825", minimum: "0.725" });
  });

  test("a level that not every stretch has is none", () => {
    const weighed = [
      { aims: aims("0.80"), share: most },
      { aims: aims("0.90", "0.80"), share: rest },
    ];

    expect(combinedAims(weighed, "maximise").minimum).toBeNull();
    expect(
      combinedAims(
        [
          { aims: aims("0.8"), share: rational("0") },
          { aims: aims("0.9"), share: rational("1") },
        ],
        "maximise",
      ).target,
    ).toBe("0.9");
  });

  test("a value that lies on a level without an end has reached it, in both directions", () => {
    // exactly on target before and after: 1/3 × 0.8 + 2/3 × 0.7 = 11/15
    const weighed = [
      { aims: aims("0.8"), share: rational("1/3") },
      { aims: aims("0.7"), share: rational("2/3") },
    ];
    const figure = combinedFigure(
      [stretch(share(240, 300)), stretch(share(420, 600), { ...byVolume, definition: "SL-B" })],
      0,
    );
    const value = { numerator: figure.numerator!, denominator: figure.denominator };
    const worse = {
      numerator: `${BigInt(figure.numerator!) * 10n ** 30n - 1n}`,
      denominator: `${BigInt(figure.denominator!) * 10n ** 30n}`,
    };
    const more = { numerator: `${BigInt(figure.numerator!) * 10n ** 30n + 1n}`, denominator: worse.denominator };

    expect(value).toEqual({ numerator: "11", denominator: "15" });
    expect(isMet("maximise", value, combinedAims(weighed, "maximise").target)).toBe(true);
    expect(isMet("maximise", worse, combinedAims(weighed, "maximise").target)).toBe(false);
    expect(isMet("minimise", value, combinedAims(weighed, "minimise").target)).toBe(true);
    expect(isMet("minimise", more, combinedAims(weighed, "minimise").target)).toBe(false);
  });

  test.each([
    ["2/3", "maximise", `0.${"6".repeat(60)}`],
    ["2/3", "minimise", `0.${"6".repeat(59)}7`],
    ["-1/3", "maximise", `-0.${"3".repeat(59)}4`],
    ["30", "minimise", "30"],
    ["0.5", "maximise", "0.5"],
    ["-2.25", "maximise", "-2.25"],
  ] as const)("%s to %s is written %s", (level, direction, written) => {
    expect(writtenLevel(rational(level), direction)).toBe(written);
  });
});
