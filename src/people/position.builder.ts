import type { Tx } from "../platform/database";
import { day } from "../shared/day";
import { newId } from "../shared/ids";
import { Position } from "./position.entity";

type PositionParts = Partial<Position> & Pick<Position, "clientId" | "contractId" | "personId">;

/** An agent on every service of the contract, in no team, since 2020. */
export const aPosition = (parts: PositionParts): Position =>
  Object.assign(new Position(), {
    id: newId(),
    roleCode: "agent",
    serviceId: null,
    teamId: null,
    version: 1,
    validFrom: day("2020-01-01"),
    validUntil: null,
    recordedAt: new Date("2020-01-01T00:00:00Z"),
    supersededAt: null,
    ...parts,
  });

export async function savePosition(tx: Tx, parts: PositionParts): Promise<Position> {
  const position = aPosition(parts);
  await tx.insert(Position, position);
  return position;
}
