import type { FindingCode } from "./cascade-finding";

/** One sentence for each code, for the schema. `docs/cascade.md` says more. */
export const FINDING_MEANINGS: Readonly<Record<FindingCode, string>> = {
  KPI_WITHOUT_OWNER: "A KPI that is promised or in use, which nobody at any level answers for.",
  KPI_WITHOUT_CONTRACT_OWNER: "A KPI that nobody who answers for the whole contract has in the set of the role.",
  KPI_WITHOUT_SERVICE_OWNER: "A KPI that nobody who answers for the service has in the set of the role.",
  KPI_WITHOUT_FRONT_LINE_OWNER: "A KPI that the front line can influence, but has in no set.",
  ROLE_WITHOUT_SET: "A role that somebody holds, without any KPI that weighs.",
  SET_WITHOUT_HOLDER: "A role with a set that nobody holds.",
  KPI_CANNOT_BE_INFLUENCED: "A KPI assigned to a role that cannot influence it: a queue's service level on one agent.",
  TARGET_EASIER_THAN_CONTRACT: "A role's target asks for less than the contract promises.",
  TARGET_EASIER_THAN_ABOVE: "A role's target asks for less than that of the next role above.",
  TARGET_WITH_OTHER_PARAMETERS: "A role's target is for another formula than the one that the contract promises.",
  WEIGHTS_NOT_WHOLE: "A set that was declared whole has weights that do not total 100.",
  WEIGHTS_RESCALED: "Weights do not total 100 and are rescaled.",
  SCHEME_WITHOUT_TARGET: "A KPI weighs and is scored by a target, but has none.",
  SCHEME_CANNOT_SCORE: "A KPI weighs, but its scheme never gives it a score.",
  POSITION_GAP: "Days between two positions of a person without any.",
  POSITIONS_OVERLAP: "Two positions of a person claim the same work.",
  TEAM_WITHOUT_LEAD: "People work in a team that nobody leads.",
  SERVICE_WITHOUT_PEOPLE: "A service that nobody works on.",
  ASSIGNMENT_GAP: "Versions of an assignment leave out days on which somebody holds the role.",
  ASSIGNMENTS_OVERLAP: "A KPI is assigned twice to the same role at the same place.",
  OBJECTIVE_GAP: "Versions of an objective leave days out.",
  OBJECTIVE_PART_OF_TERM: "An objective begins after the term or ends before it.",
};
