import { periodLabel } from "../shared/period";
import type { KpiEvidence, PeriodEvidence } from "./kpi-evidence";
import { atLeast, fewOf, letterOf, ofWhole, type LetterResult } from "./letter.rules";
import { REPORTED_PERIODS } from "./thresholds.rules";

/** Reportable: the share of closed periods that have a value. None closed yet: nothing to judge. */
export function reportable({ periods }: KpiEvidence): LetterResult {
  if (periods.length === 0)
    return letterOf("reportable", [{ verdict: "not_applicable", evidence: "No whole period is closed yet." }]);
  const valued = periods.filter(({ result }) => result?.status === "OK");
  const missing = periods.filter(({ result }) => result?.status !== "OK").map(missingText);
  const kind = periods[0]!.period.kind;
  const others = missing.length > 0 ? `; not ${fewOf(missing)}` : "";
  return letterOf("reportable", [
    {
      verdict: atLeast(valued.length / periods.length, REPORTED_PERIODS),
      evidence: `${ofWhole(valued.length, periods.length)} closed periods (${kind}) have a value${others}.`,
    },
  ]);
}

const missingText = ({ period, result }: PeriodEvidence): string =>
  `${periodLabel(period)} (${result ? `${result.status}, ${result.sample} facts` : "nothing settled"})`;
