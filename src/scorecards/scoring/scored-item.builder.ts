import { ATTAINMENT } from "../../assignments/scoring-scheme";
import type { ScorecardItem } from "../scorecard.entity";

/** Customer satisfaction at 90 of 100, of weight 100, scored 100; says nothing of gates or policies. */
export const aScoredItem = (parts: Partial<ScorecardItem> = {}): ScorecardItem => ({
  ...{ kpiCode: "CSAT", dialect: "top-box", parameters: {}, kpiVersion: 1 },
  ...{ numerator: "90", denominator: "100", sample: 100, value: "0.9", status: "OK" },
  origin: { kind: "assignment", id: "00000000-0000-0000-0000-000000000001", version: 1 },
  ...{ minSample: 0, weight: "100", target: "0.9", targetSource: null, baseline: null, isMet: true },
  ...{ scheme: ATTAINMENT, gate: null, onMissing: "renormalise", missing: null, carried: null },
  ...{ score: "100", level: null, peers: null, manual: null },
  ...parts,
});
