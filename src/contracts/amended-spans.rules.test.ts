import { addDays, day, daysBetween } from "../shared/day";
import { periodContaining, type PeriodKind } from "../shared/period";
import { compare, ONE, rational, sumOf } from "../shared/rational";
import type { AmendmentRule } from "./amendment-rule";
import { amendedSpans } from "./amended-spans.rules";
import { spanShares } from "./span-shares.rules";

const version = (validFrom: string, amendmentId: string | null = null, validUntil: string | null = null) => ({
  ...{ validFrom: day(validFrom), validUntil: validUntil === null ? null : day(validUntil), amendmentId },
});
const amendment = (id: string, rule: AmendmentRule) => ({ id, rule });

/** `1–11 old by_volume`: days of the month, the version's first day, the rule. */
function stretches(
  versions: ReturnType<typeof version>[],
  amendments: ReturnType<typeof amendment>[],
  asked: { kind?: PeriodKind; on?: string } = {},
): string[] {
  const period = periodContaining(asked.kind ?? "month", day(asked.on ?? "2026-03-15"));
  return amendedSpans(versions, { ...period, amendments }).map(
    (one) => `${one.from} ${one.until} ${one.version.validFrom} ${one.rule ?? "-"} ${one.amendment?.id ?? "-"}`,
  );
}

describe("stretches of a period", () => {
  const OLD = version("2026-01-01");
  const NEW = version("2026-03-11", "A1");

  test.each<[AmendmentRule, string[]]>([
    ["by_volume", ["2026-03-01 2026-03-11 2026-01-01 - -", "2026-03-11 2026-04-01 2026-03-11 by_volume A1"]],
    ["by_time", ["2026-03-01 2026-03-11 2026-01-01 - -", "2026-03-11 2026-04-01 2026-03-11 by_time A1"]],
    ["start_version", ["2026-03-01 2026-04-01 2026-01-01 - -"]],
    ["end_version", ["2026-03-01 2026-04-01 2026-03-11 - A1"]],
  ])("of an amendment %s within it", (rule, expected) => {
    expect(stretches([OLD, NEW], [amendment("A1", rule)])).toEqual(expected);
  });

  test("a change without an amendment is judged by the last day", () => {
    expect(stretches([OLD, version("2026-03-11")], [])).toEqual(["2026-03-01 2026-04-01 2026-03-11 - -"]);
  });

  test("the period after one goes by the amendment, whatever its rule", () => {
    for (const rule of ["by_volume", "by_time", "start_version", "end_version"] as const)
      expect(stretches([OLD, NEW], [amendment("A1", rule)], { on: "2026-04-20" })).toEqual([
        "2026-04-01 2026-05-01 2026-03-11 - A1",
      ]);
  });

  test("an amendment on the first day of a period cuts nothing", () => {
    const first = version("2026-03-01", "A1");
    for (const rule of ["by_volume", "by_time", "start_version", "end_version"] as const)
      expect(stretches([OLD, first], [amendment("A1", rule)])).toEqual(["2026-03-01 2026-04-01 2026-03-01 - A1"]);
  });

  test("weeks, quarters and years are cut likewise, and days never", () => {
    const amendments = [amendment("A1", "by_time")];

    expect(stretches([OLD, NEW], amendments, { kind: "week", on: "2026-03-11" })).toEqual([
      "2026-03-09 2026-03-11 2026-01-01 - -",
      "2026-03-11 2026-03-16 2026-03-11 by_time A1",
    ]);
    expect(stretches([OLD, NEW], amendments, { kind: "quarter" })).toHaveLength(2);
    expect(stretches([OLD, NEW], amendments, { kind: "year" })).toHaveLength(2);
    expect(stretches([OLD, NEW], amendments, { kind: "day", on: "2026-03-11" })).toHaveLength(1);
  });

  test("two amendments within a period each have their own rule", () => {
    const later = version("2026-03-21", "A2");
    const by = (one: AmendmentRule, two: AmendmentRule) =>
      stretches([OLD, NEW, later], [amendment("A1", one), amendment("A2", two)]).map((text) => text.slice(5, 32));

    expect(by("by_volume", "by_time")).toEqual([
      "03-01 2026-03-11 2026-01-01",
      "03-11 2026-03-21 2026-03-11",
      "03-21 2026-04-01 2026-03-21",
    ]);
    // as if it had not happened yet, and as if it had held from the first day
    expect(by("by_volume", "start_version")).toEqual(["03-01 2026-03-11 2026-01-01", "03-11 2026-04-01 2026-03-11"]);
    expect(by("by_volume", "end_version")).toEqual(["03-01 2026-04-01 2026-03-21"]);
    expect(by("start_version", "by_time")).toEqual(["03-01 2026-03-21 2026-01-01", "03-21 2026-04-01 2026-03-21"]);
    expect(by("start_version", "start_version")).toEqual(["03-01 2026-04-01 2026-01-01"]);
  });

  test("of what begins within the period there is nothing before, and of what has ended nothing at all", () => {
    expect(stretches([NEW], [amendment("A1", "by_volume")])).toEqual(["2026-03-11 2026-04-01 2026-03-11 - A1"]);
    expect(stretches([NEW], [amendment("A1", "start_version")])).toEqual([]);
    expect(stretches([version("2026-01-01", null, "2026-03-11")], [])).toEqual([]);
  });

  test("what an amendment ends for good is not lengthened by a rule", () => {
    const ending = version("2026-03-11", "A1", "2026-03-21");

    expect(stretches([OLD, ending], [amendment("A1", "start_version")])).toEqual([
      "2026-03-01 2026-04-01 2026-01-01 - -",
    ]);
    expect(stretches([OLD, ending], [amendment("A1", "by_time")])).toEqual(["2026-03-01 2026-03-11 2026-01-01 - -"]);
  });
});

