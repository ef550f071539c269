import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { BelievedAmendment } from "../../contracts/amendment.lookups";
import { AmendmentType } from "../../contracts/amendment.type";
import type { ApiContext } from "../../platform/graphql/context";
import { settlementTermsByContract } from "../clauses/settlement-terms.loaders";
import { objectiveById, versionsByObjective } from "../objective.loaders";
import { objectivesAmended, type ObjectiveAmended } from "./amendment-changes.loaders";
import {
  AmendmentChangesType,
  type AmendedObjectiveType,
  type AmendedSettlementTermsType,
} from "./amendment-changes.type";
import { changedTerms } from "./changed-terms.rules";

@Resolver(() => AmendmentType)
export class AmendmentChangesResolver {
  @FieldResolver(() => AmendmentChangesType, { description: "What it changed, with what held before." })
  async changes(@Root() amendment: BelievedAmendment, @Ctx() ctx: ApiContext): Promise<AmendmentChangesType> {
    const found = await ctx.loader(objectivesAmended).load(amendment.id);
    const objectives = await Promise.all(found.map((one) => amendedObjective(ctx, one)));
    return {
      objectives: objectives.filter((one) => one !== null),
      settlementTerms: await amendedMoney(ctx, amendment),
    };
  }
}

async function amendedObjective(
  ctx: ApiContext,
  { objectiveId, replaced, version }: ObjectiveAmended,
): Promise<AmendedObjectiveType | null> {
  const objective = await ctx.loader(objectiveById).load(objectiveId);
  const versions = await ctx.loader(versionsByObjective).load(objectiveId);
  const numbered = (number: number | null) => versions.find((one) => one.version === number) ?? null;
  return objective ? { objective, replaced: numbered(replaced), version: numbered(version) } : null;
}

async function amendedMoney(
  ctx: ApiContext,
  { id, contractId }: BelievedAmendment,
): Promise<AmendedSettlementTermsType | null> {
  const versions = await ctx.loader(settlementTermsByContract).load(contractId);
  const terms = versions.find(({ amendmentId }) => amendmentId === id);
  if (!terms) return null;
  const replaced = versions.find(({ validUntil }) => validUntil === terms.validFrom) ?? null;
  return { replaced, terms, ...changedTerms(replaced?.said ?? null, terms.said) };
}
