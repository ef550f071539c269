import fc from "fast-check";
import { Decimal } from "../../shared/decimal";
import { inOrder, median } from "../median.rules";
import { mediansOfOthers } from "./peer-median.rules";

const values = fc.array(
  fc.integer({ min: -300, max: 300 }).map((one) => new Decimal(one).div(7).toString()),
  { maxLength: 12 },
);

describe("the median of the others", () => {
  it.each([
    [
      ["3", "1", "2"],
      ["1.5", "2.5", "2"],
    ],
    [
      ["4", "1"],
      ["1", "4"],
    ],
    [
      ["0.5", "0.5", "0.5", "0.9"],
      ["0.5", "0.5", "0.5", "0.5"],
    ],
  ])("of %j is %j", (all, expected) => {
    expect(mediansOfOthers(all).map((one) => one?.median)).toEqual(expected);
    expect(mediansOfOthers(all).map((one) => one?.of)).toEqual(all.map(() => all.length - 1));
  });

  it("is nothing for somebody alone", () => {
    expect(mediansOfOthers(["1"])).toEqual([null]);
    expect(mediansOfOthers([])).toEqual([]);
  });

  it("is exact where binary floats are not", () => {
    const close = ["0.3333333333333333333333333333333333", "0.3333333333333333333333333333333334"];

    expect(inOrder([...close].reverse())).toEqual(close);
    expect(median(close)).toBe("0.33333333333333333333333333333333335");
  });

  it("is what leaving oneself out gives", () => {
    fc.assert(
      fc.property(values, (all) => {
        const expected = all.map((_, own) => median(inOrder(all.filter((_, index) => index !== own))));

        expect(mediansOfOthers(all).map((one) => one?.median ?? null)).toEqual(expected);
      }),
    );
  });
});