describe("shares", () => {
  const text = (spans: Parameters<typeof spanShares>[0]) =>
    spanShares(spans).map(({ top, bottom }) => (bottom === 1n ? String(top) : `${top}/${bottom}`));

  test("by volume, by time, and each against all before it", () => {
    const first = { rule: null, days: 10, volume: 300 } as const;

    expect(text([first, { rule: "by_volume", days: 21, volume: 100 }])).toEqual(["3/4", "1/4"]);
    expect(text([first, { rule: "by_time", days: 21, volume: 100 }])).toEqual(["10/31", "21/31"]);
    expect(
      text([first, { rule: "by_volume", days: 10, volume: 100 }, { rule: "by_time", days: 11, volume: 5 }]),
    ).toEqual(["15/31", "5/31", "11/31"]);
  });

  test("a stretch of which nothing is known has none; where nothing happened days decide", () => {
    expect(
      text([
        { rule: null, days: 10, volume: null },
        { rule: "by_time", days: 21, volume: 7 },
      ]),
    ).toEqual(["0", "1"]);
    expect(
      text([
        { rule: null, days: 10, volume: 0 },
        { rule: "by_volume", days: 21, volume: 0 },
      ]),
    ).toEqual(["10/31", "21/31"]);
    expect(text([{ rule: null, days: 10, volume: null }])).toEqual(["0"]);
  });

  test("cover the days once, and add up to 1 (random amendments)", () => {
    let seed = 20260311;
    const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    const rules = ["by_volume", "by_time", "start_version", "end_version", null] as const;
    for (let round = 0; round < 500; round += 1) {
      const cuts = [...new Set(Array.from({ length: random(5) }, () => random(60)))].sort((a, b) => a - b);
      const amendments = cuts.flatMap((_, at) => {
        const rule = rules[random(rules.length)]!;
        return rule === null ? [] : [amendment(`A${at}`, rule)];
      });
      const known = new Set(amendments.map(({ id }) => id));
      const versions = [
        version("2025-01-01"),
        ...cuts.map((cut, at) => version(addDays(day("2026-02-15"), cut), known.has(`A${at}`) ? `A${at}` : null)),
      ];
      const period = periodContaining("month", day("2026-03-15"));
      const spans = amendedSpans(versions, { ...period, amendments });
      const weighed = spans.map(({ from, until, rule }) => ({
        rule,
        days: daysBetween(from, until),
        volume: random(9),
      }));

      expect(spans[0]!.from).toBe(period.from);
      expect(spans.at(-1)!.until).toBe(period.until);
      spans.slice(1).forEach((one, at) => expect(one.from).toBe(spans[at]!.until));
      const shares = spanShares(weighed);
      expect(compare(sumOf(shares), ONE)).toBe(0);
      expect(shares.every((one) => compare(one, rational("0")) >= 0)).toBe(true);
    }
  });
});
