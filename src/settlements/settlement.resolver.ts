import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contract } from "../contracts/contract.entity";
import { contractById } from "../contracts/contract.loaders";
import { ContractType } from "../contracts/contract.type";
import { moneyOf } from "../kpis/money.rules";
import { MoneyType } from "../kpis/money.type";
import type { ApiContext } from "../platform/graphql/context";
import { describePeriod, PeriodType } from "../platform/graphql/period.type";
import { Decimal } from "../platform/graphql/scalars";
import { decimalText, rational } from "../shared/rational";
import { disputesOfSettlement } from "./disputes/settlement-dispute.loaders";
import { SettlementDisputeType } from "./disputes/settlement-dispute.type";
import {
  EarnBackHoldType,
  FailureCounterType,
  RaisedTargetType,
  SettledObjectiveType,
  SettledClauseType,
} from "./settled-clause.type";
import { clausesOf, counterView, holdView, objectivesOf, type SettledObjectiveView } from "./settlement-views.rules";
import type { SettlementEvent } from "./settlement-event.entity";
import type { SettlementLine } from "./settlement-line.entity";
import { eventsOfSettlement, linesOfSettlement, settledById, settlementsOfPeriod } from "./settlement.loaders";
import type { SettlementRow } from "./settlement.queries";
import { SettlementStepType } from "./settlement-step.type";
import { SettlementEventType, SettlementLineType, SettlementTotalsType, SettlementType } from "./settlement.type";

const settledOf = async (ctx: ApiContext, { id }: SettlementRow) => (await ctx.loader(settledById).load(id))!;

export const periodOf = ({ periodKind: kind, periodFrom: from, periodUntil: until }: SettlementRow) => ({
  ...{ kind, from, until },
});

@Resolver(() => SettlementType)
export class SettlementResolver {
  @FieldResolver(() => ContractType, { nullable: true, description: "The contract that is settled." })
  contract(@Root() { contractId }: SettlementRow, @Ctx() ctx: ApiContext): Promise<Contract | undefined> {
    return ctx.loader(contractById).load(contractId);
  }

  @FieldResolver(() => PeriodType, { nullable: true, description: "The closed period." })
  async period(@Root() row: SettlementRow, @Ctx() ctx: ApiContext): Promise<PeriodType | null> {
    const contract = await ctx.loader(contractById).load(row.contractId);
    return contract ? describePeriod(periodOf(row), contract, ctx.now) : null;
  }

  @FieldResolver(() => Boolean, { description: "Whether it only has what a correction adds to earlier versions." })
  isCorrection(@Root() { kind }: SettlementRow): boolean {
    return kind === "correction";
  }

  @FieldResolver(() => MoneyType, { description: "What was charged for the period, or the fee of the terms." })
  fee(@Root() { fee, currency }: SettlementRow): MoneyType {
    return moneyOf(fee, currency);
  }

  @FieldResolver(() => MoneyType, { description: "What credits of the period may reach: fee × share at risk." })
  async pool(@Root() row: SettlementRow, @Ctx() ctx: ApiContext): Promise<MoneyType> {
    const { settled } = await settledOf(ctx, row);
    return moneyOf(decimalText(rational(settled.pool)), row.currency);
  }

  @FieldResolver(() => Decimal, { description: "All points of the period." })
  async points(@Root() row: SettlementRow, @Ctx() ctx: ApiContext): Promise<string> {
    return decimalText(rational((await settledOf(ctx, row)).settled.totals.points));
  }

  @FieldResolver(() => SettlementTotalsType, { description: "Sums of its lines." })
  totals(@Root() { currency, ...row }: SettlementRow): SettlementTotalsType {
    const of = (amount: string): MoneyType => moneyOf(amount, currency);
    return {
      ...{ credits: of(row.credits), bonuses: of(row.bonuses), held: of(row.held) },
      ...{ released: of(row.released), returned: of(row.returned), net: of(row.net) },
    };
  }

