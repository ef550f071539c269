import fc from "fast-check";
import { allowableMisses, isMet, missesLeft, shortfall } from "./target.rules";

const of = (numerator: number, denominator: number | null) => ({
  numerator: String(numerator),
  denominator: denominator === null ? null : String(denominator),
});

describe("a target", () => {
  it.each([
    ["maximise", of(800, 1000), "0.80", true, "0"],
    ["maximise", of(799, 1000), "0.80", false, "0.001"],
    ["maximise", of(99951, 100000), "1", false, "0.00049"],
    ["minimise", of(300, 10), "30", true, "0"],
    ["minimise", of(301, 10), "30", false, "0.1"],
    ["maximise", of(120, null), "120", true, "0"],
    ["maximise", of(100, null), "120", false, "20"],
    ["range", of(100, 1), "120", null, null],
  ] as const)(
    "of a KPI to %s, value %j, target %s: met %s, short by %s",
    (...[direction, value, target, met, short]) => {
      expect(isMet(direction, value, target)).toBe(met);
      expect(shortfall(direction, value, target)).toBe(short);
    },
  );

  it("is judged exactly where decimals do not end", () => {
    expect(isMet("maximise", of(1, 3), "0.3333333333333333333333333333333333")).toBe(true);
    expect(isMet("maximise", of(1, 3), "0.3333333333333333333333333333333334")).toBe(false);
  });

  it("is judged as whole numbers of any size judge it, above, below and on the target", () => {
    const size = fc.integer({ min: 1, max: 2 ** 50 });
    const nearness = fc.constantFrom(-1, 0, 1, 1_000_000);
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 9_999 }), nearness, (whole, wanted, off) => {
        const denominator = whole * 2;
        const numerator = Math.floor((denominator * wanted) / 10_000) + off;
        const distance = BigInt(numerator) * 10_000n - BigInt(wanted) * BigInt(denominator);

        const target = `0.${String(wanted).padStart(4, "0")}`;
        expect(isMet("maximise", of(numerator, denominator), target)).toBe(distance >= 0n);
        expect(isMet("minimise", of(numerator, denominator), target)).toBe(distance <= 0n);
      }),
    );
  });

  it.each([
    ["maximise", 30, "0.99", 0],
    ["maximise", 30, "0.90", 3],
    ["maximise", 10, "0.7", 3],
    ["maximise", 0, "0.9", 0],
    ["minimise", 40, "0.05", 2],
    ["range", 40, "0.05", null],
  ] as const)("to %s %d at %s allows %s misses (X70)", (direction, n, target, allowed) => {
    expect(allowableMisses(direction, n, target)).toBe(allowed);
  });

  it("tells the misses left, and how many too many there were", () => {
    expect(missesLeft("maximise", of(28, 30), "0.90")).toBe(1);
    expect(missesLeft("maximise", of(29, 30), "0.99")).toBe(-1);
    expect(missesLeft("minimise", of(3, 40), "0.05")).toBe(-1);
  });

  it("is met exactly while misses are left", () => {
    const cases = fc.record({ n: fc.integer({ min: 1, max: 10_000 }), misses: fc.nat(10_000), t: fc.nat(1_000) });

    fc.assert(
      fc.property(cases, ({ n, misses, t }) => {
        fc.pre(misses <= n);
        const target = (t / 1_000).toFixed(3);
        const left = missesLeft("maximise", of(n - misses, n), target)!;
        return isMet("maximise", of(n - misses, n), target) === left >= 0;
      }),
    );
  });
});
