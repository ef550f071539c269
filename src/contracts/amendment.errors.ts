import { DomainError } from "../shared/errors";

/** Whoever signs after the fact says so: a wrong year would else change what was long settled. */
export class AmendmentRetroactive extends DomainError {
  readonly code = "AMENDMENT_RETROACTIVE";
  constructor(amendment: string, days: { signedOn: string; effectiveFrom: string }) {
    super(`Amendment "${amendment}" takes effect on ${days.effectiveFrom}, before it was signed on ${days.signedOn}.`, {
      path: ["effectiveFrom"],
      remedy: "Mend the day, or write retroactive: true where both parties mean it.",
    });
  }
}

/** Versions that cite an amendment rest on its day: it can be retold, but neither moved nor withdrawn. */
export class AmendmentInUse extends DomainError {
  readonly code = "AMENDMENT_IN_USE";
  constructor(amendment: string, citedBy: readonly string[], path: "effectiveFrom" | "withdrawn") {
    const what = path === "withdrawn" ? "be withdrawn" : "take effect on another day";
    super(`Amendment "${amendment}" cannot ${what}: ${citedBy.join(", ")} cite it.`, {
      path: [path],
      remedy: "Define those without it first, or let them cite another amendment.",
    });
  }
}

export class AmendmentExists extends DomainError {
  readonly code = "AMENDMENT_EXISTS";
  constructor(contract: string, code: string) {
    super(`Contract "${contract}" has an amendment "${code}" already.`, {
      path: ["code"],
      remedy: "Give the new one a code of its own; what is wrong in the other one is mended by defining it again.",
    });
  }
}

/** An amendment that changes nothing was sent by mistake. */
export class AmendmentChangesNothing extends DomainError {
  readonly code = "AMENDMENT_CHANGES_NOTHING";
  constructor(code: string) {
    super(`Amendment "${code}" changes nothing of the contract.`, {
      path: ["objectives"],
      remedy: "Name at least one objective, or the terms of settlement, with what holds from its day on.",
    });
  }
}
