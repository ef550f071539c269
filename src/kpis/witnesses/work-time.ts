import type { WorkTimeFacts } from "../catalogue/work-time-measures";

const NOTHING: WorkTimeFacts = {
  ...{ scheduledSeconds: null, paidSeconds: null, loggedSeconds: null, availableSeconds: null, handlingSeconds: null },
  ...{ contactSeconds: null, adherentSeconds: null, productiveSeconds: null, attendedSeconds: null },
  unavailableSeconds: null,
};

/** Parts that are never longer than their whole: ingest refuses others. */
const PARTS = [
  ["adherentSeconds", "scheduledSeconds"],
  ["attendedSeconds", "scheduledSeconds"],
  ["unavailableSeconds", "paidSeconds"],
  ["availableSeconds", "loggedSeconds"],
] as const;

/** Work time that tells a part, its whole, both, all or nothing; the part nothing, some or all of the whole. */
export const workTimeWitnesses = (): WorkTimeFacts[] => [
  NOTHING,
  ...PARTS.flatMap(([part, whole]) =>
    [null, 0, 1, 3_600].flatMap((all) =>
      [null, 0, 1, all ?? 7].map((some) => ({
        ...NOTHING,
        [part]: all === null ? some : some && Math.min(some, all),
        [whole]: all,
      })),
    ),
  ),
  ...[null, 0, 900].flatMap((handlingSeconds) =>
    [null, 0, 600].map((availableSeconds) => ({ ...NOTHING, handlingSeconds, availableSeconds })),
  ),
];
