import type { Dated } from "../shared/versions";
import { matchedBy, meets } from "./same-one.rules";

/** Who trains whom on what. */
export interface Pair {
  readonly contractId: string;
  readonly trainerId: string;
  readonly traineeId: string;
  readonly serviceId: string | null;
}

export type Course = Pair & Dated;

const isSamePair = (a: Pair, b: Pair): boolean =>
  a.contractId === b.contractId && a.trainerId === b.trainerId && a.traineeId === b.traineeId;

/** Which training each one written down is about, or null for a new one. */
export const matchedTrainings = <P extends Course>(existing: readonly P[], wanted: readonly Course[]): (P | null)[] =>
  matchedBy<Course, P>((a, b) => isSamePair(a, b) && a.serviceId === b.serviceId, existing, wanted);

/**
 * Whether two trainings say the same twice: the same trainer and trainee, a service in common, and days in common.
 * Somebody may have several trainers at once: each answers for the whole of that work.
 */
export const isSameTraining = (a: Course, b: Course): boolean =>
  isSamePair(a, b) && meets(a, b) && (a.serviceId === b.serviceId || a.serviceId === null || b.serviceId === null);
