import { DomainError } from "../shared/errors";

export class NeverSits extends DomainError {
  readonly code = "NEVER_SITS";
  constructor(cadence: string) {
    super(`A forum with "${cadence}" would never sit within the contract's term.`, {
      path: ["cadence"],
      remedy: "Choose a rule with dates that exist, and a startsOn within the contract's term.",
    });
  }
}
