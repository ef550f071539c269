import { Decimal } from "../../shared/decimal";
import { parseInput } from "../../shared/input";
import { nearest } from "../../shared/nearest";
import type { AroundScheme, ScoringScheme, SchemeKind, WorstBestScheme } from "../scoring-scheme";
import { readCurve } from "./read-curve.rules";
import { readLevels } from "./read-levels.rules";
import { readZones } from "./read-zones.rules";
import { readAll, type SchemeKpi } from "./scheme-kpi.rules";
import { InvalidScheme } from "./scheme.errors";
import { SCHEME_SCHEMAS, type RawScheme, type WrittenScheme } from "./scheme.schema";

/** A scheme as written, in exact numbers. Refuses what could not score the KPI; paths begin inside the scheme. */
export function readScheme(raw: RawScheme, kpi: SchemeKpi): ScoringScheme {
  const given = typeof raw === "string" ? { kind: raw } : raw;
  const written = parseInput(schemaOf(given["kind"]), given) as WrittenScheme;
  switch (written.kind) {
    case "attainment":
      return written;
    case "percentage":
      return readPercentage(kpi);
    case "worst_best":
      return readWorstBest(written, kpi);
    case "zones":
      return readZones(written, kpi);
    case "levels":
      return readLevels(written, kpi);
    case "around":
      return readAround(written, kpi);
    case "curve":
      return readCurve(written, kpi);
  }
}

function schemaOf(kind: unknown) {
  if (typeof kind === "string" && Object.hasOwn(SCHEME_SCHEMAS, kind)) return SCHEME_SCHEMAS[kind as SchemeKind];
  const known = Object.keys(SCHEME_SCHEMAS);
  const meant = typeof kind === "string" ? nearest(kind, known) : null;
  throw new InvalidScheme(kind === undefined ? "The scheme says no kind." : `There is no scheme "${String(kind)}".`, {
    path: ["kind"],
    remedy: meant ? `Did you mean "${meant}"?` : `Write one of ${known.join(", ")}.`,
  });
}

function readPercentage({ code, unit, direction }: SchemeKpi): ScoringScheme {
  if (unit === "share" && direction !== "range") return { kind: "percentage" };
  const why = unit === "share" ? "its best lies in between" : `it is measured in ${unit}`;
  throw new InvalidScheme(`"percentage" cannot score ${code}: ${why}.`, {
    path: ["kind"],
    remedy: "It is for shares, of which 0 % or 100 % is the best. Write worst_best, zones or around instead.",
  });
}

function readWorstBest(written: WrittenScheme<"worst_best">, kpi: SchemeKpi): WorstBestScheme {
  const [worst, best] = readAll(kpi, [
    [written.worst, ["worst"]],
    [written.best, ["best"]],
  ]);
  const rise = new Decimal(best!).comparedTo(worst!);
  const wanted = { maximise: 1, minimise: -1, range: rise || 1 }[kpi.direction];
  if (rise === wanted) return { kind: "worst_best", worst: worst!, best: best! };
  const wrong = rise === 0 ? "Worst and best are the same" : `The best, ${written.best}, is worse than the worst`;
  throw new InvalidScheme(`${wrong}: ${written.worst}.`, {
    path: ["best"],
    remedy: rise === 0 ? "Write two values." : `${kpi.code} is to be ${kpi.direction}d: change the two about.`,
  });
}

function readAround(written: WrittenScheme<"around">, kpi: SchemeKpi): AroundScheme {
  if (kpi.direction !== "range")
    throw new InvalidScheme(`"around" cannot score ${kpi.code}: it is to be ${kpi.direction}d.`, {
      path: ["kind"],
      remedy: "It is for KPIs whose best lies in between. Write worst_best, zones or levels instead.",
    });
  const [tolerance, limit] = readAll(kpi, [
    [written.tolerance, ["tolerance"]],
    [written.limit, ["limit"]],
  ]);
  const isOrdered = new Decimal(tolerance!).gte(0) && new Decimal(limit!).gt(tolerance!);
  if (isOrdered) return { kind: "around", tolerance: tolerance!, limit: limit! };
  throw new InvalidScheme(`The limit ${written.limit} is not beyond the tolerance ${written.tolerance}.`, {
    path: ["limit"],
    remedy: "Both are distances from the target: from 0 to the tolerance is full, from the limit on nothing.",
  });
}
