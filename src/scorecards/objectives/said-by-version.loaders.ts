import { rows } from "../../platform/database";
import { batchLoaderBy, inOrderOf } from "../../platform/graphql/loader";
import type { Composite } from "../../objectives/objective-terms";

interface VersionKey {
  readonly objectiveId: string;
  readonly version: number;
}

const textOf = ({ objectiveId, version }: VersionKey): string => `${objectiveId}/${version}`;

/** What a version of an objective says, be it believed now or no longer. */
export interface SaidByVersion extends VersionKey {
  /** The amendment that brought it; null: none did. */
  readonly amendmentId: string | null;
  readonly composite: Composite | null;
}

export const saidByVersion = batchLoaderBy<VersionKey, SaidByVersion | undefined>(textOf, async (tx, viewer, keys) => {
  const ids = keys.map(({ objectiveId }) => objectiveId);
  const numbers = keys.map(({ version }) => version);
  const found = await rows<SaidByVersion>(tx, SAID, [viewer.clientIds, ids, numbers], "saidByVersion");
  return inOrderOf(keys.map(textOf), found, textOf);
});

const SAID = `
  select v.objective_id as "objectiveId", v.version, v.amendment_id as "amendmentId", v.composite
    from unnest($2::uuid[], $3::integer[]) as k(objective_id, version)
    join objective_version v on v.client_id = any($1) and v.objective_id = k.objective_id and v.version = k.version`;
