import { Decimal } from "../../shared/decimal";
import type { CurveScheme } from "../scoring-scheme";
import { refuseFalling } from "./monotone.rules";
import { readAll, type SchemeKpi } from "./scheme-kpi.rules";
import { InvalidScheme } from "./scheme.errors";
import type { WrittenScheme } from "./scheme.schema";

/** Points from the worst value to the best; of KPIs whose best lies in between, from low to high or from high to low. */
export function readCurve(written: WrittenScheme<"curve">, kpi: SchemeKpi): CurveScheme {
  const values = readAll(
    kpi,
    written.points.map(({ value }, index) => [value, ["points", String(index), "value"]] as const),
  );
  const points = values.map((value, index) => ({ value, score: written.points[index]!.score }));
  const onwards = new Decimal(values[1]!).comparedTo(values[0]!) || 1;
  const rise = { maximise: 1, minimise: -1, range: onwards }[kpi.direction];
  for (const [index, value] of values.entries())
    if (index > 0 && new Decimal(value).comparedTo(values[index - 1]!) !== rise)
      throw outOfOrder(written, index, rise, kpi);
  const steps = points.map(({ score }, index) => ({ score, path: ["points", String(index), "score"] }));
  refuseFalling(rise > 0 ? steps : steps.reverse(), kpi);
  return { kind: "curve", averaging: written.averaging, points };
}

function outOfOrder({ points }: WrittenScheme<"curve">, index: number, rise: number, { code, direction }: SchemeKpi) {
  const [before, here] = [points[index - 1]!.value, points[index]!.value];
  const wanted = rise > 0 ? "higher" : "lower";
  return new InvalidScheme(`After ${before} comes ${here}, which is not ${wanted}.`, {
    path: ["points", String(index), "value"],
    remedy:
      direction === "range"
        ? "Write every value once, from low to high. For a jump at a value, write zones."
        : `${code} is to be ${direction}d: write every value once, from the worst to the best. For a jump, write zones.`,
  });
}
