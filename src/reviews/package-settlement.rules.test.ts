import type { SettledPeriod, Step } from "../settlements/engine/settled-period";
import type { SettlementLine } from "../settlements/settlement-line.entity";
import type { Settlement } from "../settlements/settlement.entity";
import { day } from "../shared/day";
import { periodContaining } from "../shared/period";
import { aPackageDocument } from "./package-document.builder";
import { packageHtml } from "./package-html";
import { packageMoneyCorrection, packageSettlement, type IssuedSettlement } from "./package-settlement.rules";

const OCTOBER = periodContaining("month", day("2026-10-01"));
const NAMES = new Map([["SLO-1", "Calls answered in 20 s"]]);

const step = (stage: Step["stage"], rule: string, output: string, inputs: Step["inputs"] = []): Step => ({
  ...{ stage, rule, output, inputs },
  cites: null,
});

const SETTLED = {
  period: OCTOBER,
  fee: "10000000",
  pool: "1000000",
  outcomes: [
    {
      ...{ clause: "SL-CREDIT", objective: "SLO-1", stretch: null },
      steps: [
        step("value", "The value is compared as it was measured.", "74.84 %", [
          { name: "value", value: "74.84 % (4,889 of 6,533)" },
          { name: "target", value: "80 %" },
        ]),
        step("amount", "Fee × share at risk × allocation × criticality.", "€ 2,000.00"),
      ],
    },
  ],
  steps: [step("pool_cap", "All credits together stay within the amount at risk.", "€ 2,000.00 of € 10,000.00")],
  counters: [
    {
      ...{ clause: "DEFAULT", objective: "SLO-1", below: "expected", failures: 2, within: 12, limit: 4 },
      ...{ consequence: "default", isDefault: false },
    },
  ],
} as unknown as SettledPeriod;

const line = (parts: Partial<SettlementLine> = {}): SettlementLine =>
  ({
    ...{ no: 1, kind: "credit", clause: "SL-CREDIT", cites: "Appendix 3, § 2.1", objectiveCode: "SLO-1" },
    ...{ amount: "200000", reason: "Service level credit for October 2026", state: "open", origin: null },
    stretchFrom: null,
    ...parts,
  }) as SettlementLine;

const issued = (parts: Partial<Settlement> = {}, lines = [line()]): IssuedSettlement => ({
  settlement: {
    ...{ periodKind: "month", periodFrom: OCTOBER.from, periodUntil: OCTOBER.until, currency: "EUR" },
    ...{ state: "issued", issuedAt: new Date("2026-11-08T09:00:00Z"), settled: SETTLED, reason: null },
    ...{ credits: "200000", bonuses: "0", held: "0", net: "200000", ...parts },
  } as Settlement,
  lines,
});

test("every line comes with the steps that made it, for people", () => {
  const shown = packageSettlement(issued(), NAMES);

  expect(shown.net).toEqual({ minor: "200000", display: "€ 2,000.00" });
  expect(shown.lines).toMatchObject([
    { no: 1, objective: "Calls answered in 20 s", amount: { display: "€ 2,000.00" } },
  ]);
  expect(shown.traces[0]!.lines).toEqual([1]);
  expect(shown.traces[0]!.steps[0]).toEqual({
    rule: "The value is compared as it was measured.",
    ...{ inputs: "value: 74.84 % (4,889 of 6,533); target: 80 %", output: "74.84 %", cites: null },
  });
});

test("money from an earlier period has no steps of this one", () => {
  const { lines, traces } = packageSettlement(issued({}, [line({ origin: day("2026-09-01") })]), NAMES);

  expect(lines).toHaveLength(1);
  expect(traces).toEqual([]);
});

test("a credit and what is withheld of it share their steps", () => {
  const held = line({ no: 2, kind: "earn_back_hold", amount: "-200000" });

  const { traces } = packageSettlement(issued({}, [line(), held]), NAMES);

  expect(traces.map(({ lines }) => lines)).toEqual([[1, 2]]);
});

test("the page shows lines, sum, steps and counters, and what was corrected", () => {
  const correction = packageMoneyCorrection(
    issued({ periodFrom: day("2026-09-01"), periodUntil: day("2026-10-01"), net: "-50000", reason: "Restated." }, [
      line({ amount: "-50000", reason: "SLO-1 is now met" }),
    ]),
  );
  const document = aPackageDocument({
    settlement: packageSettlement(issued(), NAMES),
    moneyCorrections: [correction],
  });

  const page = packageHtml(document, {
    ...{ version: 1, compiledAt: new Date("2026-11-10T08:00:00Z"), compiledBy: "Ada", contentHash: "0" },
  });

  for (const text of ["Appendix 3, § 2.1", "€ 2,000.00", "Fee × share at risk", "2 failures within 12 periods"])
    expect(page).toContain(text);
  expect(page).toContain("Corrections of earlier settlements");
  expect(page).toContain("SLO-1 is now met");
});

test("a package without money has no section about it", () => {
  const page = packageHtml(aPackageDocument(), {
    ...{ version: 1, compiledAt: new Date("2026-11-10T08:00:00Z"), compiledBy: "Ada", contentHash: "0" },
  });

  expect(page).not.toContain("Settlement");
});
