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
