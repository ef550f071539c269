import { rows, type Tx } from "../platform/database";
import { day } from "../shared/day";
import { newId } from "../shared/ids";
import { ATTAINMENT } from "./scoring-scheme";
import { KpiAssignment } from "./kpi-assignment.entity";

type KpiAssignmentParts = Partial<KpiAssignment> & Pick<KpiAssignment, "clientId" | "kpiCode">;

/** A KPI that agents answer for with the whole weight, since 2020. */
export const aKpiAssignment = (parts: KpiAssignmentParts): KpiAssignment =>
  Object.assign(new KpiAssignment(), {
    id: newId(),
    roleCode: "agent",
    contractId: null,
    serviceId: null,
    dialect: null,
    parameters: {},
    weight: "100",
    target: null,
    minSample: 0,
    scheme: ATTAINMENT,
    onMissing: "renormalise",
    gate: null,
    baseline: null,
    version: 1,
    validFrom: day("2020-01-01"),
    validUntil: null,
    recordedAt: new Date("2020-01-01T00:00:00Z"),
    supersededAt: null,
    ...parts,
  });

/** Saves it, and the catalogue's entry where it is still missing. The role must exist. */
export async function saveKpiAssignment(tx: Tx, parts: KpiAssignmentParts): Promise<KpiAssignment> {
  const assignment = aKpiAssignment(parts);
  await rows(tx, "insert into kpi (code, name) values ($1, $1) on conflict do nothing", [assignment.kpiCode]);
  await tx.insert(KpiAssignment, assignment);
  return assignment;
}
