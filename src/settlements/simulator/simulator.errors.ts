import { DomainError } from "../../shared/errors";

export class NothingToSimulate extends DomainError {
  readonly code = "NOTHING_TO_SIMULATE";
  constructor(contract: string, from: string, until: string) {
    super(`No period of "${contract}" that is over lies between ${from} and ${until}.`, {
      path: ["from"],
      remedy: "Choose days that hold at least one whole period of the contract's past.",
    });
  }
}

export class SimulationTooLong extends DomainError {
  readonly code = "SIMULATION_TOO_LONG";
  constructor(periods: number, most: number) {
    super(`That is ${periods} periods; a simulation replays at most ${most}.`, {
      path: ["until"],
      remedy: "Ask for fewer months, or in several parts.",
    });
  }
}

export class DrawsOutOfRange extends DomainError {
  readonly code = "DRAWS_OUT_OF_RANGE";
  constructor(draws: number, most: number) {
    super(`${draws} draws cannot be made: from 0 to ${most} can.`, {
      path: ["draws"],
      remedy: `Leave it out, or write a whole number up to ${most}.`,
    });
  }
}

export class SimulationTooLarge extends DomainError {
  readonly code = "SIMULATION_TOO_LARGE";
  constructor(draws: number, most: number) {
    super(`${draws} draws of so many clauses and periods take too long: at most ${most} can be made.`, {
      path: ["draws"],
      remedy: "Draw less often, or leave `draws` out.",
    });
  }
}
