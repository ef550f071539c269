import type { Measure, MeasureDefinition } from "../measure-definition";

/** What measures of work time may look at. Seconds; null: not known. */
export interface WorkTimeFacts {
  readonly scheduledSeconds: number | null;
  readonly paidSeconds: number | null;
  readonly loggedSeconds: number | null;
  readonly availableSeconds: number | null;
  readonly handlingSeconds: number | null;
  readonly contactSeconds: number | null;
  readonly adherentSeconds: number | null;
  readonly productiveSeconds: number | null;
  readonly attendedSeconds: number | null;
  readonly unavailableSeconds: number | null;
}

type Field = keyof WorkTimeFacts;
type WorkTimeMeasure = MeasureDefinition<WorkTimeFacts>;

const columnOf = (field: Field): string => `f.${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
const knownSql = (fields: readonly Field[]): string =>
  fields.map((one) => `${columnOf(one)} is not null`).join(" and ");
const areKnown = (f: WorkTimeFacts, fields: readonly Field[]): boolean => fields.every((one) => f[one] !== null);

const shared = { stream: "work_time", attribution: "started", parameters: [] } as const;

/** Seconds of one field, or of several together, over records that tell all of them and those in `besides`. */
const summed = (code: string, description: string, fields: readonly Field[], besides: readonly Field[] = []) =>
  ({
    ...{ ...shared, code, description, unit: "seconds", condition: knownSql([...new Set([...fields, ...besides])]) },
    sumOf: fields.map(columnOf).join(" + "),
    counts: (f) => areKnown(f, [...fields, ...besides]),
    amount: (f) => fields.reduce((sum, one) => sum + (f[one] ?? 0), 0),
  }) satisfies WorkTimeMeasure;

/** How many records tell all of some fields. */
const counted = (code: string, description: string, fields: readonly Field[]) =>
  ({
    ...{ ...shared, code, description, unit: "count", condition: knownSql(fields), sumOf: null },
    counts: (f) => areKnown(f, fields),
    amount: () => 1,
  }) satisfies WorkTimeMeasure;

const OCCUPANCY = ["handlingSeconds", "availableSeconds"] as const;
const ADHERENCE = ["adherentSeconds", "scheduledSeconds"] as const;
const ATTENDANCE = ["attendedSeconds", "scheduledSeconds"] as const;
const SHRINKAGE = ["unavailableSeconds", "paidSeconds"] as const;

/**
 * Counted on the day the time began. Where a part is set against its whole, both come from records that tell both; paid and
 * scheduled time may come from another source than what it was used for.
 */
export const WORK_TIME_MEASURES: readonly Measure[] = [
  summed("paid_seconds", "Seconds paid.", ["paidSeconds"]),
  counted("paid_records", "Working times that say how much is paid.", ["paidSeconds"]),
  summed("scheduled_seconds", "Seconds scheduled to work.", ["scheduledSeconds"]),
  counted("scheduled_records", "Working times that say how much is scheduled.", ["scheduledSeconds"]),
  summed("logged_seconds", "Seconds logged in.", ["loggedSeconds"]),
  summed("available_seconds", "Seconds idle, ready for a contact.", ["availableSeconds"]),
  summed("handling_seconds", "Seconds communicating with customers, each second once.", ["handlingSeconds"]),
  summed("contact_handling_seconds", "Seconds communicating with customers, for each contact.", ["contactSeconds"]),
  summed("productive_seconds", "Productive seconds, as agreed.", ["productiveSeconds"]),
  counted("productive_records", "Working times that say how much was productive.", ["productiveSeconds"]),
  summed("occupied_seconds", "Seconds handling, where available time is known, too.", ["handlingSeconds"], OCCUPANCY),
  summed("occupiable_seconds", "Seconds handling and available, where both are known.", OCCUPANCY),
  counted("occupancy_records", "Working times that tell handling and available time.", OCCUPANCY),
  summed("adherent_seconds", "Seconds as scheduled, where the schedule is known.", ["adherentSeconds"], ADHERENCE),
  summed(
    "adherence_scheduled_seconds",
    "Seconds scheduled, where adherence is known.",
    ["scheduledSeconds"],
    ADHERENCE,
  ),
  counted("adherence_records", "Working times that tell adherence and schedule.", ADHERENCE),
  summed("attended_seconds", "Seconds present, where the schedule is known.", ["attendedSeconds"], ATTENDANCE),
  summed(
    "attendance_scheduled_seconds",
    "Seconds scheduled, where presence is known.",
    ["scheduledSeconds"],
    ATTENDANCE,
  ),
  counted("attendance_records", "Working times that tell presence and schedule.", ATTENDANCE),
  summed("unavailable_seconds", "Seconds paid but unavailable, where pay is known.", ["unavailableSeconds"], SHRINKAGE),
  summed("shrinkage_paid_seconds", "Seconds paid, where unavailable time is known.", ["paidSeconds"], SHRINKAGE),
  counted("shrinkage_records", "Working times that tell paid and unavailable time.", SHRINKAGE),
];
