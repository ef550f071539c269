import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { amendmentById } from "../../contracts/amendment.loaders";
import type { BelievedAmendment } from "../../contracts/amendment.lookups";
import { AmendmentType } from "../../contracts/amendment.type";
import type { Contract } from "../../contracts/contract.entity";
import { ContractType } from "../../contracts/contract.type";
import type { ApiContext } from "../../platform/graphql/context";
import { versionOn } from "../../platform/graphql/dated.type";
import { define } from "../../platform/graphql/definition";
import type { Outcome } from "../../platform/graphql/mutation";
import { LocalDate } from "../../platform/graphql/scalars";
import type { Day } from "../../shared/day";
import { askedDay } from "../kpi-use.resolver";
import { withClausePaths } from "./clause-choice";
import { DefineSettlementTermsInput, DefineSettlementTermsPayload } from "./define-settlement-terms.type";
import { settlementTermsByContract, type SettlementTermsRow } from "./settlement-terms.loaders";
import { SettlementTermsService } from "./settlement-terms.service";
import { SettlementTermsType } from "./settlement-terms.type";
import { pathInVersions, writtenVersions } from "./written-versions";

const VALID_ON = { nullable: true, description: "Local day; today in the contract's zone when left out." };
const SEEN = "Seen by the client, and by those of ours who answer for the contract; null or none to others.";

@Resolver(() => ContractType)
export class ContractSettlementTermsResolver {
  @FieldResolver(() => SettlementTermsType, {
    nullable: true,
    description: `What the contract says about money on a day; null where it says nothing. ${SEEN}`,
  })
  async settlementTerms(
    @Root() { id }: Contract,
    @Arg("validOn", () => LocalDate, VALID_ON) validOn: Day | null,
    @Ctx() ctx: ApiContext,
  ): Promise<SettlementTermsType | null> {
    const versions = await ctx.loader(settlementTermsByContract).load(id);
    return versionOn(versions, await askedDay(ctx, id, validOn));
  }

  @FieldResolver(() => [SettlementTermsType], {
    description: `All of what it says about money, as believed now, by the days it applies on. ${SEEN}`,
  })
  settlementTermsVersions(@Root() { id }: Contract, @Ctx() ctx: ApiContext): Promise<SettlementTermsType[]> {
    return ctx.loader(settlementTermsByContract).load(id);
  }
}

@Resolver(() => SettlementTermsType)
export class SettlementTermsResolver {
  @FieldResolver(() => AmendmentType, {
    nullable: true,
    description: "The amendment that brought them; null: the contract itself.",
  })
  amendment(
    @Root() { amendmentId }: SettlementTermsRow,
    @Ctx() ctx: ApiContext,
  ): Promise<BelievedAmendment | undefined> | null {
    return amendmentId === null ? null : ctx.loader(amendmentById).load(amendmentId);
  }
}

@Resolver()
export class DefineSettlementTermsResolver {
  @Mutation(() => DefineSettlementTermsPayload, {
    description: "Says what a contract says about money, in all its versions. Needs WRITE_SETUP.",
  })
  defineSettlementTerms(
    @Arg("input", () => DefineSettlementTermsInput, { description: "The terms, whole." })
    input: DefineSettlementTermsInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DefineSettlementTermsPayload>> {
    return define(ctx, { name: "defineSettlementTerms", input }, async (context, { versions, ...written }) => {
      const terms = { ...written, versions: writtenVersions(versions) };
      const pathOf = (path: readonly string[]) => pathInVersions(path, versions);
      const service = ctx.service(SettlementTermsService);
      const { thing } = await withClausePaths(pathOf, () => service.define(ctx.tx, context, terms));
      ctx.forgetLoaded();
      return { settlementTerms: await ctx.loader(settlementTermsByContract).load(thing.contract.id) };
    });
  }
}
