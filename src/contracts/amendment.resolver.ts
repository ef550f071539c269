import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ConnectionArgs, pageOf, type Connection } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { pageUnder } from "../platform/graphql/row-list";
import { amendmentsOfContract } from "./amendment.loaders";
import type { BelievedAmendment } from "./amendment.lookups";
import { AmendmentList, AmendmentType } from "./amendment.type";
import type { Contract } from "./contract.entity";
import { contractById } from "./contract.loaders";
import { ContractType } from "./contract.type";

@Resolver(() => AmendmentType)
export class AmendmentResolver {
  @FieldResolver(() => ContractType, { description: "The contract that it changes." })
  contract(@Root() amendment: BelievedAmendment, @Ctx() ctx: ApiContext): Promise<Contract | undefined> {
    return ctx.loader(contractById).load(amendment.contractId);
  }

  @FieldResolver(() => Boolean, { description: "Whether it was signed after the day from which it holds." })
  isRetroactive(@Root() { signedOn, effectiveFrom }: BelievedAmendment): boolean {
    return signedOn > effectiveFrom;
  }
}

@Resolver(() => ContractType)
export class ContractAmendmentsResolver {
  @FieldResolver(() => AmendmentList.Connection, { description: "Its signed changes, by the day they take effect." })
  amendments(
    @Root() contract: Contract,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<BelievedAmendment>> {
    return pageUnder(ctx, amendmentsOfContract, contract.id, pageOf(args, { list: "amendments" }, 2));
  }
}
