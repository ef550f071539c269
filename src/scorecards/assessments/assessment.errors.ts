import type { QualitativeQuestion } from "../../objectives/objective-terms";
import { DomainError } from "../../shared/errors";
import { periodLabel, type Period, type PeriodKind } from "../../shared/period";

export class NotAssessed extends DomainError {
  readonly code = "NOT_ASSESSED";
  constructor(objective: string, period: Period) {
    super(`Nothing is asked about objective "${objective}" in ${periodLabel(period)}.`, {
      path: ["objective"],
      remedy: "Name a qualitative objective, and a period in which it is in force.",
    });
  }
}

export class WrongCadence extends DomainError {
  readonly code = "WRONG_CADENCE";
  constructor(given: PeriodKind, cadence: PeriodKind) {
    super(`A ${given} was assessed, but the question is answered by the ${cadence}.`, {
      path: ["period", "kind"],
      remedy: `Name a ${cadence}.`,
    });
  }
}

export class PointsOffScale extends DomainError {
  readonly code = "POINTS_OFF_SCALE";
  constructor(points: number, { from, to }: QualitativeQuestion["scale"]) {
    super(`${points} points are not on the scale.`, { path: ["points"], remedy: `Give ${from} to ${to} points.` });
  }
}

export class NotYourAssessment extends DomainError {
  readonly code = "NOT_YOUR_ASSESSMENT";
  constructor(assessors: QualitativeQuestion["assessors"]) {
    const whose = assessors === "ours" ? "our people" : "the client's people";
    super(`The contract has ${whose} assess this.`, { path: ["objective"], remedy: `Leave it to ${whose}.` });
  }
}

export class EvidenceMissing extends DomainError {
  readonly code = "EVIDENCE_MISSING";
  constructor() {
    super("The contract asks for evidence with each assessment.", {
      path: ["evidence"],
      remedy: "Write where the evidence is: a link, a file number.",
    });
  }
}

export class AssessmentNotInForce extends DomainError {
  readonly code = "ASSESSMENT_NOT_IN_FORCE";
  constructor(at: Date, byName: string | null) {
    const how = byName === null ? "another took its place" : `${byName} withdrew it`;
    super(`This assessment is not in force: ${how} on ${at.toISOString()}.`, {
      path: ["id"],
      remedy: "Look up the assessment that is in force, if there is one.",
    });
  }
}
