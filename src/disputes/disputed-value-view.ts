import { contractById } from "../contracts/contract.loaders";
import type { KpiDefinition, Language } from "../kpis/kpi-definition";
import { display } from "../kpis/kpi-display.rules";
import { requireKpi } from "../kpis/kpi-in-use.rules";
import type { ApiContext } from "../platform/graphql/context";
import { Decimal } from "../shared/decimal";
import type { Dispute, DisputedPoints, DisputedValue } from "./dispute.entity";
import type { DisputedValueType } from "./dispute.type";

/** A disputed or decided value with what it takes to show it to people. */
export interface DisputedValueView extends DisputedValueType {
  readonly kpi: Pick<KpiDefinition, "unit" | "precision">;
  readonly currency: string | null;
}

const SHARE_OF_POINTS = { unit: "share", precision: 1 } as const;

export async function viewOf(ctx: ApiContext, dispute: Dispute, value: DisputedValue): Promise<DisputedValueView> {
  if (value.kind === "points" || dispute.kpiCode === null)
    return { ...pointsView(value as DisputedPoints), kpi: SHARE_OF_POINTS, currency: null };
  const contract = await ctx.loader(contractById).load(dispute.contractId);
  return { ...value, autoFailed: null, kpi: requireKpi(dispute.kpiCode), currency: contract?.currency ?? null };
}

/** Millionths as points. */
const points = (millionths: number | null): string | null =>
  millionths === null ? null : new Decimal(millionths).div(1_000_000).toFixed();

function pointsView({ earned, applicable, autoFailed }: DisputedPoints): DisputedValueType {
  const sides = { numerator: points(earned), denominator: points(applicable), autoFailed };
  if (earned === null || !applicable) return { ...sides, value: null, status: "NO_DATA", sample: 0 };
  return { ...sides, value: new Decimal(earned).div(applicable).toString(), status: "OK", sample: 1 };
}

export const displayOf = ({ kpi, value, currency }: DisputedValueView, language: Language): string =>
  display(kpi, value, language, currency);
