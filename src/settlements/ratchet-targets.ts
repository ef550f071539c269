import { ObjectiveVersion } from "../objectives/objective-version.entity";
import { Objective } from "../objectives/objective.entity";
import { currentObjectiveVersions } from "../objectives/objective.service";
import type { Tx } from "../platform/database";
import { writeVersions } from "../platform/definitions/write-versions";
import { touchPeriods } from "../scorecards/touched-period.queries";
import { contentHash, type Json } from "../shared/canonical-hash";
import type { Day } from "../shared/day";
import { Decimal } from "../shared/decimal";
import { record, type Acting } from "./act";
import type { RatchetOutcome } from "./engine/settled-period";
import { settledOf, type SettlementRow } from "./settlement.queries";

/** Targets that rise by an issued settlement hold from the next period on: as versions of their objectives. */
export async function raiseTargets(tx: Tx, settlement: SettlementRow, acting: Acting): Promise<void> {
  if (settlement.kind !== "regular") return;
  const { ratchets } = (await settledOf(tx, settlement)).settled;
  for (const ratchet of ratchets) if (ratchet.newTarget !== null) await raiseTarget(tx, settlement, ratchet, acting);
}

async function raiseTarget(
  tx: Tx,
  { clientId, contractId, periodUntil: from, id }: SettlementRow,
  { objective: code, oldTarget, newTarget, clause }: RatchetOutcome,
  acting: Acting,
): Promise<void> {
  const objective = await tx.findOneBy(Objective, { clientId, contractId, code });
  const current = objective ? await currentObjectiveVersions(tx, objective) : [];
  const wanted = raised(current, { from, oldTarget, newTarget: newTarget! });
  if (!objective || !wanted) return;
  const key = { clientId, objectiveId: objective.id };
  const changed = await writeVersions(tx, ObjectiveVersion, { key, current, wanted, termsOf }, acting.now);
  if (changed) await touchPeriods(tx, { clientId, contractId, from: changed });
  const what = { clientId, act: "objective.target-raised", subject: `Objective ${code}` };
  const after = { target: newTarget, from, clause, settlementId: id };
  await record(tx, acting, { ...what, before: { target: oldTarget }, after });
}

interface Rise {
  readonly from: Day;
  readonly oldTarget: string;
  readonly newTarget: string;
}

/**
 * The versions of an objective with the target raised from a day on. Null where the target in force then is not the old
 * one: somebody agreed on another meanwhile.
 * | version         | from 1 April, 0.80 → 0.85                   |
 * | 2026-01-01 0.80 | 2026-01-01 0.80; 2026-04-01 0.85            |
 * | 2026-04-01 0.90 | nothing: another target was agreed for then |
 */
export function raised(
  versions: readonly ObjectiveVersion[],
  { from, oldTarget, newTarget }: Rise,
): ObjectiveVersion[] | null {
  const inForce = versions.find((one) => one.validFrom <= from && (one.validUntil === null || from < one.validUntil));
  if (!inForce || !new Decimal(inForce.target).eq(oldTarget)) return null;
  const after = { ...inForce, validFrom: from, target: newTarget };
  const before = inForce.validFrom < from ? [{ ...inForce, validUntil: from }] : [];
  return versions.flatMap((one) => (one === inForce ? [...before, after] : [one]));
}

/** What tells two versions apart beside their days. */
const termsOf = ({
  version: _,
  validFrom: _from,
  validUntil: _until,
  recordedAt: _at,
  ...terms
}: ObjectiveVersion): Json => contentHash({ ...terms, supersededAt: null } as unknown as Json);
