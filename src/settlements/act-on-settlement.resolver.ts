import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { perform, type Act, type Outcome } from "../platform/graphql/mutation";
import { localId } from "../platform/graphql/node";
import { requireRight } from "../platform/graphql/rights";
import { NotFound } from "../shared/errors";
import { refuseClients } from "./act";
import { InvoiceSettlementInput, SettlementPayload, SettlementStepInput } from "./act-on-settlement.type";
import { SettlementActsService } from "./settlement-acts.service";
import { settlementById } from "./settlement.loaders";
import type { SettlementRow } from "./settlement.queries";

const WHICH = { description: "Which settlement." };

@Resolver()
export class ActOnSettlementResolver {
  @Mutation(() => SettlementPayload, {
    description: "Issues a proposal to the client; from then on it stays as it is. Needs WRITE_SETTLEMENTS.",
  })
  issueSettlement(
    @Arg("input", () => SettlementStepInput, WHICH) input: SettlementStepInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<SettlementPayload>> {
    return actOn(ctx, { name: "issueSettlement", requires: "settlements:write", input }, (acts, settlement) => {
      refuseClients(ctx, "issues settlements");
      return acts.issue(ctx.tx, settlement, input.note ?? null, ctx);
    });
  }

  @Mutation(() => SettlementPayload, {
    description:
      "Agrees to all lines that are not disputed: the client (DISPUTE_SETTLEMENTS), or ours who record that it did " +
      "(WRITE_SETTLEMENTS).",
  })
  agreeSettlement(
    @Arg("input", () => SettlementStepInput, WHICH) input: SettlementStepInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<SettlementPayload>> {
    requireRight(ctx.viewer, ctx.viewer.kind === "internal" ? "settlements:write" : "settlements:dispute");
    return actOn(ctx, { name: "agreeSettlement", requires: null, input }, (acts, settlement) =>
      acts.agree(ctx.tx, settlement, input.note ?? null, ctx),
    );
  }

  @Mutation(() => SettlementPayload, {
    description:
      "Puts what is agreed on an invoice or credit note; of a disputed settlement all that is not disputed. Needs " +
      "WRITE_SETTLEMENTS.",
  })
  invoiceSettlement(
    @Arg("input", () => InvoiceSettlementInput, WHICH) input: InvoiceSettlementInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<SettlementPayload>> {
    const { reference, note = null } = input;
    return actOn(ctx, { name: "invoiceSettlement", requires: "settlements:write", input }, (acts, settlement) => {
      refuseClients(ctx, "invoices settlements");
      return acts.invoice(ctx.tx, settlement, { reference, note }, ctx);
    });
  }
}

/** The settlement of an id; those out of sight do not exist. */
export async function settlementNamed(ctx: ApiContext, id: string): Promise<SettlementRow> {
  const settlement = await ctx.loader(settlementById).load(localId("Settlement", id));
  if (!settlement) throw new NotFound("settlement", id, ["id"]);
  return settlement;
}

const actOn = (
  ctx: ApiContext,
  act: Act & { readonly input: SettlementStepInput },
  work: (acts: SettlementActsService, settlement: SettlementRow) => Promise<SettlementRow>,
): Promise<Outcome<SettlementPayload>> =>
  perform(ctx, act, async () => {
    const settlement = await settlementNamed(ctx, act.input.id);
    return { settlement: await work(ctx.service(SettlementActsService), settlement) };
  });
