import { aFeed } from "../facts/feed.builder";
import { requireKpi } from "../kpis/kpi-in-use.rules";
import { day } from "../shared/day";
import { accurate } from "./accuracy.rules";
import { collectable } from "./collectable.rules";
import { checkedKpi } from "./crucial.rules";
import { typicalGap, usefulFrequency } from "./frequency.rules";
import { improvement } from "./improvement.rules";
import type { KpiEvidence } from "./kpi-evidence";
import { aPeriod, aResult, someEvidence } from "./kpi-evidence.builder";
import { worst, type Verdict } from "./letter.rules";
import { logical } from "./logic.rules";
import { reportable } from "./reportable.rules";

type Case = [string, Partial<KpiEvidence>, Verdict, string];
const contacts = someEvidence().streams[0]!;
const feed = { ...aFeed({ clientId: "c", observedThrough: new Date("2026-07-01T10:00:00Z") }), expectation: null };
const watermark = { through: null, isDeclared: false, coversPeriod: true, feeds: [feed], lateFeeds: [] };

const told = (result: { evidence: readonly string[] }): string => result.evidence.join("\n");

describe("collectable", () => {
  it.each([
    ["a feed with facts", { watermark }, "pass", "feeds pbx (seen through 2026-07-01T10:00:00.000Z)"],
    ["a feed that is overdue", { watermark: { ...watermark, lateFeeds: [feed] } }, "warn", "feeds pbx"],
    ["facts without a feed", {}, "warn", "facts on 2 days, the last 2026-06-03; no feed is known"],
    [
      "a feed without facts",
      { watermark, streams: [{ ...contacts, days: [] }] },
      "fail",
      "no facts on any day looked at",
    ],
    [
      "one of two streams without facts",
      { watermark, streams: [contacts, { ...contacts, stream: "case", days: [] }] },
      "fail",
      "case: no facts on any day looked at; no feed is known",
    ],
  ] as Case[])("%s", (_, parts, verdict, text) => {
    const found = collectable(someEvidence(parts));

    expect([found.verdict, told(found)]).toEqual([verdict, expect.stringContaining(text)]);
  });
});

describe("reportable", () => {
  const months = (valued: number, empty: number) => [
    ...Array.from({ length: valued }, () => aPeriod("2026-05-01")),
    ...Array.from({ length: empty }, () => aPeriod("2026-06-01", { result: null })),
  ];

  it.each([
    ["all periods", months(6, 0), "pass", "6 of 6 (100.0 %)"],
    ["nineteen of twenty", months(19, 1), "pass", "not 2026-06 (nothing settled)"],
    ["three of four", months(3, 1), "warn", "3 of 4 (75.0 %)"],
    ["two of three", months(2, 1), "fail", "2 of 3 (66.7 %)"],
    [
      "a period under its minimum sample",
      [aPeriod("2026-05-01", { result: aResult({ status: "INSUFFICIENT_DATA", value: null, sample: 12 }) })],
      "fail",
      "2026-05 (INSUFFICIENT_DATA, 12 facts)",
    ],
    ["no period", [], "not_applicable", "No whole period is closed yet."],
  ] as [string, KpiEvidence["periods"], Verdict, string][])("%s", (_, periods, verdict, text) => {
    const found = reportable(someEvidence({ periods }));

    expect([found.verdict, told(found)]).toEqual([verdict, expect.stringContaining(text)]);
  });
});

describe("useful frequency", () => {
  const june = Array.from({ length: 30 }, (_, i) => day(`2026-06-${String(i + 1).padStart(2, "0")}`));
  const everyMonday = june.filter((_, i) => i % 7 === 0);
  const of = (days: typeof june) => [{ ...contacts, days }];
  const daily = { kind: "day" as const, by: "objective SL" };
  const weekly = { kind: "week" as const, by: "forum board" };

  it.each([
    ["data on every day, needed daily", { openDays: june, streams: of(june), needs: [daily] }, "pass", "30 of 30"],
    [
      "data each Monday, needed weekly",
      { openDays: june, streams: of(everyMonday), needs: [weekly] },
      "pass",
      "typically 7 apart",
    ],
    [
      "data each Monday, needed daily",
      { openDays: june, streams: of(everyMonday), needs: [weekly, daily] },
      "fail",
      "as objective SL needs; none in 2026-06-02",
    ],
    ["closed days need no data", { openDays: everyMonday, streams: of(everyMonday), needs: [daily] }, "pass", "5 of 5"],
    ["a few days missing", { openDays: june, streams: of(june.slice(3)), needs: [daily] }, "warn", "27 of 30 (90.0 %)"],
    ["needed by nobody", { openDays: june, streams: of(june), needs: [] }, "not_applicable", "nobody says how often"],
    ["nothing open", { openDays: [], streams: of(june), needs: [daily] }, "not_applicable", "no open day"],
  ] as Case[])("%s", (_, parts, verdict, text) => {
    const found = usefulFrequency(someEvidence(parts));

    expect([found.verdict, told(found)]).toEqual([verdict, expect.stringContaining(text)]);
  });

  it("takes the middle gap", () => {
    expect(typicalGap(["2026-06-01", "2026-06-02", "2026-06-03", "2026-06-20"].map(day))).toBe(1);
    expect(typicalGap([day("2026-06-01")])).toBeNull();
  });
});

