import { DomainError } from "../shared/errors";
import type { SettlementAct } from "./allowed-acts.rules";
import type { SettlementState } from "./settlement.entity";

const DONE: Readonly<Record<SettlementAct, string>> = {
  issue: "issued",
  agree: "agreed to",
  dispute: "disputed",
  invoice: "invoiced",
};

const REMEDIES: Readonly<Record<SettlementState, string>> = {
  proposed: "Issue it first.",
  issued: "Agree to it, or dispute its lines, before it is invoiced.",
  disputed: "Decide its disputes; what is not disputed can be agreed to and invoiced.",
  agreed: "It can only be invoiced; what is wrong with it comes as a correction.",
  invoiced: "Nothing can be done to it any more; what is wrong with it comes as a correction.",
};

export class SettlementStateForbids extends DomainError {
  readonly code = "SETTLEMENT_STATE_FORBIDS";
  constructor(act: SettlementAct, state: SettlementState) {
    super(`This settlement is ${state}: it cannot be ${DONE[act]} now.`, { path: ["id"], remedy: REMEDIES[state] });
  }
}

/** What a period comes to rests on those before it: issued out of turn it would tell of a draft. */
export class EarlierPeriodProposed extends DomainError {
  readonly code = "EARLIER_PERIOD_PROPOSED";
  constructor(period: string) {
    super(`The settlement of ${period} is still proposed, and this one rests on it.`, {
      path: ["id"],
      remedy: `Issue ${period} first.`,
    });
  }
}

export class NothingToInvoice extends DomainError {
  readonly code = "NOTHING_TO_INVOICE";
  constructor() {
    super("No line of this settlement can be invoiced now: all are disputed, or were invoiced before.", {
      path: ["id"],
      remedy: "Decide its disputes first.",
    });
  }
}

/** An act that only somebody of the client does. */
export class ActIsTheClients extends DomainError {
  readonly code = "ACT_IS_THE_CLIENTS";
  constructor(act: string) {
    super(`Only somebody of the client ${act}.`, {
      remedy: "Let somebody of the client do it who has the right `settlements:dispute`.",
    });
  }
}

/** An act that nobody of the client does, whatever rights were given. */
export class ActIsOurs extends DomainError {
  readonly code = "ACT_IS_OURS";
  constructor(act: string) {
    super(`Only our side ${act}.`, { remedy: "Ask our people; what you do not agree with you can dispute." });
  }
}

export class UnknownLine extends DomainError {
  readonly code = "UNKNOWN_LINE";
  constructor(no: number, path: readonly string[], lines: number) {
    const known = lines === 0 ? "it has none" : `its lines are 1 to ${lines}`;
    super(`There is no line ${no} in this settlement: ${known}.`, { path, remedy: "Name lines by their number." });
  }
}

export class LineNotDisputable extends DomainError {
  readonly code = "LINE_NOT_DISPUTABLE";
  constructor(no: number, state: string, path: readonly string[]) {
    super(`Line ${no} is ${state}: it cannot be disputed any more.`, {
      path,
      remedy: state === "disputed" ? "Add your evidence to that dispute." : "Dispute lines before they are agreed to.",
    });
  }
}

export class InvalidLineDecision extends DomainError {
  readonly code = "INVALID_LINE_DECISION";
}

export class InvalidAmount extends DomainError {
  readonly code = "INVALID_AMOUNT";
  constructor(amount: string, currency: string, digits: number, path: readonly string[]) {
    const remedy = `Write it in ${currency} with at most ${digits} decimals.`;
    super(`${amount} ${currency} is not an amount that can be charged.`, { path, remedy });
  }
}

export class InvalidIncident extends DomainError {
  readonly code = "INVALID_INCIDENT";
}
