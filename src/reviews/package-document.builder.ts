import { addDays, type Day } from "../shared/day";
import { periodContaining, periodLabel, shiftPeriod } from "../shared/period";
import type { PackageDocument, PackageFigure, PackageKpi, PackagePoint, PackageRank } from "./package-document";

const REVIEWED = periodContaining("month", "2026-10-01" as Day);

const LEVEL: PackageKpi = {
  code: "SERVICE_LEVEL",
  name: "Service level",
  family: "efficiency",
  currency: null,
  unit: "share",
  direction: "maximise",
  precision: 1,
  dialect: "SL-E",
  rule: "Answered within the threshold ÷ (answered + abandoned − short abandons).",
  parameters: { thresholdSeconds: 20, shortAbandonSeconds: 5 },
};

const figure = (good: number, all: number): PackageFigure => ({
  value: (good / all).toString(),
  display: `${((100 * good) / all).toFixed(1)} %`,
  status: "OK",
  numerator: String(good),
  denominator: String(all),
  sample: all,
});

/** A package of one objective that was missed in October, for tests of the page. */
export function aPackageDocument(wishes: Partial<PackageDocument> = {}): PackageDocument {
  const figures = [figure(5166, 6343), figure(5321, 6522), figure(5402, 6610), figure(4889, 6533)];
  return {
    format: 1,
    client: { code: "aurora", name: "Aurora Energia" },
    contract: { code: "aurora-care", name: "Customer care", timeZone: "Europe/Rome", currency: "EUR" },
    forum: { code: "aurora-monthly", name: "Monthly service review" },
    review: { scheduledFor: "2026-11-10" as Day },
    periods: [-3, -2, -1, 0]
      .map((count) => shiftPeriod(REVIEWED, count))
      .map((one) => ({ ...one, label: periodLabel(one) })),
    objectives: [
      {
        code: "SLO-1",
        name: "Calls answered in 20 s",
        clause: "Annex B §2.1",
        service: "Voice",
        kpi: LEVEL,
        target: "0.8",
        targetDisplay: "≥ 80.0 %",
        results: figures.map((one, i) => ({
          outcome: i === 3 ? "missed" : "met",
          figure: one,
          target: "0.8",
          shortfall: i === 3 ? "0.0516" : null,
          shortfallDisplay: i === 3 ? "5.2 pp" : null,
          missesMade: i === 3 ? 1644 : 1200,
          missesAllowed: i === 3 ? 1306 : 1302,
        })),
      },
    ],
    misses: [
      {
        objectiveCode: "SLO-1",
        outcome: "missed",
        shortfallDisplay: "5.2 pp",
        daysMeasured: 27,
        daysMissed: 13,
        worstDays: [{ day: "2026-10-12" as Day, display: "48.9 %", sample: 311 }],
        missedBefore: 0,
      },
    ],
    charts: [chart()],
    scorecards: [
      {
        subject: { kind: "contract", id: "0", name: "Customer care" },
        score: "96.4",
        level: { name: "Excellent", colour: "#1b7f3b" },
        items: [{ kpi: LEVEL, target: "0.8", targetDisplay: "≥ 80.0 %", isMet: false, figures }],
        notMeasured: [],
      },
    ],
    rankings: [
      {
        of: "people",
        role: "agent",
        roleName: "Agent",
        minSample: 30,
        ranked: 4,
        unranked: 1,
        best: [place(1), place(2)],
        worst: [place(4), place(3)],
      },
    ],
    dataQuality: {
      lookedAtUntil: REVIEWED.until,
      rowsAccepted: 6533,
      facts: [
        { stream: "contact", facts: 5313 },
        { stream: "survey", facts: 1220 },
      ],
      feeds: [
        { stream: "contact", source: "acd", through: "2026-10-31T21:40:00.000Z", isDeclared: true, isLate: false },
        { stream: "survey", source: "acd", through: "2026-10-29T18:02:00.000Z", isDeclared: false, isLate: true },
      ],
      rowsRejected: 4,
      rejects: [{ code: "UNKNOWN_AGENT", rows: 4, example: 'There is no agent "temp-7".' }],
      daysWithoutData: [{ service: "Voice", days: ["2026-10-24" as Day] }],
      provisional: true,
    },
    ...wishes,
  };
}

/** October day by day: Sundays closed, a bad fortnight. */
function chart(): PackageDocument["charts"][number] {
  const days = Array.from({ length: 31 }, (_, i) => addDays(REVIEWED.from, i));
  return {
    title: "Calls answered in 20 s",
    objectiveCode: "SLO-1",
    unit: "share",
    direction: "maximise",
    precision: 1,
    currency: null,
    target: "0.8",
    targetDisplay: "≥ 80.0 %",
    points: days.map(pointOn),
  };
}

function pointOn(day: Day, index: number): PackagePoint {
  const isOpen = index % 7 !== 3;
  if (!isOpen || index === 23) return { day, isOpen, value: null, outcome: "not_measured", sample: 0 };
  const value = (index > 6 && index < 21 ? 0.56 : 0.82) + 0.05 * Math.sin(index * 2.1);
  const sample = 240 + ((index * 37) % 60);
  return { day, isOpen, value: String(value), outcome: value < 0.8 ? "missed" : "met", sample };
}

const place = (rank: number): PackageRank => ({
  rank,
  subject: { kind: "position", id: String(rank), name: `AU-0${rank}` },
  team: "Voice team",
  score: String(100 - 3 * rank),
  highlights: [
    { kpi: "CSAT", display: `${94 - rank}.0 %`, isMet: true },
    { kpi: "AHT", display: `4 m ${10 + rank} s`, isMet: rank < 3 },
  ],
});
