import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { contractById } from "../../contracts/contract.loaders";
import { contractByCode } from "../../contracts/contract.lookups";
import type { Saying } from "../../contracts/exclusions/exclusion-state.rules";
import { ExclusionService } from "../../contracts/exclusions/exclusion.service";
import { clientOf } from "../../facts/client-of.queries";
import { hurry } from "../../facts/settle.jobs";
import type { ApiContext } from "../../platform/graphql/context";
import { perform, type Act, type Outcome } from "../../platform/graphql/mutation";
import { localId } from "../../platform/graphql/node";
import { isBoundToPositions, type Viewer } from "../../platform/viewer";
import { NotFound } from "../../shared/errors";
import {
  ExclusionPayload,
  ExclusionStepInput,
  ReasonedExclusionStepInput,
  RequestExclusionInput,
} from "./act-on-exclusion.type";
import { exclusionById } from "./exclusion.loaders";
import { requestedExclusion } from "./requested-exclusion";

const WHICH = "Which exclusion, and what there is to say.";

@Resolver()
export class ActOnExclusionResolver {
  @Mutation(() => ExclusionPayload, {
    description:
      "Asks that a time does not count. Nothing changes until whom the contract names has approved it. Needs " +
      "REQUEST_EXCLUSIONS; people of the client ask for the client, everybody else for us.",
  })
  requestExclusion(
    @Arg("input", () => RequestExclusionInput, { description: "What, when and why." }) input: RequestExclusionInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<ExclusionPayload>> {
    return perform(ctx, { name: "requestExclusion", requires: "exclusions:request", input }, async () => {
      const clientId = await clientOf(ctx.tx, ctx.viewer, input.client ?? null);
      const contract = await contractByCode(ctx.tx, clientId, input.contract);
      refuseUnseen(ctx.viewer, contract.id, input.contract);
      const requested = await requestedExclusion(ctx.tx, contract, input);
      return { exclusion: await ctx.service(ExclusionService).request(ctx.tx, contract, requested, ctx) };
    });
  }

  @Mutation(() => ExclusionPayload, {
    description:
      "Approves an exclusion for your own party. It counts once every party that the contract names has approved it; " +
      "closed periods drift. Needs APPROVE_EXCLUSIONS.",
  })
  approveExclusion(
    @Arg("input", () => ExclusionStepInput, { description: WHICH }) input: ExclusionStepInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<ExclusionPayload>> {
    const act = { name: "approveExclusion", requires: "exclusions:approve", input } as const;
    return say(ctx, act, { id: input.id, step: "approved", note: input.note ?? null });
  }

  @Mutation(() => ExclusionPayload, {
    description: "Refuses an exclusion for your own party, which ends it. Needs APPROVE_EXCLUSIONS.",
  })
  refuseExclusion(
    @Arg("input", () => ReasonedExclusionStepInput, { description: WHICH }) input: ReasonedExclusionStepInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<ExclusionPayload>> {
    const act = { name: "refuseExclusion", requires: "exclusions:approve", input } as const;
    return say(ctx, act, { id: input.id, step: "refused", note: input.reason });
  }

  @Mutation(() => ExclusionPayload, {
    description: "Takes back what your own party asked for, before it is approved. Needs REQUEST_EXCLUSIONS.",
  })
  withdrawExclusion(
    @Arg("input", () => ReasonedExclusionStepInput, { description: WHICH }) input: ReasonedExclusionStepInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<ExclusionPayload>> {
    const act = { name: "withdrawExclusion", requires: "exclusions:request", input } as const;
    return say(ctx, act, { id: input.id, step: "withdrawn", note: input.reason });
  }

  @Mutation(() => ExclusionPayload, {
    description:
      "Agrees for your own party that an approved exclusion counts no longer: it ends once every party that had to " +
      "approve it agrees. Needs APPROVE_EXCLUSIONS.",
  })
  revokeExclusion(
    @Arg("input", () => ReasonedExclusionStepInput, { description: WHICH }) input: ReasonedExclusionStepInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<ExclusionPayload>> {
    const act = { name: "revokeExclusion", requires: "exclusions:approve", input } as const;
    return say(ctx, act, { id: input.id, step: "revoked", note: input.reason });
  }
}

interface Said {
  readonly id: string;
  readonly step: Saying["step"];
  readonly note: string | null;
}

const say = (ctx: ApiContext, act: Act, { id, ...saying }: Said): Promise<Outcome<ExclusionPayload>> =>
  perform(ctx, act, async () => {
    const found = await ctx.loader(exclusionById).load(localId("Exclusion", id));
    const contract = found && (await ctx.loader(contractById).load(found.contractId));
    if (!found || !contract) throw new NotFound("exclusion", id, ["id"]);
    const exclusion = await ctx.service(ExclusionService).say(ctx.tx, found, { ...saying, contract }, ctx);
    await hurry(ctx.jobs, exclusion.clientId, "request");
    return { exclusion };
  });

/** Our people who are there for the work ask under contracts that they answer for; others do not exist for them. */
function refuseUnseen(viewer: Viewer, contractId: string, code: string): void {
  if (!isBoundToPositions(viewer) || viewer.sight?.contractIds.includes(contractId)) return;
  throw new NotFound("contract", code, ["contract"]);
}
