import type { JudgedKind } from "../kpis/kpi-definition";
import type { ObjectiveKind } from "./objective-terms";
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

/** Measured, put together or assessed for good: its results could otherwise not be compared. */
export class ObjectiveKindChanged extends DomainError {
  readonly code = "OBJECTIVE_KIND_CHANGED";
  constructor(code: string, kind: ObjectiveKind, path: readonly string[]) {
    super(`Objective "${code}" is ${KINDS[kind]}.`, {
      path,
      remedy: "Keep it so in every version, and define an objective with another code.",
    });
  }
}

const KINDS: Readonly<Record<ObjectiveKind, string>> = {
  measured: "measured by a KPI",
  composite: "put together from other objectives",
  qualitative: "assessed by people",
};

/** A field that says nothing for an objective of this kind, or one that it cannot do without. */
export class NotForThisKind extends DomainError {
  readonly code = "NOT_FOR_THIS_KIND";
  constructor(field: string, kind: ObjectiveKind, remedy: string) {
    super(`An objective that is ${KINDS[kind]} has no "${field}".`, { path: [field], remedy });
  }
}

/** A way of comparing that could not change anything, or could not be carried out. */
export class InvalidComparison extends DomainError {
  readonly code = "INVALID_COMPARISON";
}

/** Parts that cannot be put together. */
export class InvalidComposite extends DomainError {
  readonly code = "INVALID_COMPOSITE";
}

/** A question that cannot be answered in points, or not as often as it is judged. */
export class InvalidQuestion extends DomainError {
  readonly code = "INVALID_QUESTION";
}

/** Relief that no volume could bring about, or that would ask for more. */
export class InvalidRelief extends DomainError {
  readonly code = "INVALID_RELIEF";
}
