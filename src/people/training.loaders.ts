import { rows } from "../platform/database";
import { batchLoader, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import { childList, type RowList } from "../platform/graphql/row-list";
import type { Day } from "../shared/day";
import type { Training } from "./training.entity";

const COLUMNS = `t.client_id as "clientId", t.id, t.contract_id as "contractId", t.trainer_id as "trainerId",
  t.trainee_id as "traineeId", t.service_id as "serviceId", t.version, t.valid_from as "validFrom",
  t.valid_until as "validUntil", t.recorded_at as "recordedAt"`;

const trainingById = batchLoader<Training | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<Training>(tx, BY_ID, [viewer.clientIds, ids], "trainingById"), (row) => row.id),
);
const BY_ID = `select ${COLUMNS} from training t
  where t.client_id = any($1) and t.id = any($2) and t.superseded_at is null`;

export const trainingNode = nodeKind("Training", trainingById);

const trainingRows: RowList<Training> = {
  columns: COLUMNS,
  from: "training t",
  where: `t.client_id = any($1) and t.superseded_at is null
    and ($2::date is null or (t.valid_from <= $2 and (t.valid_until is null or $2 < t.valid_until)))`,
  params: (_asking, filter) => [(filter as unknown as { validOn: Day | null }).validOn],
  sort: [
    { sql: "t.valid_from", type: "date", of: (row) => row.validFrom },
    { sql: "t.id", type: "uuid", of: (row) => row.id },
  ],
};

export const trainingsGivenBy = childList(trainingRows, "t.trainer_id");
export const trainingsReceivedBy = childList(trainingRows, "t.trainee_id");
export const trainingsOfContract = childList(trainingRows, "t.contract_id");
