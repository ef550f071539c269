import { requireKpi } from "../kpis/kpi-in-use.rules";
import { day } from "../shared/day";
import { Decimal } from "../shared/decimal";
import { periodContaining, shiftPeriod } from "../shared/period";
import type { Series, SeriesPoint } from "./recognition";
import { sentenceOf } from "./recognition-words";
import { recognitionsIn } from "./recognition.rules";

const NOW = periodContaining("month", day("2026-06-01"));

/** A share in per mille of `sample`; the last value is of June 2026, each before it of the month before. */
const points = (values: readonly (number | null)[], parts: Partial<SeriesPoint> = {}): SeriesPoint[] =>
  values.flatMap((value, index) => {
    if (value === null) return [];
    const sample = parts.sample ?? 1_000;
    const numerator = new Decimal(value).times(sample).div(1_000);
    return [
      {
        period: shiftPeriod(NOW, index - values.length + 1),
        value: numerator.div(sample).toString(),
        ...{ numerator: numerator.toString(), denominator: String(sample), target: null },
        ...{ finality: "final" as const, scorecardId: `card-${index}` },
        ...parts,
        sample,
      },
    ];
  });

const series = (
  values: readonly (number | null)[],
  parts: Partial<Series> & { point?: Partial<SeriesPoint> } = {},
): Series => {
  const { point, ...rest } = parts;
  const subject = { kind: "person", id: "anna" } as const;
  return {
    subject,
    roleCode: "agent",
    kpi: requireKpi("CSAT"),
    kpiKey: "CSAT",
    points: points(values, point),
    ...rest,
  };
};

const kinds = (...all: Series[]): string[] => recognitionsIn(NOW, all).map(({ kind }) => kind);

describe("a personal best", () => {
  test.each([
    ["better than six before", [800, 850, 820, 810, 840, 830, 851], true],
    ["no better than a tie", [800, 850, 820, 810, 840, 830, 850], false],
    ["better than only five before", [800, 850, 820, 810, 840, 851], false],
    ["gaps in between do not matter", [800, null, 850, 820, null, 810, 840, 830, 851], true],
  ])("%s", (_name, values, isBest) => {
    expect(kinds(series(values))).toEqual(isBest ? ["personal_best"] : []);
  });

  it("is told only of the period asked about", () => {
    expect(kinds(series([800, 850, 820, 810, 840, 830, 851, null]))).toEqual([]);
  });

  it("of what is to shrink is the least value, of what is best in between none", () => {
    const values = [200, 190, 180, 210, 220, 195, 170];

    expect(kinds(series(values, { kpi: requireKpi("DSAT") }))).toEqual(["personal_best"]);
    expect(kinds(series(values, { kpi: requireKpi("AHT") }))).toEqual([]);
  });

  it("is compared as a fraction, however close", () => {
    const close = points([500, 540, 520, 530, 510, 550, 560]);
    close[0] = { ...close[0]!, numerator: "333333333333333333", denominator: "999999999999999999" };
    close[6] = { ...close[6]!, numerator: "666666666666666667", denominator: "1000000000000000000" };
    close[5] = { ...close[5]!, numerator: "666666666666666666", denominator: "999999999999999999" };

    expect(kinds(series([], { points: close }))).toEqual(["personal_best"]);
  });

  it("says how likely it is by chance, and how many chance would bring out", () => {
    const [best] = recognitionsIn(NOW, [
      series([800, 850, 820, 810, 840, 830, 851]),
      series([800, 850, 820, 810, 840, 830, 840], { subject: { kind: "person", id: "bruno" } }),
    ]);

    expect(best).toMatchObject({ compared: 2, series: { subject: { id: "anna" } } });
    expect(best!.chance.toFixed(4)).toBe("0.1429");
    expect(best!.expectedByChance.toFixed(4)).toBe("0.2857");
    expect(best!.evidence.at(-1)!.interval!.lower).toMatch(/^0\.82/);
  });
});

