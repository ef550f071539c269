import type { DayRange } from "../shared/date-range";

/** ERROR: figures or scores are wrong or missing by it. WARNING: hardly meant so. NOTE: worth knowing. */
export type Severity = "error" | "warning" | "note";

/** What a cascade check may find. Codes are stable; `docs/cascade.md` lists them. */
export const FINDING_CODES = [
  "KPI_WITHOUT_OWNER",
  "KPI_WITHOUT_CONTRACT_OWNER",
  "KPI_WITHOUT_SERVICE_OWNER",
  "KPI_WITHOUT_FRONT_LINE_OWNER",
  "ROLE_WITHOUT_SET",
  "SET_WITHOUT_HOLDER",
  "KPI_CANNOT_BE_INFLUENCED",
  "TARGET_EASIER_THAN_CONTRACT",
  "TARGET_EASIER_THAN_ABOVE",
  "TARGET_WITH_OTHER_PARAMETERS",
  "WEIGHTS_NOT_WHOLE",
  "WEIGHTS_RESCALED",
  "SCHEME_WITHOUT_TARGET",
  "SCHEME_CANNOT_SCORE",
  "POSITION_GAP",
  "POSITIONS_OVERLAP",
  "TEAM_WITHOUT_LEAD",
  "SERVICE_WITHOUT_PEOPLE",
  "ASSIGNMENT_GAP",
  "ASSIGNMENTS_OVERLAP",
  "OBJECTIVE_GAP",
  "OBJECTIVE_PART_OF_TERM",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** What a finding is about, by codes and ids; what does not matter is left out. */
export interface About {
  readonly roleCode?: string;
  readonly kpiCode?: string;
  readonly objectiveId?: string;
  readonly personId?: string;
  readonly teamId?: string;
}

/** Something found at one place on some days; places and days are put together afterwards. */
export interface Found {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly about: About;
  /** A service; null: every service or the contract as a whole; left out: place says nothing here. */
  readonly serviceId?: string | null;
  readonly days: DayRange;
  /** The sentence up to places and days: `Nobody who holds agent answers for AHT`. */
  readonly says: string;
  readonly remedy: string;
}

/** What the check tells: one finding for the same thing on the same days, with all its places. */
export interface CascadeFinding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  readonly days: DayRange;
  readonly about: About & { readonly serviceIds: readonly string[] };
}
