import type { Baseline } from "../kpis/baseline";
import { targetFromBaseline } from "../kpis/baseline.rules";
import type { KpiDefinition } from "../kpis/kpi-definition";
import { InvalidBaseline } from "../kpis/kpi.errors";
import { Decimal } from "../shared/decimal";
import { Gathering } from "../shared/gathering";
import { exactTarget, writtenTarget } from "./target.rules";

/** What a target is written for. */
export interface TargetKpi extends Pick<KpiDefinition, "code" | "unit" | "direction"> {
  /** That of the contract; null where no contract is named. */
  readonly currency: string | null;
}

interface Written {
  readonly target: string | null;
  readonly baseline: { readonly value: string; readonly improveBy: string; readonly measured: string } | null;
}

/** The target as written, or worked out from a baseline and frozen. */
export function readTarget(
  { target, baseline }: Written,
  kpi: TargetKpi,
): { readonly target: string | null; readonly baseline: Baseline | null } {
  if (baseline === null)
    return { target: target && exactTarget(target, kpi, ["target"], kpi.currency), baseline: null };
  if (target !== null)
    throw new InvalidBaseline(`There is both a target, ${target}, and a baseline, ${baseline.value}.`, {
      path: ["baseline"],
      remedy: "Leave one of them out: the target is worked out from the baseline.",
    });
  const read = readBaseline(baseline, kpi);
  return { target: targetFromBaseline(read, kpi), baseline: read };
}

function readBaseline(written: NonNullable<Written["baseline"]>, kpi: TargetKpi): Baseline {
  const gathering = new Gathering();
  const value = gathering.attemptNow(() => exactTarget(written.value, kpi, ["baseline", "value"], kpi.currency));
  const improveBy = gathering.attemptNow(() => improvement(written.improveBy));
  gathering.throwIfAny();
  return { value: value!, improveBy: improveBy!, measured: written.measured };
}

/** More than the whole is possible: twice as many. */
function improvement(written: string): string {
  const share = shareWritten(written);
  if (share !== null) return share;
  throw new InvalidBaseline(`"${written}" is not an improvement.`, {
    path: ["baseline", "improveBy"],
    remedy: "It is a share of the baseline, whichever way is better: write 25 % or 0.25.",
  });
}

/** `25 %` or `0.25`; above the whole only with the sign, because a bare number could mean either. Null: neither. */
export function shareWritten(written: string): string | null {
  const [, digits, sign] = /^(\d+(?:\.\d+)?)\s*(%)?$/.exec(written.trim()) ?? [];
  const share = digits === undefined ? null : new Decimal(digits).div(sign ? HUNDRED : 1);
  return share && (sign || share.lte(1)) ? share.toString() : null;
}

const HUNDRED = 100;

/** The baseline as its document says it. */
export const writtenBaseline = ({ value, improveBy, measured }: Baseline, kpi: Pick<KpiDefinition, "unit">) => ({
  value: writtenTarget(value, kpi),
  improveBy: writtenTarget(improveBy, { unit: "share" }),
  measured,
});
