import type { KpiResult } from "../scorecards/scorecard.entity";
import { requireKpi, resolveKpi } from "../kpis/kpi-in-use.rules";
import { itemKey } from "../scorecards/target-choice.rules";
import { day } from "../shared/day";
import { periodContaining, type PeriodKind } from "../shared/period";
import type { KpiEvidence, PeriodEvidence } from "./kpi-evidence";

/** A figure of a share, 800 of 1,000. */
export const aResult = (parts: Partial<KpiResult> = {}): KpiResult => ({
  ...resolveKpi({ kpiCode: "SERVICE_LEVEL" }),
  kpiVersion: 1,
  numerator: "800",
  denominator: "1000",
  sample: 1_000,
  value: "0.8",
  status: "OK",
  ...parts,
});

/** A month, or the period of another kind that contains a day. */
export const aPeriod = (on: string, parts: Partial<PeriodEvidence> & { kind?: PeriodKind } = {}): PeriodEvidence => {
  const { kind = "month", ...rest } = parts;
  return { period: periodContaining(kind, day(on)), result: aResult(), services: null, movement: null, ...rest };
};

/** The service level of May and June: contacts on two days, an objective, a role with one holder. */
export function someEvidence(parts: Partial<KpiEvidence> = {}): KpiEvidence {
  const kpi = resolveKpi({ kpiCode: "SERVICE_LEVEL" });
  const key = itemKey(kpi);
  const days = ["2026-05-04", "2026-06-03"].map(day);
  return {
    kpi,
    definition: requireKpi("SERVICE_LEVEL"),
    serviceId: null,
    service: null,
    now: new Date("2026-07-10T10:00:00Z"),
    timeZone: "Europe/Rome",
    streams: [{ stream: "contact", days, facts: 2_000, lateFacts: 0, rejectedRows: 0 }],
    watermark: { through: null, isDeclared: false, coversPeriod: false, feeds: [], lateFeeds: [] },
    periods: [aPeriod("2026-05-01"), aPeriod("2026-06-01")],
    openDays: days,
    needs: [{ kind: "month", by: "objective SL" }],
    owners: [{ role: "operations-manager", holders: 1, hasTarget: false, key, dialect: kpi.dialect }],
    objectives: [{ code: "SL", target: "0.8", key, dialect: kpi.dialect }],
    keysInUse: [key],
    minSample: 0,
    isNeverNegative: true,
    troubles: [],
    ...parts,
  };
}
