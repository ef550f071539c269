import { registerEnumType } from "type-graphql";
import type { LineKind } from "./engine/settled-period";
import type { SettlementStep } from "./settlement-event.entity";
import type { LineState } from "./settlement-line.entity";
import type { BasisChange, SettlementCause, SettlementState } from "./settlement.entity";

export const SettlementStateEnum = {
  PROPOSED: "proposed",
  ISSUED: "issued",
  DISPUTED: "disputed",
  AGREED: "agreed",
  INVOICED: "invoiced",
} as const satisfies Record<string, SettlementState>;

registerEnumType(SettlementStateEnum, {
  name: "SettlementState",
  description: "How far a settlement is.",
  valuesConfig: {
    PROPOSED: { description: "Follows what it rests on. Only our own people see it." },
    ISSUED: { description: "The client sees it. It stays as it is; changes come as corrections." },
    DISPUTED: { description: "Some lines are disputed and held; the others flow." },
    AGREED: { description: "All lines are agreed." },
    INVOICED: { description: "All lines are on invoices or credit notes." },
  },
});

export const SettlementCauseEnum = {
  CLOSING: "closing",
  BASIS: "basis",
  DISPUTE: "dispute",
} as const satisfies Record<string, SettlementCause>;

registerEnumType(SettlementCauseEnum, {
  name: "SettlementCause",
  description: "What made a settlement.",
  valuesConfig: {
    CLOSING: { description: "Its period was closed: the settlement of the period." },
    BASIS: { description: "Something changed that an issued settlement rests on: a correction of it." },
    DISPUTE: { description: "A dispute was decided: a correction." },
  },
});

export const SettlementLineKindEnum = {
  CREDIT: "credit",
  BONUS: "bonus",
  EARN_BACK_HOLD: "earn_back_hold",
  EARN_BACK_RELEASE: "earn_back_release",
  EARN_BACK_RETURN: "earn_back_return",
} as const satisfies Record<string, LineKind>;

registerEnumType(SettlementLineKindEnum, {
  name: "SettlementLineKind",
  description: "What a line is.",
  valuesConfig: {
    CREDIT: { description: "In the client's favour." },
    BONUS: { description: "In ours: the amount is negative." },
    EARN_BACK_HOLD: { description: "A credit withheld until it is clear whether it is earned back; negative." },
    EARN_BACK_RELEASE: { description: "A withheld credit that was not earned back." },
    EARN_BACK_RETURN: { description: "A credit given before, taken back because performance recovered; negative." },
  },
});

export const SettlementLineStateEnum = {
  OPEN: "open",
  DISPUTED: "disputed",
  AGREED: "agreed",
  INVOICED: "invoiced",
} as const satisfies Record<string, LineState>;

registerEnumType(SettlementLineStateEnum, {
  name: "SettlementLineState",
  description: "Whether a line flows.",
  valuesConfig: {
    OPEN: { description: "Nobody said anything about it yet." },
    DISPUTED: { description: "Held until its dispute is decided." },
    AGREED: { description: "May go on an invoice." },
    INVOICED: { description: "Is on an invoice or credit note." },
  },
});

export const SettlementEventStepEnum = {
  ISSUED: "issued",
  AGREED: "agreed",
  DISPUTED: "disputed",
  DISPUTE_ENDED: "dispute_ended",
  INVOICED: "invoiced",
} as const satisfies Record<string, SettlementStep>;

registerEnumType(SettlementEventStepEnum, {
  name: "SettlementEventStep",
  description: "What was done to a settlement.",
  valuesConfig: {
    ISSUED: { description: "It was issued to the client." },
    AGREED: { description: "Its undisputed lines were agreed to." },
    DISPUTED: { description: "Lines of it were disputed." },
    DISPUTE_ENDED: { description: "A dispute about it was decided or withdrawn." },
    INVOICED: { description: "Lines of it went on an invoice." },
  },
});

export const BasisChangeKindEnum = {
  RESULT: "result",
  FEE: "fee",
  TERMS: "terms",
  INCIDENT: "incident",
  REPORT_ERROR: "report_error",
  EARLIER_PERIOD: "earlier_period",
} as const satisfies Record<string, BasisChange["kind"]>;

registerEnumType(BasisChangeKindEnum, {
  name: "SettlementChangeKind",
  description: "What became another since a settlement was issued.",
  valuesConfig: {
    RESULT: { description: "The result of an objective was restated." },
    FEE: { description: "Another fee was charged; minor units." },
    TERMS: { description: "Another version of the settlement terms applies." },
    INCIDENT: { description: "An incident was recorded, or the client chose its credit." },
    REPORT_ERROR: { description: "The period's report had to be corrected." },
    EARLIER_PERIOD: { description: "An earlier period, on which this one depends, came to another result." },
  },
});
