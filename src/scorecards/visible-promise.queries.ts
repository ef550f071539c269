import type { Objective } from "../objectives/objective.entity";
import { rows, type Tx } from "../platform/database";
import type { Viewer } from "../platform/viewer";
import { NotFound } from "../shared/errors";
import { visibility, visiblePromise } from "./visible-results";

/** What is out of sight does not exist. */
export async function refuseUnseenPromise(tx: Tx, viewer: Viewer, objective: Objective): Promise<void> {
  const { contractId, serviceId, code } = objective;
  const [seen] = await rows(
    tx,
    `select 1 from (select $4::uuid as contract_id, $5::uuid as service_id) o
      where $1::uuid[] is not null and $2::boolean is not null and ${visiblePromise("o.contract_id", "o.service_id")}`,
    [...visibility(viewer), contractId, serviceId],
  );
  if (!seen) throw new NotFound("objective", code, ["objective"]);
}
