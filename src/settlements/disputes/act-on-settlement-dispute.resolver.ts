import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { ApiContext } from "../../platform/graphql/context";
import { perform, type Act, type Outcome } from "../../platform/graphql/mutation";
import { localId } from "../../platform/graphql/node";
import { requireRight } from "../../platform/graphql/rights";
import { may } from "../../platform/viewer";
import { NotFound } from "../../shared/errors";
import { refuseClients } from "../act";
import { settlementNamed } from "../act-on-settlement.resolver";
import { DisputeSettlementLinesInput } from "../act-on-settlement.type";
import { ActIsTheClients } from "../settlement.errors";
import type { SettlementDispute } from "./settlement-dispute.entity";
import { settlementDisputeById } from "./settlement-dispute.loaders";
import { SettlementDisputeService, type Saying } from "./settlement-dispute.service";
import {
  DecideSettlementDisputeInput,
  SettlementDisputePayload,
  SettlementDisputeStepInput,
} from "./settlement-dispute.type";

const WHICH = { description: "Which dispute." };

@Resolver()
export class ActOnSettlementDisputeResolver {
  @Mutation(() => SettlementDisputePayload, {
    description:
      "The client disputes lines of an issued settlement: they are held, the others flow. Needs DISPUTE_SETTLEMENTS.",
  })
  disputeSettlementLines(
    @Arg("input", () => DisputeSettlementLinesInput, { description: "Which lines, and why." })
    input: DisputeSettlementLinesInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<SettlementDisputePayload>> {
    const act: Act = { name: "disputeSettlementLines", requires: "settlements:dispute", input };
    return perform(ctx, act, async () => {
      const settlement = await settlementNamed(ctx, input.id);
      if (ctx.viewer.kind === "internal") throw new ActIsTheClients("disputes lines of a settlement");
      const { reason, evidence = null } = input;
      const wanted = { lines: [...new Set(input.lines)], reason, evidence };
      return { dispute: await ctx.service(SettlementDisputeService).open(ctx.tx, settlement, wanted, ctx) };
    });
  }

  @Mutation(() => SettlementDisputePayload, {
    description: "Adds evidence: the client (DISPUTE_SETTLEMENTS), or ours who may decide (DECIDE_DISPUTES).",
  })
  addSettlementDisputeEvidence(
    @Arg("input", () => SettlementDisputeStepInput, WHICH) input: SettlementDisputeStepInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<SettlementDisputePayload>> {
    requireParty(ctx);
    return actOn(ctx, { name: "addSettlementDisputeEvidence", requires: null, input }, (service, dispute) =>
      service.addEvidence(ctx.tx, dispute, said(input), ctx),
    );
  }

  @Mutation(() => SettlementDisputePayload, {
    description: "Begins the review. Not by whoever opened it. Needs DECIDE_DISPUTES.",
  })
  reviewSettlementDispute(
    @Arg("input", () => SettlementDisputeStepInput, WHICH) input: SettlementDisputeStepInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<SettlementDisputePayload>> {
    return actOn(ctx, { name: "reviewSettlementDispute", requires: "disputes:decide", input }, (service, dispute) => {
      refuseClients(ctx, "reviews disputes about settlements");
      return service.review(ctx.tx, dispute, said(input), ctx);
    });
  }

  @Mutation(() => SettlementDisputePayload, {
    description:
      "Decides a dispute under review: its lines flow, and what comes to another amount flows as a correction. Not by " +
      "whoever opened it. Needs DECIDE_DISPUTES.",
  })
  decideSettlementDispute(
    @Arg("input", () => DecideSettlementDisputeInput, { description: "Who was right, and what lines come to." })
    input: DecideSettlementDisputeInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<SettlementDisputePayload>> {
    const { outcome, reason } = input;
    const decision = { outcome, reason, lines: input.lines ?? [] };
    return actOn(ctx, { name: "decideSettlementDispute", requires: "disputes:decide", input }, (service, dispute) => {
      refuseClients(ctx, "decides disputes about settlements");
      return service.decide(ctx.tx, dispute, decision, ctx);
    });
  }

  @Mutation(() => SettlementDisputePayload, {
    description: "Closes a decided dispute: the client (DISPUTE_SETTLEMENTS), or ours (DECIDE_DISPUTES).",
  })
  closeSettlementDispute(
    @Arg("input", () => SettlementDisputeStepInput, WHICH) input: SettlementDisputeStepInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<SettlementDisputePayload>> {
    requireParty(ctx);
    return actOn(ctx, { name: "closeSettlementDispute", requires: null, input }, (service, dispute) =>
      service.close(ctx.tx, dispute, said(input), ctx),
    );
  }

  @Mutation(() => SettlementDisputePayload, {
    description: "Takes a dispute back that is not decided; its lines are open again. Only whoever opened it may.",
  })
  withdrawSettlementDispute(
    @Arg("input", () => SettlementDisputeStepInput, WHICH) input: SettlementDisputeStepInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<SettlementDisputePayload>> {
    return actOn(ctx, { name: "withdrawSettlementDispute", requires: null, input }, (service, dispute) =>
      service.withdraw(ctx.tx, dispute, said(input), ctx),
    );
  }
}

const said = ({ note, evidence }: SettlementDisputeStepInput): Saying => ({
  ...{ note: note ?? null, evidence: evidence ?? null },
});

const requireParty = ({ viewer }: ApiContext): void => {
  if (!may(viewer, "disputes:decide")) requireRight(viewer, "settlements:dispute");
};

const actOn = (
  ctx: ApiContext,
  act: Act & { readonly input: { readonly id: string } },
  work: (service: SettlementDisputeService, dispute: SettlementDispute) => Promise<SettlementDispute>,
): Promise<Outcome<SettlementDisputePayload>> =>
  perform(ctx, act, async () => {
    const { id } = act.input;
    const dispute = await ctx.loader(settlementDisputeById).load(localId("SettlementDispute", id));
    if (!dispute) throw new NotFound("dispute", id, ["id"]);
    return { dispute: await work(ctx.service(SettlementDisputeService), dispute) };
  });
