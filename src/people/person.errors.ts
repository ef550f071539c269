import { DomainError } from "../shared/errors";
import type { Position } from "./position.entity";

/** A feed's name must lead to one person within a client. */
export class LoginTaken extends DomainError {
  readonly code = "LOGIN_TAKEN";
  constructor(source: string, login: string, holder: string) {
    super(`"${login}" in ${source} is already the login of ${holder}, who works for the same client.`, {
      path: ["logins", source],
      remedy: "Give each person the name that the feed uses for them alone.",
    });
  }
}

/** Facts of a day must count for one team: two positions may not claim the same work. */
export class PositionsOverlap extends DomainError {
  readonly code = "POSITIONS_OVERLAP";
  constructor(person: string, role: string, other: Pick<Position, "validFrom" | "validUntil">) {
    const days = `from ${other.validFrom}${other.validUntil ? ` until ${other.validUntil}` : " on"}`;
    super(`${person} already has a position as ${role} for the same work ${days}.`, {
      path: ["validFrom"],
      remedy: "End that position with validUntil, or write it with `withdrawn: true` if it was a mistake.",
    });
  }
}

/** What a trainee does must count once for a trainer. */
export class TrainingsOverlap extends DomainError {
  readonly code = "TRAININGS_OVERLAP";
  constructor(trainer: string, trainee: string, other: Pick<Position, "validFrom" | "validUntil">) {
    const days = `from ${other.validFrom}${other.validUntil ? ` until ${other.validUntil}` : " on"}`;
    super(`${trainer} already trains ${trainee} for the same work ${days}.`, {
      path: ["validFrom"],
      remedy: "End that training with validUntil, or write it with `withdrawn: true` if it was a mistake.",
    });
  }
}

/** A trainer answers for others: one's own work counts in the position that does it. */
export class TrainsOneself extends DomainError {
  readonly code = "TRAINS_ONESELF";
  constructor(person: string) {
    super(`${person} is both trainer and trainee.`, {
      path: ["trainee"],
      remedy: "Name another person as trainee; one's own work counts in one's own position.",
    });
  }
}
