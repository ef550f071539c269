import type { Day } from "../../src/shared/day";
import type { SetupDocument } from "./setup-document";

interface Share {
  readonly kpi: string;
  readonly weight: number;
  readonly target?: string;
  readonly minSample?: number;
}

/** What each role answers for. Weights of a role total 100; 0 is for information. */
const BY_ROLE: Readonly<Record<string, readonly Share[]>> = {
  agent: [
    { kpi: "CSAT", weight: 35, target: "95 %", minSample: 15 },
    { kpi: "QUALITY", weight: 25, target: "88 %", minSample: 2 },
    { kpi: "FCR", weight: 20, target: "88 %", minSample: 15 },
    { kpi: "RESOLUTION_RATE", weight: 10, target: "96 %", minSample: 15 },
    { kpi: "ADHERENCE", weight: 10, target: "95 %" },
    { kpi: "THROUGHPUT", weight: 0 },
    { kpi: "AHT", weight: 0 },
    { kpi: "ASA", weight: 0 },
    { kpi: "OCCUPANCY", weight: 0 },
  ],
  "team-lead": [
    { kpi: "CSAT", weight: 35, target: "90 %", minSample: 30 },
    { kpi: "FCR", weight: 25, target: "83 %", minSample: 30 },
    { kpi: "QUALITY", weight: 25, target: "88 %", minSample: 8 },
    { kpi: "RESOLUTION_RATE", weight: 15, target: "92 %", minSample: 30 },
    { kpi: "THROUGHPUT", weight: 0 },
    { kpi: "AHT", weight: 0 },
    { kpi: "TAT", weight: 0 },
    { kpi: "TRT", weight: 0 },
    { kpi: "AGENT_QUALITY", weight: 0 },
    { kpi: "ATTENDANCE", weight: 0 },
    { kpi: "EMPLOYEE_SATISFACTION", weight: 0 },
  ],
  "quality-specialist": [
    { kpi: "QUALITY_VARIANCE", weight: 60, target: "5", minSample: 8 },
    { kpi: "CALIBRATION_AGREEMENT", weight: 40, target: "85 %", minSample: 8 },
    { kpi: "CALIBRATION_BIAS", weight: 0 },
    { kpi: "CALIBRATION_KAPPA", weight: 0 },
    { kpi: "CSAT", weight: 0 },
  ],
  trainer: [
    { kpi: "TRAINING_ERROR_SHARE", weight: 50, target: "35 %", minSample: 5 },
    { kpi: "DSAT", weight: 50, target: "3 %", minSample: 30 },
    { kpi: "RCA_COVERAGE", weight: 0 },
    { kpi: "FCR", weight: 0 },
  ],
  "operations-manager": [
    { kpi: "SERVICE_LEVEL", weight: 30, target: "80 %", minSample: 100 },
    { kpi: "CSAT", weight: 20, target: "85 %", minSample: 100 },
    { kpi: "QUALITY", weight: 15, target: "88 %", minSample: 20 },
    { kpi: "ABANDONMENT_RATE", weight: 10, target: "8 %", minSample: 100 },
    { kpi: "FCR", weight: 10, target: "80 %", minSample: 100 },
    { kpi: "FORECAST_ACCURACY", weight: 10, target: "80 %" },
    { kpi: "COMPLAINT_RATE", weight: 5, target: "1 %", minSample: 100 },
    ...["ASA", "AHT", "CONTACTS_HANDLED", "DSAT", "RESOLUTION_RATE", "UTILISATION", "OCCUPANCY", "SHRINKAGE"].map(
      (kpi) => ({ kpi, weight: 0 }),
    ),
    ...["STAFFING_TO_FORECAST", "COST_PER_UNIT", "ATTRITION", "EMPLOYEE_SATISFACTION", "TRT", "BACKLOG"].map((kpi) => ({
      kpi,
      weight: 0,
    })),
  ],
};

export const assignmentDocuments = (validFrom: Day): SetupDocument[] =>
  Object.entries(BY_ROLE).flatMap(([role, shares]) =>
    shares.map(({ kpi, ...terms }) => ({ kind: "KpiAssignment", role, kpi, versions: [{ validFrom, ...terms }] })),
  );