  @FieldResolver(() => [SettlementLineType], { description: "Its lines, by number." })
  async lines(@Root() { id, currency }: SettlementRow, @Ctx() ctx: ApiContext): Promise<LineView[]> {
    return (await ctx.loader(linesOfSettlement).load(id)).map((line) => ({ ...line, currency }));
  }

  @FieldResolver(() => [SettledObjectiveType], { description: "What came of each objective, clause by clause." })
  async objectives(@Root() row: SettlementRow, @Ctx() ctx: ApiContext): Promise<SettledObjectiveView[]> {
    return objectivesOf(await settledOf(ctx, row), row.currency);
  }

  @FieldResolver(() => [SettledClauseType], { description: "What came of clauses about the contract as a whole." })
  async clauses(@Root() row: SettlementRow, @Ctx() ctx: ApiContext): Promise<SettledClauseType[]> {
    return clausesOf((await settledOf(ctx, row)).settled, null, row.currency);
  }

  @FieldResolver(() => [SettlementStepType], { description: "Steps about the whole period: incidents, caps." })
  async steps(@Root() row: SettlementRow, @Ctx() ctx: ApiContext): Promise<readonly SettlementStepType[]> {
    return (await settledOf(ctx, row)).settled.steps;
  }

  @FieldResolver(() => [FailureCounterType], { description: "Counters of failures after this period." })
  async counters(@Root() row: SettlementRow, @Ctx() ctx: ApiContext): Promise<FailureCounterType[]> {
    return (await settledOf(ctx, row)).settled.counters.map(counterView);
  }

  @FieldResolver(() => [EarnBackHoldType], { description: "Credits that may still be earned back after this period." })
  async holds(@Root() row: SettlementRow, @Ctx() ctx: ApiContext): Promise<EarnBackHoldType[]> {
    return (await settledOf(ctx, row)).settled.holds.map((one) => holdView(one, row.currency));
  }

  @FieldResolver(() => [RaisedTargetType], { description: "Targets that rise when performance stays above them." })
  async raisedTargets(@Root() row: SettlementRow, @Ctx() ctx: ApiContext): Promise<readonly RaisedTargetType[]> {
    const { ratchets } = (await settledOf(ctx, row)).settled;
    const text = (value: string): string => decimalText(rational(value));
    return ratchets.map((one) => ({
      ...{ ...one, oldTarget: text(one.oldTarget), newTarget: one.newTarget === null ? null : text(one.newTarget) },
    }));
  }

  @FieldResolver(() => [SettlementType], { description: "Later versions for the same period that you may see." })
  async corrections(@Root() row: SettlementRow, @Ctx() ctx: ApiContext): Promise<SettlementRow[]> {
    const key = { contractId: row.contractId, period: periodOf(row) };
    return (await ctx.loader(settlementsOfPeriod).load(key)).filter(({ version }) => version > row.version);
  }

  @FieldResolver(() => [SettlementDisputeType], { description: "Disputes about its lines, oldest first." })
  disputes(@Root() { id }: SettlementRow, @Ctx() ctx: ApiContext) {
    return ctx.loader(disputesOfSettlement).load(id);
  }

  @FieldResolver(() => [SettlementEventType], { description: "Every step, in order." })
  events(@Root() { id }: SettlementRow, @Ctx() ctx: ApiContext): Promise<SettlementEvent[]> {
    return ctx.loader(eventsOfSettlement).load(id);
  }
}

/** A line with the currency of its settlement. */
export type LineView = SettlementLine & { readonly currency: string };

@Resolver(() => SettlementLineType)
export class SettlementLineResolver {
  @FieldResolver(() => MoneyType, { description: "In the client's favour; negative: in ours. Rounded once." })
  amount(@Root() { amount, currency }: LineView): MoneyType {
    return moneyOf(amount, currency);
  }
}
