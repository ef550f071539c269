import { DomainError } from "../shared/errors";
import type { DisputeState } from "./dispute.entity";

export class AlreadyDisputed extends DomainError {
  readonly code = "ALREADY_DISPUTED";
  constructor(what: string, by: string) {
    super(`${what} is disputed already: ${by} opened a dispute that is not decided.`, {
      remedy: "Add your evidence to that dispute.",
    });
  }
}

export class NothingToDispute extends DomainError {
  readonly code = "NOTHING_TO_DISPUTE";
  constructor(kpi: string, period: string) {
    super(`There is no figure of ${kpi} for ${period} yet.`, {
      path: ["period"],
      remedy: "Wait until the period's scorecards are computed, or send what is missing.",
    });
  }
}

export class DisputeStateForbids extends DomainError {
  readonly code = "DISPUTE_STATE_FORBIDS";
  constructor(state: DisputeState, wanted: DisputeState) {
    super(`This dispute is ${SAID[state]}: it cannot be ${SAID[wanted]} now.`, {
      path: ["id"],
      remedy: REMEDIES[state],
    });
  }
}

const SAID: Readonly<Record<DisputeState, string>> = {
  open: "open",
  evidence: "given evidence",
  review: "under review",
  decided: "decided",
  closed: "closed",
  withdrawn: "withdrawn",
};

const REMEDIES: Readonly<Record<DisputeState, string>> = {
  open: "Begin its review before you decide it.",
  evidence: "Begin its review before you decide it.",
  review: "Decide it before you close it.",
  decided: "It can only be closed; open another dispute about what was decided.",
  closed: "Open another dispute.",
  withdrawn: "Open another dispute.",
};

/** Nobody is judge in a case of their own. */
export class NotImpartial extends DomainError {
  readonly code = "NOT_IMPARTIAL";
  constructor(why: string) {
    super(`You cannot decide this dispute: ${why}.`, {
      path: ["id"],
      remedy: "Leave it to somebody else who has the right disputes:decide.",
    });
  }
}

export class NotYourDispute extends DomainError {
  readonly code = "NOT_YOUR_DISPUTE";
  constructor(act: "withdraw" | "close", openedBy: string) {
    const who = act === "withdraw" ? "Only whoever opened it" : "Only whoever opened it, or may decide disputes,";
    super(`${who} may ${act} this dispute: ${openedBy} did.`, { path: ["id"], remedy: `Ask ${openedBy} to do so.` });
  }
}

export class InvalidDecision extends DomainError {
  readonly code = "INVALID_DECISION";
}
