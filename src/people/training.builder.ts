import type { Tx } from "../platform/database";
import { day } from "../shared/day";
import { newId } from "../shared/ids";
import { Training } from "./training.entity";

type TrainingParts = Partial<Training> & Pick<Training, "clientId" | "contractId" | "trainerId" | "traineeId">;

/** On every service of the contract, since 2020. */
export const aTraining = (parts: TrainingParts): Training =>
  Object.assign(new Training(), {
    id: newId(),
    serviceId: null,
    version: 1,
    validFrom: day("2020-01-01"),
    validUntil: null,
    recordedAt: new Date("2020-01-01T00:00:00Z"),
    supersededAt: null,
    ...parts,
  });

export async function saveTraining(tx: Tx, parts: TrainingParts): Promise<Training> {
  const training = aTraining(parts);
  await tx.insert(Training, training);
  return training;
}
