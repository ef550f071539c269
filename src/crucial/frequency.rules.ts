import type { Day } from "../shared/day";
import { daysBetween } from "../shared/day";
import { periodContaining, periodLabel, PERIOD_KINDS, type PeriodKind } from "../shared/period";
import type { KpiEvidence, Need, StreamEvidence } from "./kpi-evidence";
import { atLeast, fewOf, letterOf, ofWhole, type Finding, type LetterResult } from "./letter.rules";
import { PERIODS_WITH_DATA } from "./thresholds.rules";

/**
 * Useful frequency: of the periods in which somebody needs the KPI, and in which a service was open, those in which
 * each of its streams brought data. The shortest need decides; a KPI that nobody needs at any rhythm is not judged.
 */
export function usefulFrequency(evidence: KpiEvidence): LetterResult {
  const need = shortest(evidence.needs);
  if (!need) {
    const text = "No objective measures it and no forum of the contract reviews anything: nobody says how often.";
    return letterOf("useful_frequency", [{ verdict: "not_applicable", evidence: text }]);
  }
  return letterOf(
    "useful_frequency",
    evidence.streams.map((one) => ofStream(one, need, evidence.openDays)),
  );
}

const shortest = (needs: readonly Need[]): Need | undefined =>
  [...needs].sort((a, b) => PERIOD_KINDS.indexOf(a.kind) - PERIOD_KINDS.indexOf(b.kind))[0];

function ofStream({ stream, days }: StreamEvidence, { kind, by }: Need, openDays: readonly Day[]): Finding {
  const wanted = labels(kind, openDays);
  if (wanted.length === 0) return { verdict: "not_applicable", evidence: `${stream}: no open day is over yet.` };
  const had = new Set(labels(kind, days));
  const without = wanted.filter((label) => !had.has(label));
  const having = wanted.length - without.length;
  const gap = typicalGap(days);
  return {
    verdict: atLeast(having / wanted.length, PERIODS_WITH_DATA),
    evidence:
      `${stream}: data in ${ofWhole(having, wanted.length)} periods (${kind}), as ${by} needs` +
      `${without.length > 0 ? `; none in ${fewOf(without)}` : ""}` +
      `${gap === null ? "" : `; days with data are typically ${gap} apart`}.`,
  };
}

const labels = (kind: PeriodKind, days: readonly Day[]): string[] => [
  ...new Set(days.map((on) => periodLabel(periodContaining(kind, on)))),
];

/** The median of the days from one day with data to the next; of two middle ones the greater. Null: fewer than two. */
export function typicalGap(days: readonly Day[]): number | null {
  const gaps = days.slice(1).map((on, index) => daysBetween(days[index]!, on));
  return [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? null;
}
