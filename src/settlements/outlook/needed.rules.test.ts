import { isMet } from "../../kpis/target.rules";
import { Decimal } from "../../shared/decimal";
import { boundOf } from "./comparison-bound.rules";
import { needed } from "./needed.rules";

const HIGH = { direction: "maximise", unit: "share" } as const;
const LOW = { direction: "minimise", unit: "share" } as const;
const SECONDS = { direction: "minimise", unit: "seconds" } as const;
const MONEY = { direction: "maximise", unit: "money" } as const;

const rest = (numerator: string, denominator: string | null, expected: string | null, countsEvents = true) => ({
  soFar: { numerator, denominator },
  ...{ expected, countsEvents },
});
const plain = (value: string) => ({ value, isStrict: false });

describe("what the rest of a period must reach", () => {
  it.each([
    ["all of the rest", rest("700", "900", "100"), "0.8", HIGH, { reach: "open", value: "1", events: "100" }],
    [
      "one more than all",
      rest("699", "900", "100"),
      "0.8",
      HIGH,
      { reach: "out_of_reach", value: "1.01", events: "101" },
    ],
    ["nothing any more", rest("900", "900", "100"), "0.8", HIGH, { reach: "safe", value: "-1", events: "0" }],
    ["a part of an event", rest("70", "90", "10"), "0.795", HIGH, { reach: "open", value: "0.95", events: "10" }],
    ["few of what is bad", rest("40", "900", "100"), "0.05", LOW, { reach: "open", value: "0.1", events: "10" }],
    ["none of what is bad", rest("50", "900", "100"), "0.05", LOW, { reach: "open", value: "0", events: "0" }],
    [
      "too much that is bad",
      rest("51", "900", "100"),
      "0.05",
      LOW,
      { reach: "out_of_reach", value: "-0.01", events: "-1" },
    ],
    [
      "any share of what is bad",
      rest("0", "900", "47"),
      "0.05",
      LOW,
      { reach: "safe", value: "1.007446808510638297872340425531915", events: "47" },
    ],
    ["fewer seconds", rest("9600", "300", "100", false), "30", SECONDS, { reach: "open", value: "24", events: null }],
    [
      "seconds that are spent",
      rest("12001", "300", "100", false),
      "30",
      SECONDS,
      { reach: "out_of_reach", value: "-0.01", events: null },
    ],
    ["an amount", rest("80", null, null, false), "100", MONEY, { reach: "open", value: "20", events: null }],
    [
      "an amount that is there",
      rest("120", null, null, false),
      "100",
      MONEY,
      { reach: "safe", value: "-20", events: null },
    ],
    ["nothing, for nothing comes", rest("80", "100", "0"), "0.8", HIGH, { reach: "safe", value: null, events: null }],
    ["what will not come", rest("79", "100", "0"), "0.8", HIGH, { reach: "out_of_reach", value: null, events: null }],
  ] as const)("is %s", (_, of, aim, kpi, expected) => {
    const found = needed(of, plain(aim), kpi);

    expect(found).toEqual(expected);
  });

  it("is the aim itself while nothing came", () => {
    const found = needed({ soFar: null, expected: "200", countsEvents: true }, plain("0.8"), HIGH);

    expect(found).toEqual({ reach: "open", value: "0.8", events: "160" });
  });

  it("is not said of a value whose best lies in between", () => {
    expect(needed(rest("1", "2", "3"), plain("1"), { direction: "range", unit: "percent" })).toBeNull();
  });

  it("meets the aim when reached exactly, and misses it with one event less", () => {
    let seed = 20_260_314;
    const random = (most: number): number => (seed = (seed * 48_271) % 2_147_483_647) % (most + 1);
    for (let round = 0; round < 500; round += 1) {
      const [whole, coming] = [random(5_000) + 1, random(2_000) + 1];
      const [part, aim] = [random(whole), String(random(1_000) / 1_000)];
      for (const kpi of [HIGH, LOW]) {
        const events = Number(needed(rest(String(part), String(whole), String(coming)), plain(aim), kpi)!.events);
        const end = (rest: number) => ({ numerator: String(part + rest), denominator: String(whole + coming) });

        expect(isMet(kpi.direction, end(events), aim)).toBe(true);
        const worse = kpi === HIGH ? events - 1 : events + 1;
        if (worse >= 0) expect(isMet(kpi.direction, end(worse), aim)).toBe(kpi === HIGH && events === 0);
      }
    }
  });
});

describe("the bound of a value that is rounded before it is compared", () => {
  it.each([
    ["0.8", HIGH, null, { value: "0.8", isStrict: false }],
    ["1", HIGH, { mode: "half_up", decimals: 1 }, { value: "0.9995", isStrict: false }],
    ["0.805", HIGH, { mode: "truncate", decimals: 0 }, { value: "0.81", isStrict: false }],
    ["30", SECONDS, { mode: "half_up", decimals: 0 }, { value: "30.5", isStrict: true }],
    ["30", SECONDS, { mode: "truncate", decimals: 0 }, { value: "31", isStrict: true }],
  ] as const)("of %s, %j, rounded %j", (aim, kpi, rounding, expected) => {
    expect(boundOf(aim, kpi, rounding)).toEqual(expected);
  });

  it("keeps a strict bound out of reach itself", () => {
    const bound = { value: "0.055", isStrict: true };

    expect(needed(rest("45", "900", "100"), bound, LOW)).toMatchObject({ events: "9" });
    expect(new Decimal("0.0549").lt(bound.value)).toBe(true);
  });
});
