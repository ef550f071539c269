import { DomainError } from "../../shared/errors";
import { periodLabel, type Period } from "../../shared/period";
import type { RestatementState } from "./restatement.entity";

export class PeriodNotClosed extends DomainError {
  readonly code = "PERIOD_NOT_CLOSED";
  constructor(period: Period) {
    super(`${periodLabel(period)} is not closed: its figures still follow the facts by themselves.`, {
      path: ["period"],
      remedy: "Send the facts, or define what was wrong anew; figures follow until the grace days have passed.",
    });
  }
}

export class NothingToRestate extends DomainError {
  readonly code = "NOTHING_TO_RESTATE";
  constructor(period: Period) {
    super(`No figure of ${periodLabel(period)} would change.`, {
      path: ["period"],
      remedy: "Look at `restatementPreview`: with AS_NOW it shows what definitions that changed since would alter.",
    });
  }
}

export class RestatementAwaitsConsent extends DomainError {
  readonly code = "RESTATEMENT_AWAITS_CONSENT";
  constructor(period: Period) {
    super(`A restatement of ${periodLabel(period)} is proposed already and waits for the client.`, {
      path: ["period"],
      remedy: "Wait for the answer, or withdraw it and propose another.",
    });
  }
}

/** The client consents to figures it has seen, and to no others. */
export class RestatementOutdated extends DomainError {
  readonly code = "RESTATEMENT_OUTDATED";
  constructor() {
    super("The figures would no longer be those of the proposal: something happened since.", {
      path: ["id"],
      remedy: "Decline it, or let it be withdrawn; it can then be proposed anew with the figures of now.",
    });
  }
}

export class RestatementDecided extends DomainError {
  readonly code = "RESTATEMENT_DECIDED";
  constructor(state: RestatementState) {
    super(`This restatement is ${state}: there is nothing left to decide.`, {
      path: ["id"],
      remedy: "Only a restatement in state PROPOSED is consented to, declined or withdrawn.",
    });
  }
}

export class ConsentIsTheClients extends DomainError {
  readonly code = "CONSENT_IS_THE_CLIENTS";
  constructor() {
    super("Only a person of the client consents to a restatement or declines it.", {
      remedy: "Let somebody of the client do it who has the right `restatements:consent`.",
    });
  }
}

export class NotTheProposer extends DomainError {
  readonly code = "NOT_THE_PROPOSER";
  constructor(proposer: string) {
    super(`This restatement was proposed by ${proposer}.`, {
      path: ["id"],
      remedy: "Let whoever proposed it withdraw it, or the client decline it.",
    });
  }
}

export class ReasonTooShort extends DomainError {
  readonly code = "REASON_TOO_SHORT";
  constructor(reason: string, atLeast: number, path: string) {
    super(`"${reason}" says too little.`, {
      path: [path],
      remedy: `Write a sentence that somebody understands a year from now: ${atLeast} characters or more.`,
    });
  }
}
