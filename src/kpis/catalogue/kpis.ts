import type { KpiDefinition } from "../kpi-definition";
import { CASE_COUNT_KPIS } from "./case-counts";
import { CASE_SHARE_KPIS } from "./case-shares";
import { CASE_TIME_KPIS } from "./case-times";
import { CALIBRATION_KPIS } from "./calibration";
import { COST_KPIS } from "./costs";
import { ERROR_KPIS } from "./errors";
import { HANDLING_KPIS } from "./handling";
import { ownDefinitions } from "./own";
import { QUALITY_KPIS } from "./quality";
import { PROMISE_KPIS } from "./promises";
import { QUEUE_KPIS } from "./queue";
import { SERVICE_LEVEL } from "./service-level";
import { SURVEY_KPIS } from "./surveys";
import { VOICE_KPIS } from "./voices";
import { FORECASTING_KPIS } from "./forecasting";
import { HEADCOUNT_KPIS } from "./headcount";
import { STAFFING_KPIS } from "./staffing";
import { UTILISATION_KPIS } from "./utilisation";
import { WORKING_TIME_KPIS } from "./working-time";

/** Every built-in KPI, in the order in which they are shown. */
export const KPIS: readonly KpiDefinition[] = [
  SERVICE_LEVEL,
  ...QUEUE_KPIS,
  ...HANDLING_KPIS,
  ...SURVEY_KPIS,
  ...QUALITY_KPIS,
  ...ERROR_KPIS,
  ...CALIBRATION_KPIS,
  ...COST_KPIS,
  ...VOICE_KPIS,
  ...CASE_TIME_KPIS,
  ...CASE_SHARE_KPIS,
  ...CASE_COUNT_KPIS,
  ...UTILISATION_KPIS,
  ...WORKING_TIME_KPIS,
  ...STAFFING_KPIS,
  ...FORECASTING_KPIS,
  ...HEADCOUNT_KPIS,
];

/** Every KPI that results may name: also what objectives come to that are not measured. */
export const RELEASED_KPIS: readonly KpiDefinition[] = [...KPIS, ...PROMISE_KPIS];

const byCode = new Map(RELEASED_KPIS.map((kpi) => [kpi.code, kpi]));

/** Built in, or of one's own; also what objectives come to that are not measured. */
export const findKpi = (code: string): KpiDefinition | undefined =>
  byCode.get(code) ?? ownDefinitions().kpis.get(code)?.definition;

/** Every KPI that can be put in use: the built-in ones, then those of one's own by code. */
export const allKpis = (): KpiDefinition[] => [...KPIS, ...[...ownDefinitions().kpis.values()].map(asDefined)];

const asDefined = ({ definition }: { readonly definition: KpiDefinition }): KpiDefinition => definition;
