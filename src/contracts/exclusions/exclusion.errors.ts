import { DomainError } from "../../shared/errors";
import type { ExclusionState, Side } from "./exclusion.rules";

const WHOSE: Readonly<Record<Side, string>> = { ours: "our side", client: "the client" };

export class InvalidExclusion extends DomainError {
  readonly code = "INVALID_EXCLUSION";
}

/** A code is used once under a contract, also by exclusions that came to nothing. */
export class ExclusionCodeTaken extends DomainError {
  readonly code = "EXCLUSION_CODE_TAKEN";
  constructor(code: string, state: ExclusionState) {
    super(`The contract has an exclusion "${code}" already; it is ${state}.`, {
      path: ["code"],
      remedy: "Use another code.",
    });
  }
}

export class ExclusionStateForbids extends DomainError {
  readonly code = "EXCLUSION_STATE_FORBIDS";
  constructor(state: ExclusionState, wanted: ExclusionState) {
    super(`This exclusion is ${state}: it cannot be ${wanted} now.`, { path: ["id"], remedy: REMEDIES[state] });
  }
}

const REMEDIES: Readonly<Record<ExclusionState, string>> = {
  requested: "Have it approved first.",
  approved: "Revoke it if it is to count no longer.",
  refused: "Request another one, with better evidence.",
  withdrawn: "Request another one.",
  revoked: "Request another one.",
};

/** Nobody approves for the other party, and nobody for one whose approval it does not take. */
export class NotYourExclusion extends DomainError {
  readonly code = "NOT_YOUR_EXCLUSION";
  constructor(act: string, side: Side, needed: readonly Side[]) {
    super(
      `You act for ${WHOSE[side]}; to ${act} this exclusion is up to ${needed.map((one) => WHOSE[one]).join(" or ")}.`,
      {
        path: ["id"],
        remedy: `Leave it to somebody of ${needed.map((one) => (one === "ours" ? "ours" : "the client")).join(" or ")}.`,
      },
    );
  }
}

export class AlreadySaid extends DomainError {
  readonly code = "EXCLUSION_ALREADY_SAID";
  constructor(side: Side, step: string, by: string) {
    super(`${by} has ${step} this exclusion for ${WHOSE[side]} already.`, {
      path: ["id"],
      remedy: "Wait for the other party.",
    });
  }
}
