import { Field, Int, ObjectType } from "type-graphql";
import { MoneyType } from "../kpis/money.type";
import { connectionOf } from "../platform/graphql/connection";
import { NodeType } from "../platform/graphql/node";
import { DateTime, LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { LineKind } from "./engine/settled-period";
import type { SettlementStep } from "./settlement-event.entity";
import type { LineState } from "./settlement-line.entity";
import {
  BasisChangeKindEnum,
  SettlementCauseEnum,
  SettlementEventStepEnum,
  SettlementLineKindEnum,
  SettlementLineStateEnum,
  SettlementStateEnum,
} from "./settlement-enums.type";
import type { BasisChange, SettlementCause, SettlementState } from "./settlement.entity";

@ObjectType("SettlementTotals", {
  simpleResolvers: true,
  description: "Sums of a settlement's lines; all positive except `net`, which is in the client's favour.",
})
export class SettlementTotalsType {
  @Field(() => MoneyType, { description: "Credits to the client, after all caps." })
  credits!: MoneyType;

  @Field(() => MoneyType, { description: "Bonuses to us." })
  bonuses!: MoneyType;

  @Field(() => MoneyType, { description: "Credits withheld in this period because they may be earned back." })
  held!: MoneyType;

  @Field(() => MoneyType, { description: "Withheld credits of earlier periods that were not earned back." })
  released!: MoneyType;

  @Field(() => MoneyType, { description: "Credits of earlier periods that were earned back and are taken back." })
  returned!: MoneyType;

  @Field(() => MoneyType, { description: "Sum of all lines; negative: the client owes it to us." })
  net!: MoneyType;
}

@ObjectType("SettlementLine", { simpleResolvers: true, description: "One amount, as an invoicing system takes it." })
export class SettlementLineType {
  @Field(() => Int, { description: "Number within the settlement, from 1." })
  no!: number;

  @Field(() => SettlementLineKindEnum, { description: "What it is." })
  kind!: LineKind;

  @Field(() => String, { description: "Code of the clause it follows from." })
  clause!: string;

  @Field(() => String, { description: "Document and section of the contract." })
  cites!: string;

  @Field(() => String, { nullable: true, description: "Code of the objective; null: it is about the contract." })
  objectiveCode!: string | null;

  @Field(() => String, { description: "One sentence for the invoice." })
  reason!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: "First local day of the period that the money comes from; null: the settlement's own.",
  })
  origin!: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: "First local day it is about, where terms changed within the period; null: all of it.",
  })
  stretchFrom!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: "The local day after the last of them; null: all of it." })
  stretchUntil!: Day | null;

  @Field(() => SettlementLineStateEnum, { description: "Whether it flows." })
  state!: LineState;
}

@ObjectType("SettlementChange", {
  simpleResolvers: true,
  description: "What became another since the settlement was issued that a correction corrects.",
})
export class SettlementChangeType {
  @Field(() => BasisChangeKindEnum, { description: "What kind of thing." })
  kind!: BasisChange["kind"];

  @Field(() => String, {
    description:
      "Code of the objective or incident, id of the restatement, the earlier period (`2026-01`), `fee` or `terms`.",
  })
  subject!: string;

  @Field(() => String, { nullable: true, description: "As it was, for people; null: there was nothing." })
  before!: string | null;

  @Field(() => String, { nullable: true, description: "As it is; null: it is gone." })
  after!: string | null;
}

@ObjectType("SettlementEvent", { simpleResolvers: true, description: "One step of a settlement; never changed." })
export class SettlementEventType {
  @Field(() => DateTime, { description: "When." })
  at!: Date;

  @Field(() => String, { description: "Name of who did it." })
  actorName!: string;

  @Field(() => SettlementEventStepEnum, { description: "What was done." })
  step!: SettlementStep;

  @Field(() => SettlementStateEnum, { description: "The state it led to." })
  state!: SettlementState;

  @Field(() => String, { nullable: true, description: "What was said; null: nothing." })
  note!: string | null;
}

@ObjectType("Settlement", {
  simpleResolvers: true,
  implements: NodeType,
  description:
    "What a closed period of a contract comes to in money. Proposals are seen by our own people only; people bound to " +
    "positions see money only where they answer for the whole contract.",
})
export class SettlementType extends NodeType {
  @Field(() => Int, { description: "1: the settlement of the period; the others are corrections of it." })
  version!: number;

  @Field(() => SettlementCauseEnum, { description: "What made it." })
  cause!: SettlementCause;

  @Field(() => SettlementStateEnum, { description: "How far it is." })
  state!: SettlementState;

  @Field(() => String, { description: "ISO 4217, of all its amounts." })
  currency!: string;

  @Field(() => Int, { description: "Version of the settlement terms in force at the period's end." })
  termsVersion!: number;

  @Field(() => String, { nullable: true, description: "Of a correction: why, in a sentence; null otherwise." })
  reason!: string | null;

  @Field(() => [SettlementChangeType], { description: "Of a correction: what became another. Empty otherwise." })
  changes!: readonly BasisChange[];

  @Field(() => DateTime, { description: "When it was worked out last." })
  settledAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "Null: it has not been issued." })
  issuedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Name of who issued it." })
  issuedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: "Null: it has not been agreed." })
  agreedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Name of who agreed to it, or recorded that." })
  agreedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When its last line was invoiced; null: not all are." })
  invoicedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Number of the latest invoice or credit note; null: none." })
  invoiceReference!: string | null;
}

export const SettlementList = connectionOf("Settlement", "settlements", () => SettlementType);
