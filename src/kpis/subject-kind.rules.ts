import type { SubjectKind } from "./kpi-definition";

/** Whether a scorecard of this kind is about one person. `scorecard-reading.queries.ts` says the same in SQL. */
export const isPersonal = (kind: SubjectKind): boolean => kind === "position" || kind === "person";
