import { ATTAINMENT } from "../assignments/scoring-scheme";
import type { Outcome } from "../scorecards/objective-result.entity";
import type { ScorecardItem } from "../scorecards/scorecard.entity";
import { day, type Day } from "../shared/day";
import type { CardMaterial, ObjectiveMaterial, PackageMaterial, ResultMaterial } from "./package-material.queries";

/** Calls answered within 20 s: `good` of `all`, against 80 %. */
export function aLevel(good: number, all: number, parts: Partial<ScorecardItem> = {}): ScorecardItem {
  return {
    kpiCode: "SERVICE_LEVEL",
    kpiVersion: 1,
    dialect: "SL-A",
    parameters: { thresholdSeconds: 20, shortAbandonSeconds: 5 },
    numerator: String(good),
    denominator: String(all),
    sample: all,
    value: all === 0 ? null : String(good / all),
    status: all === 0 ? "NO_DATA" : "OK",
    ...{ origin: { kind: "use", id: "u", version: 1 }, minSample: 0, scheme: ATTAINMENT, baseline: null, gate: null },
    ...{ onMissing: "renormalise", missing: null, carried: null, level: null, peers: null, manual: null },
    weight: "100",
    target: "0.8",
    targetSource: null,
    isMet: good >= 0.8 * all,
    score: "90",
    ...parts,
  };
}

export const anObjective = (parts: Partial<ObjectiveMaterial> = {}): ObjectiveMaterial => ({
  ...{ id: "o", code: "SL-1", name: "Answered in 20 s", clause: "Annex B §2.1", serviceId: null, serviceName: null },
  ...parts,
});

/** A result of the objective above, met or missed as its figure says. */
export function aResult(from: string, item: ScorecardItem, parts: Partial<ResultMaterial> = {}): ResultMaterial {
  const missing = 0.8 - Number(item.value ?? 0.8);
  const outcome: Outcome = item.value === null ? "undetermined" : missing > 0 ? "missed" : "met";
  const shortfall = item.value === null ? null : String(Math.max(0, missing));
  return { objectiveId: "o", periodFrom: day(from), outcome, shortfall, item, state: "provisional", ...parts };
}

/** The scorecard of an agent in a period that begins on `from`. */
export function aCard(name: string, score: string | null, parts: Partial<CardMaterial> = {}): CardMaterial {
  return {
    ...{ subjectKind: "position", subjectId: name, subjectName: name, teamName: "Red", roleCode: "agent" },
    ...{ roleName: "Agent", periodFrom: day("2026-10-01"), state: "provisional", rank: null },
    ...{ score, level: null, items: [aLevel(90, 100, { score })] },
    ...parts,
  };
}

export const aMaterial = (parts: Partial<PackageMaterial> = {}): PackageMaterial => ({
  ...{ objectives: [anObjective()], results: [], dailyResults: [], cards: [], rejects: [], rejectedRows: 0 },
  ...{ facts: [], feeds: [], services: [], ...parts },
});

/** A service on the only calendar, with data on some days. */
export const aFeed = (id: string, days: readonly string[]): PackageMaterial["services"][number] => ({
  ...{ id, name: id, calendarId: "office" },
  daysWithData: days.map((one): Day => day(one)),
});
