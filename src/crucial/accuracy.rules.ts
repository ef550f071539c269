import { wilsonInterval } from "../kpis/interval.rules";
import { Decimal } from "../shared/decimal";
import type { KpiEvidence } from "./kpi-evidence";
import { atLeast, atMost, letterOf, ofWhole, percent, type Finding, type LetterResult } from "./letter.rules";
import { INTERVAL_WIDTH, LATE_FACTS, MANUAL_VALUES, PERIODS_WITH_SAMPLE, REJECTED_ROWS } from "./thresholds.rules";

/** Accurate: little refused, entered by hand or late; enough facts behind each figure; shares known closely enough. */
export const accurate = (evidence: KpiEvidence): LetterResult =>
  letterOf("accurate", [
    rejected(evidence),
    manual(evidence),
    late(evidence),
    sampled(evidence),
    ...(evidence.definition.unit === "share" ? [width(evidence)] : []),
  ]);

const total = (evidence: KpiEvidence, of: "facts" | "lateFacts" | "rejectedRows"): number =>
  evidence.streams.reduce((sum, one) => sum + one[of], 0);

function rejected(evidence: KpiEvidence): Finding {
  const [facts, refused] = [total(evidence, "facts"), total(evidence, "rejectedRows")];
  const rows = facts + refused;
  if (rows === 0) return { verdict: "not_applicable", evidence: "Rejected: no row was sent about these periods." };
  return {
    verdict: atMost(refused / rows, REJECTED_ROWS),
    evidence: `Rejected and still missing: ${ofWhole(refused, rows)} rows.`,
  };
}

/** Until values can be entered by hand, there are none. */
function manual(evidence: KpiEvidence): Finding {
  const verdict = total(evidence, "facts") === 0 ? "not_applicable" : atMost(0, MANUAL_VALUES);
  return { verdict, evidence: "Entered by hand: 0; manual values are not kept yet." };
}

function late(evidence: KpiEvidence): Finding {
  const [facts, behind] = [total(evidence, "facts"), total(evidence, "lateFacts")];
  if (facts === 0) return { verdict: "not_applicable", evidence: "Late: there are no facts." };
  return {
    verdict: atMost(behind / facts, LATE_FACTS),
    evidence: `Came or changed after the grace days: ${ofWhole(behind, facts)} facts.`,
  };
}

function sampled({ periods, minSample }: KpiEvidence): Finding {
  const results = periods.flatMap(({ result }) => (result && result.status !== "NO_DATA" ? [result] : []));
  if (results.length === 0) return { verdict: "not_applicable", evidence: "Sample: no period has facts." };
  const enough = results.filter(({ status, sample }) => status !== "INSUFFICIENT_DATA" && sample >= minSample);
  const least = Math.min(...results.map(({ sample }) => sample));
  return {
    verdict: atLeast(enough.length / results.length, PERIODS_WITH_SAMPLE),
    evidence: `Sample: ${ofWhole(enough.length, results.length)} periods reach ${minSample} facts; the smallest has ${least}.`,
  };
}

/** The median width of the periods' Wilson intervals; of two middle ones the greater. */
function width({ periods }: KpiEvidence): Finding {
  const widths = periods.flatMap(({ result }) => {
    if (!result || result.numerator === null || result.denominator === null) return [];
    const interval = result.status === "OK" ? wilsonInterval(result.numerator, result.denominator) : null;
    return interval ? [new Decimal(interval.upper).minus(interval.lower).toNumber()] : [];
  });
  const middle = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)];
  if (middle === undefined) return { verdict: "not_applicable", evidence: "Interval: no period has a value." };
  return {
    verdict: atMost(middle, INTERVAL_WIDTH),
    evidence: `Interval: typically ${percent(middle)} wide at 95 % confidence.`,
  };
}
