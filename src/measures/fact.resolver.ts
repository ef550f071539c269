import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Service } from "../contracts/service.entity";
import { serviceById } from "../contracts/service.loaders";
import { ServiceType } from "../contracts/service.type";
import type { Person } from "../people/person.entity";
import { personById } from "../people/person.loaders";
import { PersonType } from "../people/person.type";
import type { ApiContext } from "../platform/graphql/context";
import type { CountedFact } from "./fact.queries";
import { FactType } from "./fact.type";

@Resolver(() => FactType)
export class FactResolver {
  @FieldResolver(() => ServiceType, { nullable: true, description: "The service it belongs to; null if out of sight." })
  async service(@Root() fact: CountedFact, @Ctx() ctx: ApiContext): Promise<Service | null> {
    return (await ctx.loader(serviceById).load(fact.serviceId)) ?? null;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: "Who handled it; null when nobody did, or when you may not see the person.",
  })
  async person(@Root() fact: CountedFact, @Ctx() ctx: ApiContext): Promise<Person | null> {
    return fact.personId === null ? null : ((await ctx.loader(personById).load(fact.personId)) ?? null);
  }
}
