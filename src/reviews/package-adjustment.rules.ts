import { requireKpi } from "../kpis/kpi-in-use.rules";
import { displayChange } from "../kpis/kpi-display.rules";
import type { AppliedExclusion } from "../scorecards/objective-result.entity";
import type { PackageAdjustment, PackageApproval, PackageExclusion } from "./package-adjustment";
import { packageFigure } from "./package-figures.rules";
import type { ItemMaterial, ResultMaterial } from "./package-material.queries";

/** Null: nothing was excluded. */
export function packageAdjustment({ item, unadjusted, exclusions = [], approvals }: ResultMaterial) {
  if (!unadjusted || exclusions.length === 0) return null;
  const before = packageFigure({ ...item, ...unadjusted, manual: null });
  return {
    unadjusted: before.value,
    unadjustedDisplay: before.display,
    exclusions: exclusions.map((one) => packageExclusion(item, one, approvals?.[one.id] ?? [])),
  } satisfies PackageAdjustment;
}

const packageExclusion = (
  item: ItemMaterial,
  { code, kind, reason, effect, note }: AppliedExclusion,
  approvals: readonly PackageApproval[],
): PackageExclusion => ({
  ...{ code, kind: kind ?? null, reason, approvals, effect, note: note ?? null },
  effectDisplay: effect === null ? null : displayChange(requireKpi(item.kpiCode), effect, "en", item.currency),
});
