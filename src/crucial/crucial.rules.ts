import { accurate } from "./accuracy.rules";
import { collectable } from "./collectable.rules";
import { usefulFrequency } from "./frequency.rules";
import { improvement } from "./improvement.rules";
import type { KpiEvidence } from "./kpi-evidence";
import { worst, type LetterResult, type Verdict } from "./letter.rules";
import { logical } from "./logic.rules";
import { reportable } from "./reportable.rules";

/** The test of one KPI: a verdict and its evidence for each letter, and the worst of them. */
export interface KpiCheck {
  readonly evidence: KpiEvidence;
  readonly verdict: Verdict;
  readonly letters: readonly LetterResult[];
}

export function checkedKpi(evidence: KpiEvidence): KpiCheck {
  const letters = [collectable, reportable, usefulFrequency, improvement, accurate, logical].map((rule) =>
    rule(evidence),
  );
  return { evidence, verdict: worst(letters.map(({ verdict }) => verdict)), letters };
}
