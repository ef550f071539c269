import { day } from "../shared/day";
import { newId } from "../shared/ids";
import { HOUSE_KPI_SET } from "./house-kpi-set.rules";
import { KpiSet } from "./kpi-set.entity";

type KpiSetParts = Partial<KpiSet> & Pick<KpiSet, "clientId">;

/** The house's defaults for agents, since 2020. */
export const aKpiSet = (parts: KpiSetParts): KpiSet =>
  Object.assign(new KpiSet(), {
    ...{ id: newId(), roleCode: "agent", contractId: null, serviceId: null },
    ...HOUSE_KPI_SET,
    ...{ version: 1, validFrom: day("2020-01-01"), validUntil: null },
    ...{ recordedAt: new Date("2020-01-01T00:00:00Z"), supersededAt: null },
    ...parts,
  });
