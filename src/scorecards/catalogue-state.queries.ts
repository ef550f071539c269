import { rows, type Tx } from "../platform/database";
import { readSlots } from "../measures/slot.service";
import { slotsOf, type Slots } from "../measures/slots.rules";

/** What the database knows of the catalogue: places of measures, releases of KPIs. */
export interface CatalogueState {
  readonly slots: Slots;
  readonly versionByKpi: ReadonlyMap<string, number>;
}

export async function loadCatalogueState(tx: Tx): Promise<CatalogueState> {
  const slots = slotsOf(await readSlots(tx));
  const versions = await rows<{ kpiCode: string; version: number }>(
    tx,
    `select kpi_code as "kpiCode", max(version) as version from kpi_version group by kpi_code`,
  );
  return { slots, versionByKpi: new Map(versions.map(({ kpiCode, version }) => [kpiCode, version])) };
}
