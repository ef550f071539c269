import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Contract } from "../../contracts/contract.entity";
import { contractsByCode } from "../../contracts/contract.loaders";
import { namedClient } from "../../contracts/contract.resolver";
import { onlyOne } from "../../contracts/only-one";
import { ConnectionArgs, type Connection } from "../../platform/graphql/connection";
import type { ApiContext } from "../../platform/graphql/context";
import { hurry } from "../../facts/settle.jobs";
import { perform, type Outcome } from "../../platform/graphql/mutation";
import { localId } from "../../platform/graphql/node";
import { PeriodInput, periodNamed } from "../../platform/graphql/period.type";
import { requireRight } from "../../platform/graphql/rights";
import { NotFound } from "../../shared/errors";
import { pageOfChanges, type ResultCorrectionView } from "./changes-page";
import type { ChangedResult } from "./restatement-changes";
import type { RestatementBasis } from "./restatement.entity";
import { restatementById } from "./restatement.loaders";
import { countsOf } from "./restatement.rules";
import { RestatementService, type Decision } from "./restatement.service";
import {
  ConsentToRestatementInput,
  DeclineRestatementInput,
  RestatementBasisEnum,
  RestatementPayload,
  RestatementPreviewType,
  RestatePeriodInput,
  ResultCorrectionList,
  WithdrawRestatementInput,
} from "./restatement.type";

async function contractNamed(ctx: ApiContext, code: string, clientCode?: string | null): Promise<Contract> {
  const client = await namedClient(ctx, clientCode);
  const isHidden = clientCode != null && !client;
  const found = isHidden ? null : onlyOne("contract", code, await ctx.loader(contractsByCode).load(code), client?.id);
  if (!found) throw new NotFound("contract", code, ["contract"]);
  return found;
}

/** Which proposal is meant: those out of sight do not exist. */
async function decisionOf(ctx: ApiContext, id: string, note: string | null | undefined): Promise<Decision> {
  const found = await ctx.loader(restatementById).load(localId("Restatement", id));
  if (!found) throw new NotFound("restatement", id, ["id"]);
  return { clientId: found.clientId, id: found.id, note: note ?? null };
}

/** What a preview found, with what there is to know to show it. */
interface PreviewView extends RestatementPreviewType {
  readonly contract: Contract;
  readonly changes: readonly ChangedResult[];
  readonly label: string;
}

@ArgsType()
class PreviewArgs {
  @Field(() => String, { description: "Code of the contract." })
  contract!: string;

  @Field(() => String, {
    nullable: true,
    description: "Code of the client; needed where several of yours use the same code.",
  })
  client?: string | null;

  @Field(() => PeriodInput, { description: "The closed period, in the contract's time zone." })
  period!: PeriodInput;

  @Field(() => RestatementBasisEnum, { defaultValue: "as_closed", description: "By which definitions." })
  basis: RestatementBasis = "as_closed";
}

/** As dear as computing a period. */
const COST_OF_COMPUTING = 2_000;

@Resolver(() => RestatementPreviewType)
export class RestatementPreviewResolver {
  @Query(() => RestatementPreviewType, {
    complexity: ({ childComplexity }) => COST_OF_COMPUTING + childComplexity,
    description: "What a restatement of a closed period would change. Nothing is done. Needs RESTATE_SCORECARDS.",
  })
  async restatementPreview(@Args(() => PreviewArgs) args: PreviewArgs, @Ctx() ctx: ApiContext): Promise<PreviewView> {
    requireRight(ctx.viewer, "scorecards:restate");
    const { basis } = args;
    const contract = await contractNamed(ctx, args.contract, args.client);
    const period = periodNamed(args.period, ctx.now, contract.timeZone);
    const changes = await ctx.service(RestatementService).preview(ctx.tx, { contract, period, basis }, ctx.now);
    const label = `${period.kind}/${period.from}/${basis}`;
    const needsConsent = contract.restatementNeedsConsent;
    return { basis, needsConsent, ...countsOf(changes), contract, changes, label };
  }

  @FieldResolver(() => ResultCorrectionList.Connection, {
    name: "changes",
    description: "What would change, objectives first, then from the whole down to single people.",
  })
  corrections(
    @Root() { contract, changes, label }: PreviewView,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: ApiContext,
  ): Connection<ResultCorrectionView> {
    const shown = {
      contractId: contract.id,
      currency: contract.currency,
      changes,
      list: `preview/${contract.id}/${label}`,
    };
    return pageOfChanges(ctx.viewer, shown, args);
  }
}

@Resolver()
export class RestateResolver {
  @Mutation(() => RestatementPayload, {
    description:
      "Restates all figures of a closed period that would change; where the contract asks for the client's consent it " +
      "is proposed, and nothing changes until then. Needs RESTATE_SCORECARDS.",
  })
  restatePeriod(
    @Arg("input", () => RestatePeriodInput, { description: "Which period, and why." }) input: RestatePeriodInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<RestatementPayload>> {
    return perform(ctx, { name: "restatePeriod", requires: "scorecards:restate", input }, async () => {
      const contract = await contractNamed(ctx, input.contract, input.client);
      const period = periodNamed(input.period, ctx.now, contract.timeZone);
      const written = { reason: input.reason, evidence: input.evidence ?? null };
      const wish = { contract, period, basis: input.basis, written };
      const restatement = await ctx.service(RestatementService).restate(ctx.tx, ctx, wish);
      await hurry(ctx.jobs, contract.clientId, "request");
      return { restatement };
    });
  }

  @Mutation(() => RestatementPayload, {
    description:
      "Consents to a proposal in the client's name: the figures it shows come into force. Refused when they would be " +
      "others by now. Needs CONSENT_TO_RESTATEMENTS; people of the client only.",
  })
  consentToRestatement(
    @Arg("input", () => ConsentToRestatementInput, { description: "Which proposal." }) input: ConsentToRestatementInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<RestatementPayload>> {
    return perform(ctx, { name: "consentToRestatement", requires: "restatements:consent", input }, async () => {
      const decision = await decisionOf(ctx, input.id, input.note);
      const restatement = await ctx.service(RestatementService).consent(ctx.tx, ctx, decision);
      await hurry(ctx.jobs, restatement.clientId, "request");
      return { restatement };
    });
  }

  @Mutation(() => RestatementPayload, {
    description:
      "Declines a proposal in the client's name: nothing changes. Needs CONSENT_TO_RESTATEMENTS; people of the client only.",
  })
  declineRestatement(
    @Arg("input", () => DeclineRestatementInput, { description: "Which, and why." }) input: DeclineRestatementInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<RestatementPayload>> {
    return perform(ctx, { name: "declineRestatement", requires: "restatements:consent", input }, async () => {
      const decision = await decisionOf(ctx, input.id, input.reason);
      return { restatement: await ctx.service(RestatementService).decline(ctx.tx, ctx, decision) };
    });
  }

  @Mutation(() => RestatementPayload, {
    description: "Takes back a proposal of one's own that waits for consent. Needs RESTATE_SCORECARDS.",
  })
  withdrawRestatement(
    @Arg("input", () => WithdrawRestatementInput, { description: "Which proposal." }) input: WithdrawRestatementInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<RestatementPayload>> {
    return perform(ctx, { name: "withdrawRestatement", requires: "scorecards:restate", input }, async () => {
      const decision = await decisionOf(ctx, input.id, input.note);
      return { restatement: await ctx.service(RestatementService).withdraw(ctx.tx, ctx, decision) };
    });
  }
}
