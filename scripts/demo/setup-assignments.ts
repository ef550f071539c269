import type { Day } from "../../src/shared/day";
import type { SetupDocument } from "./setup-document";

interface Share {
  readonly kpi: string;
  readonly weight: number;
  readonly target?: string;
  readonly minSample?: number;
}

/** What each role answers for, as far as contacts and surveys tell it. Weights of a role total 100; 0 is for information. */
const BY_ROLE: Readonly<Record<string, readonly Share[]>> = {
  agent: [
    { kpi: "CSAT", weight: 40, target: "95 %", minSample: 15 },
    { kpi: "FCR", weight: 30, target: "88 %", minSample: 15 },
    { kpi: "RESOLUTION_RATE", weight: 20, target: "96 %", minSample: 15 },
    { kpi: "DSAT", weight: 10, target: "3 %", minSample: 15 },
    { kpi: "CONTACTS_HANDLED", weight: 0 },
    { kpi: "AHT", weight: 0 },
    { kpi: "ASA", weight: 0 },
  ],
  "team-lead": [
    { kpi: "CSAT", weight: 40, target: "90 %", minSample: 30 },
    { kpi: "FCR", weight: 35, target: "83 %", minSample: 30 },
    { kpi: "RESOLUTION_RATE", weight: 25, target: "92 %", minSample: 30 },
    { kpi: "CONTACTS_HANDLED", weight: 0 },
    { kpi: "AHT", weight: 0 },
  ],
  "quality-specialist": [
    { kpi: "RESOLUTION_RATE", weight: 60, target: "92 %", minSample: 30 },
    { kpi: "CSAT", weight: 40, target: "90 %", minSample: 30 },
  ],
  trainer: [
    { kpi: "DSAT", weight: 60, target: "3 %", minSample: 30 },
    { kpi: "FCR", weight: 40, target: "80 %", minSample: 30 },
  ],
  "operations-manager": [
    { kpi: "SERVICE_LEVEL", weight: 40, target: "80 %", minSample: 100 },
    { kpi: "CSAT", weight: 30, target: "85 %", minSample: 100 },
    { kpi: "ABANDONMENT_RATE", weight: 15, target: "8 %", minSample: 100 },
    { kpi: "FCR", weight: 15, target: "80 %", minSample: 100 },
    { kpi: "ASA", weight: 0 },
    { kpi: "AHT", weight: 0 },
    { kpi: "CONTACTS_HANDLED", weight: 0 },
    { kpi: "DSAT", weight: 0 },
    { kpi: "RESOLUTION_RATE", weight: 0 },
  ],
};

export const assignmentDocuments = (validFrom: Day): SetupDocument[] =>
  Object.entries(BY_ROLE).flatMap(([role, shares]) =>
    shares.map(({ kpi, ...terms }) => ({ kind: "KpiAssignment", role, kpi, versions: [{ validFrom, ...terms }] })),
  );
