import { rows, type Tx } from "../platform/database";
import { day } from "../shared/day";
import { newId } from "../shared/ids";
import { ObjectiveVersion } from "./objective-version.entity";
import { Objective } from "./objective.entity";

type ObjectiveParts = Partial<Omit<ObjectiveVersion, "clientId" | "objectiveId">> &
  Partial<Objective> &
  Pick<Objective, "clientId" | "contractId">;

/** A version that says nothing beyond target and minimum. */
export const PLAIN_PROMISE = {
  ...{ expected: null, rounding: null, weight: "1", rolling: 1, calendarId: null, exclusionsAllowed: null },
  ...{ baseline: null, composite: null, question: null, relief: null, amendmentId: null },
};

/** 80 % within 20 seconds by the month, since 2020, with the catalogue's entry where it is still missing. */
export async function saveObjective(
  tx: Tx,
  parts: ObjectiveParts,
): Promise<{ objective: Objective; version: ObjectiveVersion }> {
  const {
    clientId,
    contractId,
    id = newId(),
    serviceId = null,
    kind = "measured",
    code,
    name = "Service level",
    clause,
    ...terms
  } = parts;
  const identity = { code: code ?? `objective-${id.slice(-8)}`, name, clause: clause ?? "Schedule 2, § 3.1" };
  const objective = Object.assign(new Objective(), { clientId, contractId, id, serviceId, kind, ...identity });
  const version = Object.assign(new ObjectiveVersion(), {
    clientId,
    objectiveId: id,
    kpiCode: "SERVICE_LEVEL",
    dialect: null,
    parameters: {},
    target: "0.8",
    minimum: null,
    measuredBy: "month",
    minSample: 0,
    ...PLAIN_PROMISE,
    version: 1,
    validFrom: day("2020-01-01"),
    validUntil: null,
    recordedAt: new Date("2020-01-01T00:00:00Z"),
    supersededAt: null,
    ...terms,
  });
  await rows(tx, "insert into kpi (code, name) values ($1, $1) on conflict do nothing", [version.kpiCode]);
  await tx.insert(Objective, objective);
  await tx.insert(ObjectiveVersion, version);
  return { objective, version };
}
