import type { KpiDefinition } from "../../kpis/kpi-definition";
import { exactTarget } from "../../objectives/target.rules";
import { Gathering } from "../../shared/gathering";

/** What a scheme is written for. */
export interface SchemeKpi extends Pick<KpiDefinition, "code" | "unit" | "direction"> {
  /** That of the contract; null where no contract is named. */
  readonly currency: string | null;
}

type WrittenValue = readonly [written: string, path: readonly string[]];

/** Exact values in the KPI's unit; all that is wrong with them is said at once. */
export function readAll({ currency, ...kpi }: SchemeKpi, values: readonly WrittenValue[]): string[] {
  const gathering = new Gathering();
  const read = values.map(([written, path]) => gathering.attemptNow(() => exactTarget(written, kpi, path, currency)));
  gathering.throwIfAny();
  return read as string[];
}