describe("a sustained improvement", () => {
  it("is four in a row; one step back, or a missing period, begins anew", () => {
    expect(kinds(series([700, 710, 730, 740, 800]))).toEqual(["sustained_improvement"]);
    expect(kinds(series([700, 710, 710, 740, 800]))).toEqual([]);
    expect(kinds(series([700, 710, null, 730, 740, 800]))).toEqual([]);
    expect(kinds(series([900, 700, 710, 730, 740, 800]))).toEqual(["sustained_improvement"]);
  });

  it("has the chance 1/r!, and must be rarer where more people are compared", () => {
    const [found] = recognitionsIn(NOW, [series([700, 710, 730, 740, 800])]);
    const others = Array.from({ length: 6 }, (_, index) =>
      series([700, 690, 680, 670, 660], { subject: { kind: "person", id: `other-${index}` } }),
    );

    expect(found!.chance.toFixed(6)).toBe("0.008333");
    expect(kinds(series([700, 710, 730, 740, 800]), ...others.slice(1))).toEqual(["sustained_improvement"]); // 6/120 = 5 %
    expect(kinds(series([700, 710, 730, 740, 800]), ...others)).toEqual([]); // 7/120
    expect(kinds(series([690, 700, 710, 730, 740, 800]), ...others)).toEqual(["sustained_improvement"]); // 7/720
  });
});

describe("a consistently strong team", () => {
  const team = (values: readonly number[], point: Partial<SeriesPoint> = {}): Series =>
    series(values, { subject: { kind: "team", id: "red" }, roleCode: null, point: { target: "0.8", ...point } });

  it("reached its target with confidence three times in a row", () => {
    // Wilson, 1,000 facts: 0.826 has the lower bound 0.8013, 0.824 the lower bound 0.7991
    expect(kinds(team([826, 840, 830]))).toEqual(["consistently_strong_team"]);
    expect(kinds(team([826, 824, 830]))).toEqual([]);
    expect(kinds(team([840, 830]))).toEqual([]);
  });

  it("needs facts enough to tell", () => {
    expect(kinds(team([900, 900, 900], { sample: 30 }))).toEqual([]);
    expect(kinds(team([900, 900, 900], { sample: 100 }))).toEqual(["consistently_strong_team"]);
  });

  it("without a target, or a person, is none", () => {
    expect(kinds(team([900, 900, 900], { target: null }))).toEqual([]);
    expect(kinds(series([900, 900, 900], { point: { target: "0.8" } }))).toEqual([]);
  });
});

test("random people who do not change bring out a false improvement in at most one of twenty periods", () => {
  const random = generator(20_260_601);
  const rounds = 100;
  const withAny = Array.from({ length: rounds }, () => {
    const people = Array.from({ length: 40 }, (_, index) =>
      series(
        Array.from({ length: 12 }, () => 700 + Math.floor(random() * 200)),
        { subject: { kind: "person", id: `p-${index}` } },
      ),
    );
    return kinds(...people).includes("sustained_improvement");
  }).filter(Boolean).length;
  const teams = Array.from({ length: 500 }, (_, index) => {
    const values = Array.from(
      { length: 3 },
      () => 1_000 - sum(Array.from({ length: 1_000 }, () => (random() < 0.2 ? 1 : 0))),
    );
    return series(values, { subject: { kind: "team", id: `t-${index}` }, roleCode: null, point: { target: "0.8" } });
  });
  const strong = kinds(...teams);

  console.info(`false improvements in ${withAny} of ${rounds} periods; false strong teams: ${strong.length} of 500`);
  expect(withAny / rounds).toBeLessThanOrEqual(0.05);
  expect(strong.length).toBeLessThanOrEqual(1);
});

test("personal bests come as often as their chance says", () => {
  const random = generator(7);
  const people = Array.from({ length: 1_000 }, (_, index) =>
    series(
      Array.from({ length: 10 }, () => random() * 1_000),
      { subject: { kind: "person", id: `p-${index}` } },
    ),
  );

  const found = recognitionsIn(NOW, people).filter(({ kind }) => kind === "personal_best");

  expect(found[0]!.expectedByChance.toFixed(0)).toBe("100");
  expect(Math.abs(found.length - 100)).toBeLessThan(3 * 9.5); // three standard deviations
});

test("the sentence is there in four languages", () => {
  const [found] = recognitionsIn(NOW, [series([700, 710, 730, 740, 800])]);
  const told = (["en", "it", "hr", "zh"] as const).map((language) => sentenceOf(found!, language, "EUR"));

  expect(told[0]).toBe("Customer satisfaction: better 4 times in a row, from 70.0 % to 80.0 %.");
  expect(told[1]).toContain("da 70,0 % a 80,0 %");
  expect(told[2]).toContain("(uzastopnih poboljšanja: 4)");
  expect(told[3]).toContain("连续 4 次改善");
});

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
