import { rows, type Tx } from "../platform/database";
import { day } from "../shared/day";
import { newId } from "../shared/ids";
import { KpiUse } from "./kpi-use.entity";

type KpiUseParts = Partial<KpiUse> & Pick<KpiUse, "clientId" | "contractId" | "kpiCode">;

/** A KPI in use under a contract since 2020. */
export const aKpiUse = (parts: KpiUseParts): KpiUse =>
  Object.assign(new KpiUse(), {
    id: newId(),
    serviceId: null,
    dialect: null,
    parameters: {},
    minSample: 0,
    version: 1,
    validFrom: day("2020-01-01"),
    validUntil: null,
    recordedAt: new Date("2020-01-01T00:00:00Z"),
    supersededAt: null,
    ...parts,
  });

/** Saves it, and the catalogue's entry where it is still missing. */
export async function saveKpiUse(tx: Tx, parts: KpiUseParts): Promise<KpiUse> {
  const use = aKpiUse(parts);
  await rows(tx, "insert into kpi (code, name) values ($1, $1) on conflict do nothing", [use.kpiCode]);
  await tx.insert(KpiUse, use);
  return use;
}
