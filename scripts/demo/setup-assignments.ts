import { ROLE_TEMPLATES } from "../../src/assignments/templates/role-templates";
import type { Day } from "../../src/shared/day";
import type { SetupDocument } from "./setup-document";

/** What the house says of a KPI of a role beyond what the role's template says. */
interface Terms {
  readonly target?: string | number;
  readonly minSample?: number;
  readonly scheme?: object;
  readonly gate?: object;
  readonly baseline?: object;
}

/** Targets and schemes by role and KPI; what is not here has the target of the contract's objective, or none. */
const TERMS: Readonly<Record<string, Readonly<Record<string, Terms>>>> = {
  agent: {
    THROUGHPUT: { scheme: { kind: "worst_best", worst: "2", best: "9" } },
    QUALITY: { target: "88 %", minSample: 2 },
    CSAT: { target: "92 %", minSample: 15 },
  },
  "team-lead": {
    THROUGHPUT: { scheme: { kind: "worst_best", worst: "2", best: "9" } },
    QUALITY: { target: "88 %", minSample: 8 },
    CSAT: { target: "90 %", minSample: 30, gate: { atLeast: "70 %", cap: 60 } },
    TAT: { target: 5_400 },
    TRT: { baseline: { value: 172_800, improveBy: "25 %", measured: "the year before" } },
    AHT: { target: 360, scheme: { kind: "around", tolerance: 60, limit: 240 } },
  },
  "quality-specialist": {
    QUALITY_VARIANCE: { target: 5, minSample: 8 },
    CALIBRATION_AGREEMENT: { target: "85 %", minSample: 8 },
  },
  trainer: { TRAINING_ERROR_SHARE: { target: "35 %", minSample: 5 } },
  "operations-manager": {
    SERVICE_LEVEL: { target: "80 %", minSample: 100, gate: { atLeast: "60 %", cap: 70 } },
    CSAT: {
      minSample: 100,
      scheme: {
        kind: "curve",
        averaging: "input",
        points: [
          { value: "75 %", score: 0 },
          { value: "82 %", score: 80 },
          { value: "88 %", score: 100 },
          { value: "93 %", score: 120 },
        ],
      },
    },
    QUALITY: {
      minSample: 20,
      scheme: {
        kind: "levels",
        rounding: { kind: "truncate", decimals: 1 },
        meets: "Good",
        levels: [
          { level: "Poor", score: 0, to: "79.9 %" },
          { level: "Average", score: 70, from: "80 %", to: "87.9 %" },
          { level: "Good", score: 100, from: "88 %" },
        ],
      },
    },
    FCR: { target: "80 %", minSample: 100 },
    ATTRITION: { target: "3 %" },
    COST_PER_UNIT: { target: "6.00 EUR" },
  },
  "service-delivery-director": {
    SERVICE_LEVEL: { target: "80 %", minSample: 100 },
    QUALITY: { target: "88 %", minSample: 20 },
    COMPLAINT_RATE: { target: "1 %", minSample: 100 },
    ATTRITION: { target: "3 %" },
    ATTENDANCE: { target: "92 %" },
  },
  "process-analyst": {
    SERVICE_LEVEL: { target: "80 %", minSample: 100 },
    ABANDONMENT_RATE: { target: "8 %", minSample: 100 },
    ASA: {
      scheme: {
        kind: "zones",
        below: 110,
        zones: [
          { from: 5, until: 20, pointsFrom: 110, pointsUntil: 100 },
          { from: 20, until: 90, pointsFrom: 90, pointsUntil: 0 },
        ],
        above: 0,
      },
    },
    BACKLOG: { target: 60 },
  },
  "control-room-manager": {
    SERVICE_LEVEL: { target: "80 %", minSample: 100 },
    STAFFING_COVERED: { target: "90 %" },
    FORECAST_ACCURACY: { scheme: { kind: "worst_best", worst: "60 %", best: "95 %" } },
    ADHERENCE: { target: "92 %" },
    COST_PER_UNIT: { target: "6.00 EUR" },
  },
};

/** Every role with the KPIs of its template: weights of a set total 100, and 0 is for information. */
export const roleDocuments = (validFrom: Day): SetupDocument[] =>
  ROLE_TEMPLATES.map(({ code, names, scope, descriptions, kpis }) => ({
    ...{ kind: "Role", code, name: names.en, scope, description: descriptions.en },
    kpiSets: [{ validFrom, weights: "whole" }],
    kpiAssignments: kpis.map(({ kpi, weight, dialect }) => ({
      ...{ kpi, validFrom, weight },
      ...(dialect === undefined ? {} : { dialect }),
      ...TERMS[code]?.[kpi],
    })),
  }));
