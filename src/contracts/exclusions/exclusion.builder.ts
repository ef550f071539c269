import type { Tx } from "../../platform/database";
import { newId } from "../../shared/ids";
import { Exclusion } from "./exclusion.entity";

type ExclusionParts = Partial<Exclusion> & Pick<Exclusion, "clientId" | "contractId">;

/** An approved exclusion of 1 June 2026, in UTC, of everything under the contract. */
export const anExclusion = (parts: ExclusionParts): Exclusion =>
  Object.assign(new Exclusion(), {
    ...{ id: newId(), code: "X1", kind: "force_majeure", reason: "The power failed in the whole town.", evidence: [] },
    ...{ fromAt: new Date("2026-06-01T00:00:00Z"), untilAt: new Date("2026-06-02T00:00:00Z") },
    ...{ serviceIds: [], channels: [], objectiveIds: [], approvalBy: "both", state: "approved" },
    ...{ requestedBy: "test", requestedByName: "Test", requestedSide: "ours" },
    ...{ requestedAt: new Date("2026-01-01T00:00:00Z"), approvedAt: new Date("2026-01-01T00:00:00Z"), revokedAt: null },
    ...parts,
  });

export async function saveExclusion(tx: Tx, parts: ExclusionParts): Promise<Exclusion> {
  const exclusion = anExclusion(parts);
  await tx.insert(Exclusion, exclusion);
  return exclusion;
}
