import type { Measure, MeasureDefinition } from "../measure-definition";

/** What measures of volumes may look at; null: not known. */
export interface VolumeFacts {
  readonly offered: number;
  readonly handled: number | null;
  readonly abandoned: number | null;
  readonly handleSeconds: number | null;
}

type Shape = Pick<MeasureDefinition<VolumeFacts>, "code" | "description" | "condition" | "sumOf" | "counts" | "amount">;

const measure = (unit: "count" | "seconds", shape: Shape): Measure => ({
  ...shape,
  ...{ unit, stream: "volume", attribution: "interval", parameters: [] },
});

const TIMED = "f.handled is not null and f.handle_seconds is not null";
const isTimed = (f: VolumeFacts): boolean => f.handled !== null && f.handleSeconds !== null;

/** Counted on the day the interval begins. */
export const VOLUME_MEASURES: readonly Measure[] = [
  measure("count", {
    code: "volume_offered",
    description: "Contacts offered, of volumes of intervals.",
    ...{ condition: "true", sumOf: "f.offered", counts: () => true, amount: (f) => f.offered },
  }),
  measure("count", {
    code: "volume_handled",
    description: "Contacts handled, of volumes that say how many.",
    ...{ condition: "f.handled is not null", sumOf: "f.handled" },
    ...{ counts: (f) => f.handled !== null, amount: (f) => f.handled ?? 0 },
  }),
  measure("count", {
    code: "volume_abandoned",
    description: "Contacts abandoned, of volumes that say how many.",
    ...{ condition: "f.abandoned is not null", sumOf: "f.abandoned" },
    ...{ counts: (f) => f.abandoned !== null, amount: (f) => f.abandoned ?? 0 },
  }),
  measure("count", {
    code: "volume_handled_timed",
    description: "Contacts handled, of volumes that say how long handling took.",
    ...{ condition: TIMED, sumOf: "f.handled", counts: isTimed, amount: (f) => f.handled ?? 0 },
  }),
  measure("seconds", {
    code: "volume_handle_seconds",
    description: "Seconds of handling, of volumes that say how many contacts were handled.",
    ...{ condition: TIMED, sumOf: "f.handle_seconds", counts: isTimed, amount: (f) => f.handleSeconds ?? 0 },
  }),
];
