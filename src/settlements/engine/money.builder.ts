import type { Clause } from "../../objectives/clauses/clause";
import { STAGES } from "../../objectives/clauses/clause";
import type { SettlementTerms } from "../../objectives/clauses/settlement-terms";
import type { Aims } from "../../objectives/objective-terms";
import { day } from "../../shared/day";
import { decimalText, rational } from "../../shared/rational";
import { periodContaining, shiftPeriod, type Period } from "../../shared/period";
import { reaches as reachesLevel } from "../../objectives/comparison.rules";
import type { ObjectiveInPeriod, PeriodInput } from "./period-input";

export const JANUARY = periodContaining("month", day("2026-01-01"));

/** A contract with a fee of 100,000.00, 10 % of it at risk. */
export const someTerms = (clauses: readonly Clause[], parts: Partial<SettlementTerms> = {}): SettlementTerms => ({
  settledBy: "month",
  fee: "10000000",
  atRisk: "0.1",
  allocationLimit: "1",
  pointValue: null,
  creditCap: null,
  yearlyCreditCap: null,
  bonusCap: null,
  singleIncident: false,
  order: STAGES,
  rounding: "half_up",
  clauses,
  ...parts,
});

/** A credit of 1,000.00 whenever the target of SL is missed. */
export const aClause = (parts: Partial<Clause> = {}): Clause => ({
  code: "C1",
  name: "Service credit",
  cites: "Appendix 3, § 2.1",
  side: "credit",
  objectives: ["SL"],
  when: "missed",
  mechanism: { kind: "fixed", pays: "money", amount: "100000" },
  guards: [],
  repeat: null,
  ignoredUpTo: null,
  cap: null,
  earnBack: null,
  ...parts,
});

const SHARE = { code: "SERVICE_LEVEL", unit: "share", direction: "maximise", precision: 1 } as const;
export const SECONDS = { code: "ASA", unit: "seconds", direction: "minimise", precision: 0 } as const;

interface Came extends Partial<Omit<ObjectiveInPeriod, "aims">> {
  readonly aims?: Partial<Aims>;
}

/**
 * An objective that came to a value: `"965/1000"` or `"47"`; null: nothing was measured. Its target is 98 % unless said
 * otherwise, and its outcome follows from its aims.
 */
export function came(value: string | null, { aims: some, ...parts }: Came = {}): ObjectiveInPeriod {
  const aims = { target: "0.98", minimum: null, expected: null, rounding: null, weight: "1", ...some };
  const kpi = parts.kpi ?? SHARE;
  const [numerator, denominator = null] = value?.split("/") ?? [];
  const figure = {
    numerator: numerator ?? null,
    denominator,
    sample: Number(denominator ?? 100),
    value: value === null ? null : decimalText(rational(value)),
    status: value === null ? "NO_DATA" : "OK",
  } as const;
  const outcome = value === null ? "not_measured" : outcomeOf({ numerator: numerator!, denominator }, kpi, aims);
  const objective = {
    objectiveId: "o",
    code: "SL",
    name: "Service level",
    clause: "§ 1",
    kpi,
    aims,
    figure,
    outcome,
    ...parts,
  };
  return { unadjusted: null, exclusions: [], result: null, ...objective };
}

function outcomeOf(
  value: { numerator: string; denominator: string | null },
  kpi: ObjectiveInPeriod["kpi"],
  aims: Aims,
): ObjectiveInPeriod["outcome"] {
  if (reachesLevel(value, aims.target, kpi, aims.rounding)) return "met";
  const isAtMinimum = aims.minimum === null || reachesLevel(value, aims.minimum, kpi, aims.rounding);
  return isAtMinimum ? "missed" : "below_minimum";
}

/** Too few facts to judge by. */
export const undetermined = (parts: Came = {}): ObjectiveInPeriod => ({
  ...came("2/3", parts),
  outcome: "undetermined",
});

export const inPeriod = (objectives: readonly ObjectiveInPeriod[], parts: Partial<PeriodInput> = {}): PeriodInput => ({
  period: JANUARY,
  currency: "EUR",
  fee: "10000000",
  objectives,
  incidents: [],
  reportErrors: [],
  ...parts,
});

/** Months from January 2026 on; each with what its objectives came to. */
export const inMonths = (months: readonly (readonly ObjectiveInPeriod[])[]): PeriodInput[] =>
  months.map((objectives, index) => inPeriod(objectives, { period: month(index) }));

/** `month(0)` is January 2026. */
export const month = (index: number): Period => shiftPeriod(JANUARY, index);

/** `percent(96.5)` is 96,500 of 100,000. */
export const percent = (value: number): string => `${Math.round(value * 1000)}/100000`;
