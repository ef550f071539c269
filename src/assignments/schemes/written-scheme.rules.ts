import { writtenTarget } from "../../objectives/target.rules";
import { Decimal } from "../../shared/decimal";
import type { LevelScheme, ScoringScheme, ZoneScheme } from "../scoring-scheme";
import type { SchemeKpi } from "./scheme-kpi.rules";

/** The scheme as a document says it: `readScheme` makes the same of it again. */
export function writtenScheme(scheme: ScoringScheme, kpi: Pick<SchemeKpi, "unit">) {
  const written = (value: string): string => writtenTarget(value, kpi);
  switch (scheme.kind) {
    case "attainment":
    case "percentage":
      return { kind: scheme.kind };
    case "worst_best":
      return { kind: scheme.kind, worst: written(scheme.worst), best: written(scheme.best) };
    case "zones":
      return writtenZones(scheme, written);
    case "levels":
      return writtenLevels(scheme, written);
    case "around":
      return { kind: scheme.kind, tolerance: written(scheme.tolerance), limit: written(scheme.limit) };
    case "curve": {
      const points = scheme.points.map(({ value, score }) => ({ value: written(value), score: plain(score) }));
      return { kind: scheme.kind, averaging: scheme.averaging, points };
    }
  }
}

type Writes = (value: string) => string;

const writtenZones = ({ kind, below, zones, above }: ZoneScheme, written: Writes) => ({
  kind,
  below: plain(below),
  zones: zones.map(({ from, until, pointsFrom, pointsUntil }) => ({
    from: written(from),
    until: written(until),
    pointsFrom: plain(pointsFrom),
    pointsUntil: plain(pointsUntil),
  })),
  above: plain(above),
});

const writtenLevels = ({ kind, rounding, levels, meets }: LevelScheme, written: Writes) => ({
  kind,
  rounding: rounding.kind === "continuous" ? null : { ...rounding },
  levels: levels.map(({ level, score, from }) => ({
    level,
    score: plain(score),
    from: from === null ? null : written(from),
  })),
  meets,
});

/** A number where it says the same, as people write scores. */
export const plain = (exact: string): number | string => (new Decimal(Number(exact)).eq(exact) ? Number(exact) : exact);
