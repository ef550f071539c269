import { In, type EntityTarget, type ObjectLiteral } from "typeorm";
import type { Json } from "../../shared/canonical-hash";
import type { Day } from "../../shared/day";
import { planVersions, type Dated } from "../../shared/versions";
import type { Tx } from "../database";

export interface Versions<T extends Dated> {
  /** The columns that name the thing. */
  readonly key: object;
  /** What is believed now. */
  readonly current: readonly (T & { readonly version: number })[];
  readonly wanted: readonly T[];
  readonly termsOf: (version: T) => Json;
}

/**
 * Supersedes and inserts so that the versions wanted become the ones believed; terms of existing rows are never
 * touched. Answers the first day whose terms change, or null.
 */
export async function writeVersions<Row extends ObjectLiteral, T extends Dated>(
  tx: Tx,
  entity: EntityTarget<Row>,
  { key, current, wanted, termsOf }: Versions<T>,
  now: Date,
): Promise<Day | null> {
  const plan = planVersions(current, wanted, termsOf);
  if (plan.superseded.length > 0) {
    const where = { ...key, version: In([...plan.superseded]) };
    await tx.update(entity, where as never, { supersededAt: now } as never);
  }
  if (plan.inserted.length > 0) {
    const last = (await tx.maximum(entity, "version" as never, key as never)) ?? 0;
    const row = (one: T, index: number) => ({ ...one, version: last + index + 1, recordedAt: now, supersededAt: null });
    await tx.insert(entity, plan.inserted.map((one, index) => ({ ...key, ...row(one, index) })) as never);
  }
  return plan.from;
}
