import { batchLoader, groupedBy } from "../platform/graphql/loader";
import { rows } from "../platform/database";
import type { KpiVersion } from "./kpi-version.entity";

/** The versions of each KPI, the latest first. The catalogue belongs to nobody in particular. */
export const versionsByKpi = batchLoader<KpiVersion[]>(async (tx, _viewer, codes) =>
  groupedBy(codes, await rows<KpiVersion>(tx, VERSIONS, [codes], "kpi-versions"), (row) => row.kpiCode),
);

const VERSIONS = `
  select kpi_code as "kpiCode", version, definition, content_hash as "contentHash", recorded_at as "recordedAt"
    from kpi_version where kpi_code = any($1) order by kpi_code, version desc`;
