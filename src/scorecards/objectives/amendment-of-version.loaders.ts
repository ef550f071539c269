import { rows } from "../../platform/database";
import { batchLoaderBy } from "../../platform/graphql/loader";

interface VersionKey {
  readonly objectiveId: string;
  readonly version: number;
}

/** Id of the amendment that brought a version of an objective, believed now or no longer; null: none did. */
export const amendmentOfVersion = batchLoaderBy<VersionKey, string | null>(
  ({ objectiveId, version }) => `${objectiveId}/${version}`,
  async (tx, viewer, keys) => {
    const ids = keys.map(({ objectiveId }) => objectiveId);
    const numbers = keys.map(({ version }) => version);
    const found = await rows<VersionKey & { amendmentId: string | null }>(
      tx,
      AMENDMENTS,
      [viewer.clientIds, ids, numbers],
      "amendmentOfVersion",
    );
    const byKey = new Map(found.map((one) => [`${one.objectiveId}/${one.version}`, one.amendmentId]));
    return keys.map(({ objectiveId, version }) => byKey.get(`${objectiveId}/${version}`) ?? null);
  },
);

const AMENDMENTS = `
  select v.objective_id as "objectiveId", v.version, v.amendment_id as "amendmentId"
    from unnest($2::uuid[], $3::integer[]) as k(objective_id, version)
    join objective_version v on v.client_id = any($1) and v.objective_id = k.objective_id and v.version = k.version`;
