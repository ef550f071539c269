import type { ScoringScheme } from "../scoring-scheme";
import { aroundScore } from "./around.rules";
import { attainmentScore } from "./attainment.rules";
import { curveScore } from "./curve.rules";
import { levelsScore } from "./levels.rules";
import type { Measured, SchemeScore } from "./measured.rules";
import { percentageScore } from "./percentage.rules";
import { worstBestScore } from "./worst-best.rules";
import { zonesScore } from "./zones.rules";

/** What an assignment's scheme makes of a value: 0 to 200, compared unrounded, rounded once. */
export function schemeScore(scheme: ScoringScheme, measured: Measured): SchemeScore {
  switch (scheme.kind) {
    case "attainment":
      return attainmentScore(measured);
    case "percentage":
      return percentageScore(measured);
    case "worst_best":
      return worstBestScore(scheme, measured);
    case "zones":
      return zonesScore(scheme, measured);
    case "levels":
      return levelsScore(scheme, measured);
    case "around":
      return aroundScore(scheme, measured);
    case "curve":
      return curveScore(scheme, measured);
  }
}
