import { compare, decimalText, plus, rational, ONE, minus } from "../../../shared/rational";
import { binomialTail, tailProbability } from "./binomial-tail.rules";
import { exactTail } from "./exact-tail.rules";
import { floatTail } from "./float-tail.rules";
import { wideTail } from "./wide-tail.rules";

const tailOf = (events: number, misses: number, rate: string) => ({ events, misses, missRate: rational(rate) });

describe("probability of so many misses or more", () => {
  it.each([
    [10, 8, "0.5", "0.0546875"],
    [20, 5, "0.1", "0.0431745"],
    [20, 9, "0.25", "0.0409252"],
    [15, 3, "0.05", "0.0362002"],
    [30, 5, "0.1", "0.175495"],
    [30, 6, "0.1", "0.0731901"],
    [30, 7, "0.1", "0.0258268"],
    [1000, 61, "0.05", "0.0670625"],
    [2000, 121, "0.05", "0.0199228"],
    [3000, 30, "0.0123", "0.892879"],
    [5000, 281, "0.05", "0.0254485"],
    [100000, 20265, "0.2", "0.0183805"],
    [100000, 19800, "0.2", "0.943664"],
    [100000, 1060, "0.01", "0.0301866"],
    [100000, 1300, "0.01", "0.0000000000000000000435477"],
  ])(
    "%d events, %d missed, rate %s: %s, as in tables and computed by others to 40 digits",
    (events, misses, rate, expected) => {
      expect(tailProbability(tailOf(events, misses, rate))).toBe(expected);
    },
  );

  it.each([
    [10, 0, "0.3", "1"],
    [10, 11, "0.3", "0"],
    [10, 1, "0", "0"],
    [10, 10, "1", "1"],
    [3000, 0, "0.3", "1"],
    [3000, 1, "0", "0"],
    [3000, 3000, "1", "1"],
  ])("%d events, %d missed, rate %s: %s", (events, misses, rate, expected) => {
    expect(tailProbability(tailOf(events, misses, rate))).toBe(expected);
  });

  it("adds up with what lies below to 1", () => {
    const [few, many] = [exactTail(tailOf(40, 7, "0.1")), exactTail(tailOf(40, 34, "0.9"))];

    // at least 7 missed of rate 0.1, or at most 6: at least 34 reached
    expect(plus(few, many)).toEqual(ONE);
  });
});

describe("three ways to the same tail", () => {
  const cases = [0.01, 0.05, 0.2, 0.5, 0.9].flatMap((rate) =>
    [-60, -20, 0, 20, 60].map((off) => tailOf(1800, Math.round(1800 * rate) + off, String(rate))),
  );

  it.each(cases.filter(({ misses }) => misses > 0 && misses <= 1800))(
    "$misses of $events: floats and wide decimals lie within their errors of the fraction",
    (tail) => {
      const exact = exactTail(tail);
      const [float, wide] = [floatTail(tail), wideTail(tail, exact)];

      expect(Math.abs(float.probability - Number(decimalText(exact)))).toBeLessThanOrEqual(float.error + 1e-300);
      expect(wide.distance.abs().lte(wide.error)).toBe(true);
    },
  );
});

describe("at most alpha", () => {
  it("holds where the probability is alpha to the last digit", () => {
    const [exact, hair] = [exactTail(tailOf(10, 8, "0.5")), rational("0.0000000000000000000000000000001")];

    expect(binomialTail(tailOf(10, 8, "0.5"), exact).isAtMost).toBe(true);
    expect(binomialTail(tailOf(10, 8, "0.5"), minus(exact, hair)).isAtMost).toBe(false);
  });

  it("decides next to the probability of many events as fractions would", () => {
    const tail = tailOf(2100, 130, "0.05");
    const exact = exactTail(tail);
    const hairs = ["0.000000001", "0.00000000000000000001", "0.0000000000000000000000000000000001"].map(rational);

    const decided = hairs.map((hair) => [
      binomialTail(tail, plus(exact, hair)).isAtMost,
      binomialTail(tail, exact).isAtMost,
      binomialTail(tail, minus(exact, hair)).isAtMost,
    ]);

    expect(decided).toEqual(hairs.map(() => [true, true, false]));
  });

  it("never says so of an alpha of 0, unless it cannot happen", () => {
    expect(binomialTail(tailOf(100_000, 90_000, "0.05"), rational("0")).isAtMost).toBe(false);
    expect(binomialTail(tailOf(3_000, 1, "0"), rational("0")).isAtMost).toBe(true);
  });

  it("answers for 100,000 events in less than 50 ms", () => {
    binomialTail(tailOf(100_000, 5_100, "0.05"), rational("0.05"));
    const [started, rounds] = [performance.now(), 10];

    for (let round = 0; round < rounds; round += 1)
      binomialTail(tailOf(100_000, 5_000 + round, "0.05"), rational("0.05"));

    expect((performance.now() - started) / rounds).toBeLessThan(50);
  });

  it("agrees with fractions on any small plan", () => {
    for (let events = 1; events <= 12; events += 1)
      for (let misses = 0; misses <= events; misses += 1) {
        const tail = tailOf(events, misses, "0.3");
        expect(binomialTail(tail, rational("0.1")).isAtMost).toBe(compare(exactTail(tail), rational("0.1")) <= 0);
      }
  });
});
