import { rows } from "../../platform/database";
import { batchLoader, batchLoaderBy, inOrderOf } from "../../platform/graphql/loader";
import { nodeKind } from "../../platform/graphql/node";
import { childList, type RowList } from "../../platform/graphql/row-list";
import type { Day } from "../../shared/day";
import type { PeriodKind } from "../../shared/period";
import type { ChangedResult } from "./restatement-changes";
import type { Restatement } from "./restatement.entity";

/** A restatement without its figures, which may be thousands. */
export type RestatementHead = Omit<Restatement, "changes">;

const COLUMNS = `r.client_id as "clientId", r.id, r.contract_id as "contractId", r.period_kind as "periodKind",
  r.period_from as "periodFrom", r.period_until as "periodUntil", r.state, r.basis, r.believed_at as "believedAt",
  r.reason, r.evidence, r.needs_consent as "needsConsent", r.proposed_by as "proposedBy", r.proposer_id as "proposerId",
  r.proposed_at as "proposedAt", r.decided_by as "decidedBy", r.decided_at as "decidedAt",
  r.decision_note as "decisionNote", r.applied_at as "appliedAt", r.scorecards, r.objective_results as "objectiveResults",
  r.figures, r.changes_hash as "changesHash", r.consequences`;

const VISIBLE = "r.client_id = any($1)";

export const restatementById = batchLoader<RestatementHead | undefined>(async (tx, viewer, ids) =>
  inOrderOf(
    ids,
    await rows<RestatementHead>(
      tx,
      `select ${COLUMNS} from restatement r where ${VISIBLE} and r.id = any($2)`,
      [viewer.clientIds, ids],
      "restatementById",
    ),
    ({ id }) => id,
  ),
);

export const restatementNode = nodeKind("Restatement", restatementById);

/** What a restatement changes, result by result. */
export const changesOfRestatement = batchLoader<readonly ChangedResult[]>(async (tx, viewer, ids) => {
  const found = await rows<{ id: string; changes: readonly ChangedResult[] }>(
    tx,
    `select r.id, r.changes from restatement r where ${VISIBLE} and r.id = any($2)`,
    [viewer.clientIds, ids],
    "changesOfRestatement",
  );
  return inOrderOf(ids, found, ({ id }) => id).map((one) => one?.changes ?? []);
});

/** A version of a result, by when it came into force. */
export interface RestatedKey {
  readonly contractId: string;
  readonly periodKind: PeriodKind;
  readonly periodFrom: Day;
  readonly finalAt: Date;
}

const textOf = ({ contractId, periodKind, periodFrom, finalAt }: RestatedKey): string =>
  `${contractId}/${periodKind}/${periodFrom}/${finalAt.toISOString()}`;

/** The restatement that made a version. */
export const restatementOf = batchLoaderBy<RestatedKey, RestatementHead | undefined>(
  textOf,
  async (tx, viewer, keys) => {
    const found = await rows<RestatementHead>(
      tx,
      `select ${COLUMNS} from unnest($2::uuid[], $3::text[], $4::date[], $5::timestamptz[]) as k(contract, kind, "from", at)
       join restatement r on r.contract_id = k.contract and r.period_kind = k.kind and r.period_from = k."from"
        and r.applied_at = k.at
      where ${VISIBLE}`,
      [
        ...[viewer.clientIds, keys.map(({ contractId }) => contractId), keys.map(({ periodKind }) => periodKind)],
        ...[keys.map(({ periodFrom }) => periodFrom), keys.map(({ finalAt }) => finalAt)],
      ],
    );
    return inOrderOf(keys.map(textOf), found, (one) => textOf({ ...one, finalAt: one.appliedAt! }));
  },
);

/** What a list of restatements is narrowed to. */
export interface RestatementFilter {
  readonly state: string | null;
}

const restatementRows: RowList<RestatementHead> = {
  columns: COLUMNS,
  from: "restatement r",
  where: `${VISIBLE} and ($2::text is null or r.state = $2)`,
  params: (_asking, filter) => [(filter as unknown as RestatementFilter).state],
  sort: [{ sql: "r.id", type: "uuid", of: (row) => row.id }],
  isDescending: true,
};

/** Ids are given in the order of time, so that the latest come first. */
export const restatementsOfContract = childList(restatementRows, "r.contract_id");
