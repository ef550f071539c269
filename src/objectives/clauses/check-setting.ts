import type { PromisedObjective } from "./promised-objective";

/** What a clause is checked against. */
export interface CheckSetting {
  /** The objectives that the clause names, every version. */
  readonly about: readonly PromisedObjective[];
  /** Those of the contract. */
  readonly all: readonly PromisedObjective[];
}
