import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Contract } from "../../contracts/contract.entity";
import { contractById, contractsByCode } from "../../contracts/contract.loaders";
import { namedClient } from "../../contracts/contract.resolver";
import { ContractType } from "../../contracts/contract.type";
import { onlyOne } from "../../contracts/only-one";
import { moneyOf } from "../../kpis/money.rules";
import { MoneyType } from "../../kpis/money.type";
import type { Objective } from "../../objectives/objective.entity";
import { objectiveById } from "../../objectives/objective.loaders";
import { ObjectiveType } from "../../objectives/objective.type";
import type { ApiContext } from "../../platform/graphql/context";
import { perform, type Outcome } from "../../platform/graphql/mutation";
import { localId } from "../../platform/graphql/node";
import { describePeriod, periodNamed, PeriodType } from "../../platform/graphql/period.type";
import { NotFound } from "../../shared/errors";
import type { PeriodKind } from "../../shared/period";
import type { Day } from "../../shared/day";
import { refuseClients } from "../act";
import { minorUnits } from "../disputes/line-decision.rules";
import { ActIsTheClients, InvalidAmount } from "../settlement.errors";
import { seesMoneyOf } from "../visible-settlements";
import type { Charge } from "./charge.entity";
import type { Incident } from "./incident.entity";
import { chargesOfContract, incidentById, incidentsOfContract } from "./settlement-records.loaders";
import { SettlementRecordsService } from "./settlement-records.service";
import {
  ChargePayload,
  ChargeType,
  ChooseIncidentCreditInput,
  IncidentPayload,
  IncidentType,
  RecordChargeInput,
  RecordIncidentInput,
  type RecordedInput,
} from "./settlement-records.type";

