import type { JudgedKind } from "../kpis/kpi-definition";
import { DomainError } from "../shared/errors";

/** A queue's service level says nothing about one person: too few facts, and not theirs to decide (semantics K4). */
export class KpiCannotJudge extends DomainError {
  readonly code = "KPI_CANNOT_JUDGE";
  constructor(kpiCode: string, subject: JudgedKind, judges: readonly JudgedKind[]) {
    const names = judges.map((one) => SUBJECTS[one]).join(", ");
    super(`${kpiCode} cannot judge ${SUBJECTS[subject]}.`, {
      path: ["kpi"],
      remedy: `It judges ${names}: give it to a role that answers for one of them.`,
    });
  }
}

const SUBJECTS: Readonly<Record<JudgedKind, string>> = {
  contract: "a contract",
  service: "a service",
  team: "a team",
  position: "one person",
};

/** An objective is about one service or the whole contract for good: its results would otherwise change their subject. */
export class ObjectiveMoved extends DomainError {
  readonly code = "OBJECTIVE_MOVED";
  constructor(code: string, service: string | null) {
    super(`Objective "${code}" is about ${service ? `service "${service}"` : "the contract as a whole"}.`, {
      path: ["service"],
      remedy: "Keep it so, and define an objective with another code.",
    });
  }
}
