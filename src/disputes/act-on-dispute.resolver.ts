import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { contractById } from "../contracts/contract.loaders";
import { clientOf } from "../facts/client-of.queries";
import { hurry } from "../facts/settle.jobs";
import type { ApiContext } from "../platform/graphql/context";
import { perform, type Act, type Outcome } from "../platform/graphql/mutation";
import { localId } from "../platform/graphql/node";
import { figureNamed } from "../scorecards/manual/figure-named";
import { NotFound } from "../shared/errors";
import { periodLabel } from "../shared/period";
import {
  AddDisputeEvidenceInput,
  DecideDisputeInput,
  DisputeNamedInput,
  DisputePayload,
  DisputeStepInput,
  OpenDisputeInput,
  OpenEvaluationDisputeInput,
} from "./act-on-dispute.type";
import type { Dispute } from "./dispute.entity";
import { NothingToDispute } from "./dispute.errors";
import { disputeById } from "./dispute.loaders";
import { DisputeService, type Saying } from "./dispute.service";
import { evaluationToDispute } from "./disputed-evaluation.queries";
import { standingFigure } from "./disputed-figure";

const WHICH = "Which dispute.";

@Resolver()
export class ActOnDisputeResolver {
  @Mutation(() => DisputePayload, {
    description:
      "Disputes a figure, on a scorecard or of an objective. Whoever sees the figure may. It is marked as disputed " +
      "until it is decided.",
  })
  openDispute(
    @Arg("input", () => OpenDisputeInput, { description: "Which figure, and why." }) input: OpenDisputeInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DisputePayload>> {
    return perform(ctx, { name: "openDispute", requires: null, input }, async () => {
      const found = await figureNamed(ctx.tx, input, ctx);
      const figure = await standingFigure(ctx, found);
      if (!figure) throw new NothingToDispute(found.kpi.kpiCode, periodLabel(found.period));
      const opening = { figure, reason: input.reason, evidence: input.evidence ?? null };
      return { dispute: await ctx.service(DisputeService).openItem(ctx.tx, found, opening, ctx) };
    });
  }

  @Mutation(() => DisputePayload, {
    description: "Disputes an evaluation. The person it is about may, and whoever sees that person's results.",
  })
  openEvaluationDispute(
    @Arg("input", () => OpenEvaluationDisputeInput, { description: "Which evaluation, and why." })
    input: OpenEvaluationDisputeInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DisputePayload>> {
    return perform(ctx, { name: "openEvaluationDispute", requires: null, input }, async () => {
      const { source, externalId, reason } = input;
      const key = { clientId: await clientOf(ctx.tx, ctx.viewer, input.client ?? null), source, externalId };
      const evaluation = await evaluationToDispute(ctx.tx, ctx.viewer, key);
      if (!evaluation) throw new NotFound("evaluation", externalId, ["externalId"]);
      const opening = { evaluation, reason, evidence: input.evidence ?? null };
      return { dispute: await ctx.service(DisputeService).openEvaluation(ctx.tx, key, opening, ctx) };
    });
  }

  @Mutation(() => DisputePayload, {
    description: "Adds evidence to a dispute that is not decided. Whoever sees the dispute may.",
  })
  addDisputeEvidence(
    @Arg("input", () => AddDisputeEvidenceInput, { description: "Which dispute, and what the evidence shows." })
    input: AddDisputeEvidenceInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DisputePayload>> {
    const saying = { note: input.note, evidence: input.evidence ?? null };
    return actOn(ctx, { name: "addDisputeEvidence", requires: null, input }, (service, dispute) =>
      service.addEvidence(ctx.tx, dispute, saying, ctx),
    );
  }

  @Mutation(() => DisputePayload, {
    description: "Begins the review of a dispute. Needs DECIDE_DISPUTES, and to be impartial.",
  })
  reviewDispute(
    @Arg("input", () => DisputeStepInput, { description: WHICH }) input: DisputeStepInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DisputePayload>> {
    return actOn(ctx, { name: "reviewDispute", requires: "disputes:decide", input }, (service, dispute) =>
      service.review(ctx.tx, dispute, said(input), ctx),
    );
  }

  @Mutation(() => DisputePayload, {
    description:
      "Decides a dispute under review. What is decided counts instead: as a manual value, or as the points of the " +
      "evaluation. Needs DECIDE_DISPUTES, and neither to have opened it, nor to be the person concerned, nor to have " +
      "made the evaluation.",
  })
  decideDispute(
    @Arg("input", () => DecideDisputeInput, { description: "Which dispute, and what counts." })
    input: DecideDisputeInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DisputePayload>> {
    return actOn(ctx, { name: "decideDispute", requires: "disputes:decide", input }, async (service, dispute) => {
      const contract = await ctx.loader(contractById).load(dispute.contractId);
      const { viewer, now, requestId } = ctx;
      const of = { viewer, now, requestId, currency: contract?.currency ?? "" };
      const decided = await service.decide(ctx.tx, dispute, input, of);
      await hurry(ctx.jobs, dispute.clientId, "request");
      return decided;
    });
  }

  @Mutation(() => DisputePayload, {
    description: "Closes a decided dispute. Whoever opened it may, and whoever may decide disputes.",
  })
  closeDispute(
    @Arg("input", () => DisputeStepInput, { description: WHICH }) input: DisputeStepInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DisputePayload>> {
    return actOn(ctx, { name: "closeDispute", requires: null, input }, (service, dispute) =>
      service.close(ctx.tx, dispute, said(input), ctx),
    );
  }

  @Mutation(() => DisputePayload, {
    description: "Takes a dispute back that is not decided. Only whoever opened it may.",
  })
  withdrawDispute(
    @Arg("input", () => DisputeStepInput, { description: WHICH }) input: DisputeStepInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DisputePayload>> {
    return actOn(ctx, { name: "withdrawDispute", requires: null, input }, (service, dispute) =>
      service.withdraw(ctx.tx, dispute, said(input), ctx),
    );
  }
}

const said = ({ note }: DisputeStepInput): Saying => ({ note: note ?? null, evidence: null });

function actOn(
  ctx: ApiContext,
  act: Act & { readonly input: DisputeNamedInput },
  work: (service: DisputeService, dispute: Dispute) => Promise<Dispute>,
): Promise<Outcome<DisputePayload>> {
  return perform(ctx, act, async () => {
    const { id } = act.input;
    const dispute = await ctx.loader(disputeById).load(localId("Dispute", id));
    if (!dispute) throw new NotFound("dispute", id, ["id"]);
    return { dispute: await work(ctx.service(DisputeService), dispute) };
  });
}