@Resolver()
export class SettlementRecordsResolver {
  @Mutation(() => ChargePayload, {
    description:
      "Records what was really charged for a period, instead of an amount recorded before; its settlement follows. " +
      "Needs WRITE_SETTLEMENTS.",
  })
  recordCharge(
    @Arg("input", () => RecordChargeInput, { description: "What was charged." }) input: RecordChargeInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<ChargePayload>> {
    return perform(ctx, { name: "recordCharge", requires: "settlements:write", input }, async () => {
      const contract = await contractNamed(ctx, input);
      refuseClients(ctx, "records charges");
      const amount = minorUnits(input.amount, contract.currency, ["amount"]);
      if (amount.startsWith("-")) throw new InvalidAmount(input.amount, contract.currency, 2, ["amount"]);
      const { reference = null, note = null } = input;
      const wanted = { period: periodNamed(input.period, ctx.now, contract.timeZone), amount, reference, note };
      return { charge: await ctx.service(SettlementRecordsService).charge(ctx.tx, contract, wanted, ctx) };
    });
  }

  @Mutation(() => IncidentPayload, {
    description:
      "Records one event that made several objectives fail; the settlement follows. Needs WRITE_SETTLEMENTS.",
  })
  recordIncident(
    @Arg("input", () => RecordIncidentInput, { description: "What happened." }) input: RecordIncidentInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<IncidentPayload>> {
    return perform(ctx, { name: "recordIncident", requires: "settlements:write", input }, async () => {
      const contract = await contractNamed(ctx, input);
      refuseClients(ctx, "records incidents");
      const { code, title, objectives, evidence = null } = input;
      const period = periodNamed(input.period, ctx.now, contract.timeZone);
      const wanted = { code, title, objectives, evidence, period };
      return { incident: await ctx.service(SettlementRecordsService).incident(ctx.tx, contract, wanted, ctx) };
    });
  }

  @Mutation(() => IncidentPayload, {
    description: "The client chooses which credit of an incident it takes. Needs DISPUTE_SETTLEMENTS.",
  })
  chooseIncidentCredit(
    @Arg("input", () => ChooseIncidentCreditInput, { description: "Which credit." }) input: ChooseIncidentCreditInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<IncidentPayload>> {
    return perform(ctx, { name: "chooseIncidentCredit", requires: "settlements:dispute", input }, async () => {
      const incident = await ctx.loader(incidentById).load(localId("Incident", input.id));
      if (!incident) throw new NotFound("incident", input.id, ["id"]);
      if (ctx.viewer.kind === "internal") throw new ActIsTheClients("chooses among the credits of an incident");
      const contract = (await ctx.loader(contractById).load(incident.contractId))!;
      const choice = { incident, objective: input.objective };
      return { incident: await ctx.service(SettlementRecordsService).choose(ctx.tx, contract, choice, ctx) };
    });
  }
}

/** The contract of a code; those whose money is out of sight do not exist here. */
async function contractNamed(
  ctx: ApiContext,
  { contract: code, client: clientCode }: RecordedInput,
): Promise<Contract> {
  const client = await namedClient(ctx, clientCode);
  const isHidden = clientCode != null && !client;
  const found = isHidden ? null : onlyOne("contract", code, await ctx.loader(contractsByCode).load(code), client?.id);
  if (found && seesMoneyOf(ctx.viewer, { clientId: found.clientId, contractId: found.id })) return found;
  throw new NotFound("contract", code, ["contract"]);
}

interface OfPeriod {
  readonly contractId: string;
  readonly periodKind: PeriodKind;
  readonly periodFrom: Day;
  readonly periodUntil: Day;
}

async function periodOf(ctx: ApiContext, row: OfPeriod): Promise<PeriodType | null> {
  const contract = await ctx.loader(contractById).load(row.contractId);
  const period = { kind: row.periodKind, from: row.periodFrom, until: row.periodUntil };
  return contract ? describePeriod(period, contract, ctx.now) : null;
}

@Resolver(() => ChargeType)
export class ChargeResolver {
  @FieldResolver(() => PeriodType, { nullable: true, description: "The period that was charged." })
  period(@Root() charge: Charge, @Ctx() ctx: ApiContext): Promise<PeriodType | null> {
    return periodOf(ctx, charge);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: "How much." })
  async amount(@Root() { amount, contractId }: Charge, @Ctx() ctx: ApiContext): Promise<MoneyType | null> {
    const contract = await ctx.loader(contractById).load(contractId);
    return contract ? moneyOf(amount, contract.currency) : null;
  }
}

@Resolver(() => IncidentType)
export class IncidentResolver {
  @FieldResolver(() => PeriodType, { nullable: true, description: "The period in which it counts." })
  period(@Root() incident: Incident, @Ctx() ctx: ApiContext): Promise<PeriodType | null> {
    return periodOf(ctx, incident);
  }

  @FieldResolver(() => [ObjectiveType], { description: "The objectives that it breached." })
  async objectives(@Root() { objectiveIds }: Incident, @Ctx() ctx: ApiContext): Promise<Objective[]> {
    const found = await ctx.loader(objectiveById).loadMany([...objectiveIds]);
    return found.filter((one): one is Objective => one !== undefined && !(one instanceof Error));
  }

  @FieldResolver(() => ObjectiveType, {
    nullable: true,
    description: "The one whose credit the client chose; null: not chosen yet, the largest stands.",
  })
  async chosen(@Root() { chosenObjectiveId }: Incident, @Ctx() ctx: ApiContext): Promise<Objective | null> {
    return chosenObjectiveId === null ? null : ((await ctx.loader(objectiveById).load(chosenObjectiveId)) ?? null);
  }
}

@Resolver(() => ContractType)
export class ContractRecordsResolver {
  @FieldResolver(() => [IncidentType], { description: "Events that made several objectives fail, latest first." })
  incidents(@Root() { id }: Contract, @Ctx() ctx: ApiContext): Promise<Incident[]> {
    return ctx.loader(incidentsOfContract).load(id);
  }

  @FieldResolver(() => [ChargeType], { description: "What was really charged for periods, latest first." })
  charges(@Root() { id }: Contract, @Ctx() ctx: ApiContext): Promise<Charge[]> {
    return ctx.loader(chargesOfContract).load(id);
  }
}
