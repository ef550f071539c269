import { DomainError } from "../../shared/errors";
import { periodLabel, type Period } from "../../shared/period";

/** Nobody can say what a value counts for that nobody holds anybody to. */
export class KpiNotOnScorecard extends DomainError {
  readonly code = "KPI_NOT_ON_SCORECARD";
  constructor(kpi: string, period: Period) {
    super(`${kpi} is not on the scorecard of this subject in ${periodLabel(period)}.`, {
      path: ["kpi"],
      remedy: "Assign it to the role, or put it in use for the contract or service, so that it applies in that period.",
    });
  }
}

export class SeveralDialects extends DomainError {
  readonly code = "SEVERAL_DIALECTS";
  constructor(kpi: string, dialects: readonly string[]) {
    super(`${kpi} is on this scorecard by several rules: ${dialects.join(", ")}.`, {
      path: ["dialect"],
      remedy: "Name the dialect that is meant.",
    });
  }
}

export class PeriodToCome extends DomainError {
  readonly code = "PERIOD_TO_COME";
  constructor(period: Period) {
    super(`${periodLabel(period)} has not begun.`, {
      path: ["period"],
      remedy: "Wait until it has, or set a target instead.",
    });
  }
}

export class InvalidManualValue extends DomainError {
  readonly code = "INVALID_MANUAL_VALUE";
}

export class ManualValueNotInForce extends DomainError {
  readonly code = "MANUAL_VALUE_NOT_IN_FORCE";
  constructor(at: Date, byName: string | null) {
    const how = byName === null ? "another value took its place" : `${byName} withdrew it`;
    super(`This value is not in force: ${how} on ${at.toISOString()}.`, {
      path: ["id"],
      remedy: "Look up the value that is in force, if there is one.",
    });
  }
}

/** Nobody says what counts for a result of their own. */
export class OwnFigure extends DomainError {
  readonly code = "OWN_FIGURE";
  constructor(act: "enter" | "withdraw", kpi: string, period: Period) {
    super(`You cannot ${act} a value of ${kpi} for ${periodLabel(period)}: it is your own result.`, {
      path: act === "enter" ? ["subject"] : ["id"],
      remedy: "Leave it to somebody else who has the right values:enter, or dispute the figure.",
    });
  }
}

export class SubjectNotNamed extends DomainError {
  readonly code = "SUBJECT_NOT_NAMED";
  constructor(given: readonly string[]) {
    super(`The subject is named ${given.length} times: by ${given.join(" and by ")}.`, {
      path: ["subject"],
      remedy: "Give one of service, team, person and position; none of them for the contract itself.",
    });
  }
}
