import type { KpiDefinition } from "../kpi-definition";
import { HANDLING_KPIS } from "./handling";
import { QUEUE_KPIS } from "./queue";
import { SERVICE_LEVEL } from "./service-level";
import { SURVEY_KPIS } from "./surveys";

/** Every KPI there is, in the order in which they are shown. */
export const KPIS: readonly KpiDefinition[] = [SERVICE_LEVEL, ...QUEUE_KPIS, ...HANDLING_KPIS, ...SURVEY_KPIS];

const byCode = new Map(KPIS.map((kpi) => [kpi.code, kpi]));

export const findKpi = (code: string): KpiDefinition | undefined => byCode.get(code);