describe("improvement", () => {
  const [owner] = someEvidence().owners;

  it.each([
    ["an owner and an objective", {}, "pass", "operations-manager (held by 1)"],
    [
      "an owner whose assignment has the target",
      { objectives: [], owners: [{ ...owner!, hasTarget: true }] },
      "pass",
      "own target of operations-manager",
    ],
    ["an owner without a target", { objectives: [] }, "warn", "No objective and no assignment has a target"],
    ["a role that nobody holds", { owners: [{ ...owner!, holders: 0 }] }, "warn", "(held by 0)"],
    ["neither", { objectives: [], owners: [] }, "fail", "No role answers for it."],
  ] as Case[])("%s", (_, parts, verdict, text) => {
    const found = improvement(someEvidence(parts));

    expect([found.verdict, told(found)]).toEqual([verdict, expect.stringContaining(text)]);
    expect(found.evidence.at(-1)).toBe("Actions: none kept yet.");
  });
});

describe("accurate", () => {
  const stream = (parts: object) => ({ streams: [{ ...contacts, ...parts }] });
  const thin = aResult({ status: "INSUFFICIENT_DATA", sample: 3, value: null });

  it.each([
    ["nothing wrong", {}, "pass", "Rejected and still missing: 0 of 2000 (0.0 %) rows."],
    ["one row in a hundred refused", stream({ facts: 990, rejectedRows: 10 }), "pass", "10 of 1000 (1.0 %)"],
    ["some rows refused", stream({ facts: 970, rejectedRows: 30 }), "warn", "30 of 1000 (3.0 %)"],
    ["many rows refused", stream({ facts: 900, rejectedRows: 100 }), "fail", "100 of 1000 (10.0 %)"],
    ["everything late", stream({ lateFacts: 2_000 }), "warn", "Came or changed after the grace days: 2000 of 2000"],
    [
      "half of the periods too thin",
      { minSample: 30, periods: [aPeriod("2026-05-01"), aPeriod("2026-06-01", { result: thin })] },
      "warn",
      "1 of 2 (50.0 %) periods reach 30 facts; the smallest has 3",
    ],
    [
      "all of them too thin",
      { minSample: 30, periods: [aPeriod("2026-06-01", { result: thin })] },
      "fail",
      "0 of 1 (0.0 %)",
    ],
    [
      "a wide interval",
      { periods: [aPeriod("2026-06-01", { result: aResult({ numerator: "15", denominator: "20", sample: 20 }) })] },
      "fail",
      "Interval: typically 35.7 % wide",
    ],
    ["no facts at all", { ...stream({ facts: 0 }), periods: [] }, "not_applicable", "Late: there are no facts."],
  ] as Case[])("%s", (_, parts, verdict, text) => {
    const found = accurate(someEvidence(parts));

    expect([found.verdict, told(found)]).toEqual([verdict, expect.stringContaining(text)]);
  });

  it("asks for no interval of what is no share", () => {
    expect(told(accurate(someEvidence({ definition: requireKpi("AHT") })))).not.toContain("Interval");
  });
});

describe("logical", () => {
  const month = (parts: object) => ({ periods: [aPeriod("2026-06-01", parts)] });
  const half = aResult({ numerator: "400", denominator: "500" });
  const movement = { start: "10", end: "14", flow: "4" };
  const [aim] = someEvidence().objectives;

  it.each([
    ["nothing wrong", {}, "pass", "all 2 values are possible"],
    ["a formula that fails its checks", { troubles: ["It divides by zero."] }, "fail", "It divides by zero."],
    [
      "more than the whole",
      month({ result: aResult({ numerator: "1001", value: "1.001" }) }),
      "fail",
      "impossible as share: 2026-06: 1.001",
    ],
    [
      "less than nothing",
      { definition: requireKpi("AHT"), ...month({ result: aResult({ value: "-1" }) }) },
      "fail",
      "impossible as seconds",
    ],
    [
      "less than nothing where that can be",
      { isNeverNegative: false, definition: requireKpi("AHT"), ...month({ result: aResult({ value: "-1" }) }) },
      "pass",
      "are possible",
    ],
    [
      "services that add up",
      month({ services: [half, half] }),
      "pass",
      "Services add up to the contract in all 1 periods.",
    ],
    [
      "services that do not",
      month({ services: [half, aResult({ numerator: "401", denominator: "500" })] }),
      "fail",
      "2026-06: 801/1000 against 800/1000",
    ],
    [
      "a service without data",
      month({ services: [aResult(), aResult({ numerator: null, denominator: null })] }),
      "pass",
      "add up",
    ],
    ["a level explained by its flow", month({ movement }), "pass", "Start plus flow is the end in all 1 periods."],
    ["a level that is not", month({ movement: { ...movement, end: "15" } }), "fail", "2026-06: 10 + 4 ≠ 15"],
    [
      "an objective by another dialect",
      { objectives: [{ ...aim!, key: "other", dialect: "SL-B" }] },
      "warn",
      "objective SL by SL-B",
    ],
  ] as Case[])("%s", (_, parts, verdict, text) => {
    const found = logical(someEvidence(parts));

    expect([found.verdict, told(found)]).toEqual([verdict, expect.stringContaining(text)]);
  });
});

describe("the verdict", () => {
  it.each([
    [["pass", "pass"], "pass"],
    [["pass", "not_applicable"], "pass"],
    [["pass", "warn", "not_applicable"], "warn"],
    [["warn", "fail"], "fail"],
    [["not_applicable"], "not_applicable"],
    [[], "not_applicable"],
  ] as [Verdict[], Verdict][])("of %s is %s", (verdicts, expected) => {
    expect(worst(verdicts)).toBe(expected);
  });

  it("has the letters in the order of the word", () => {
    const { letters, verdict } = checkedKpi(someEvidence({ watermark }));

    expect(letters.map(({ letter }) => letter)).toEqual([
      ...["collectable", "reportable", "useful_frequency", "improvement", "accurate", "logical"],
    ]);
    expect(verdict).toBe("pass");
  });
});
