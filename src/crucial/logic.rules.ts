import { Decimal } from "../shared/decimal";
import { periodLabel } from "../shared/period";
import type { KpiResult } from "../scorecards/scorecard.entity";
import type { KpiEvidence, PeriodEvidence } from "./kpi-evidence";
import { fewOf, letterOf, type Finding, type LetterResult } from "./letter.rules";

/** Logical: sound formula, possible values, parts that make the whole, flows that explain levels, one meaning. */
export const logical = (evidence: KpiEvidence): LetterResult =>
  letterOf("logical", [
    formula(evidence),
    bounds(evidence),
    ...partsMakeTheWhole(evidence),
    ...flowsExplainLevels(evidence),
    oneMeaning(evidence),
  ]);

function formula({ troubles, kpi }: KpiEvidence): Finding {
  if (troubles.length === 0) return { verdict: "pass", evidence: `The formula of ${kpi.dialect} passes its checks.` };
  return { verdict: "fail", evidence: `The formula of ${kpi.dialect}: ${troubles.join(" ")}` };
}

function bounds(evidence: KpiEvidence): Finding {
  const { definition, periods } = evidence;
  const results = periods.flatMap(({ period, result }) => (result?.value == null ? [] : [{ period, result }]));
  if (results.length === 0) return { verdict: "not_applicable", evidence: "Bounds: no period has a value." };
  const bad = results.filter(({ result }) => !isPossible(result, evidence));
  if (bad.length === 0) return { verdict: "pass", evidence: `Bounds: all ${results.length} values are possible.` };
  const shown = bad.map(({ period, result }) => `${periodLabel(period)}: ${result.value}`);
  return { verdict: "fail", evidence: `Bounds: impossible as ${definition.unit}: ${fewOf(shown)}.` };
}

/** A share is between nothing and its whole; what only adds up what was counted is not below nothing. */
function isPossible(
  { value, numerator, denominator }: KpiResult,
  { definition, isNeverNegative }: KpiEvidence,
): boolean {
  if (definition.unit === "share" && numerator !== null && denominator !== null)
    return new Decimal(numerator).gte(0) && new Decimal(numerator).lte(denominator);
  return !isNeverNegative || new Decimal(value!).gte(0);
}

function partsMakeTheWhole({ periods }: KpiEvidence): Finding[] {
  const compared = periods.filter((one) => one.result && one.services);
  if (compared.length === 0) return [];
  const apart = compared.filter((one) => !isWhole(one));
  if (apart.length === 0)
    return [{ verdict: "pass", evidence: `Services add up to the contract in all ${compared.length} periods.` }];
  const shown = apart.map(({ period, result, services }) => {
    const [above, below] = sums(services!);
    return `${periodLabel(period)}: ${above}/${below} against ${result!.numerator}/${result!.denominator ?? 0}`;
  });
  return [{ verdict: "fail", evidence: `Services do not add up to the contract: ${fewOf(shown)}.` }];
}

function isWhole({ result, services }: PeriodEvidence): boolean {
  const [above, below] = sums(services!);
  return above.eq(result!.numerator ?? 0) && below.eq(result!.denominator ?? 0);
}

const sums = (services: readonly KpiResult[]): [Decimal, Decimal] =>
  services.reduce<[Decimal, Decimal]>(
    ([above, below], one) => [above.plus(one.numerator ?? 0), below.plus(one.denominator ?? 0)],
    [new Decimal(0), new Decimal(0)],
  );

/** end = start + what came − what went, the flow recounted apart from the levels. */
function flowsExplainLevels({ periods }: KpiEvidence): Finding[] {
  const levels = periods.flatMap(({ period, movement }) => (movement ? [{ period, ...movement }] : []));
  if (levels.length === 0) return [];
  const apart = levels.filter(({ start, end, flow }) => !new Decimal(start).plus(flow).eq(end));
  if (apart.length === 0)
    return [{ verdict: "pass", evidence: `Start plus flow is the end in all ${levels.length} periods.` }];
  const shown = apart.map(({ period, start, flow, end }) => `${periodLabel(period)}: ${start} + ${flow} ≠ ${end}`);
  return [{ verdict: "fail", evidence: `Start plus flow is not the end: ${fewOf(shown)}.` }];
}

/** What is promised and answered for is what is in use: same dialect, same parameters. */
function oneMeaning({ objectives, owners, keysInUse }: KpiEvidence): Finding {
  const strays = [
    ...objectives
      .filter(({ key }) => !keysInUse.includes(key))
      .map(({ code, dialect }) => `objective ${code} by ${dialect}`),
    ...owners.filter(({ key }) => !keysInUse.includes(key)).map(({ role, dialect }) => `role ${role} by ${dialect}`),
  ];
  if (strays.length === 0)
    return {
      verdict: "pass",
      evidence: "Objectives and assignments mean what is in use: same dialect and parameters.",
    };
  return {
    verdict: "warn",
    evidence: `Computed in other ways, or with other parameters, than in use: ${fewOf(strays)}.`,
  };
}
