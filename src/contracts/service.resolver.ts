import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { TimeZone } from "../platform/graphql/scalars";
import type { Calendar } from "./calendar.entity";
import { calendarById } from "./calendar.loaders";
import { CalendarType } from "./calendar.type";
import type { Contract } from "./contract.entity";
import { contractById } from "./contract.loaders";
import { namedClient } from "./contract.resolver";
import { ContractType } from "./contract.type";
import { onlyOne } from "./only-one";
import type { Service } from "./service.entity";
import { servicesByCode } from "./service.loaders";
import { ServiceType } from "./service.type";

const CODE = { description: "Unique within a client." };
const CLIENT = { nullable: true, description: "Code of the client; needed where several of yours use the same code." };

@Resolver(() => ServiceType)
export class ServiceResolver {
  @Query(() => ServiceType, {
    nullable: true,
    description: "The service of a code. Null when there is none that you may see.",
  })
  async service(
    @Arg("code", () => String, CODE) code: string,
    @Arg("client", () => String, CLIENT) clientCode: string | null,
    @Ctx() ctx: ApiContext,
  ): Promise<Service | null> {
    const client = await namedClient(ctx, clientCode);
    if (clientCode != null && !client) return null;
    return onlyOne("service", code, await ctx.loader(servicesByCode).load(code), client?.id);
  }

  @FieldResolver(() => ContractType, { description: "Under which contract it is done." })
  contract(@Root() service: Service, @Ctx() ctx: ApiContext): Promise<Contract | undefined> {
    return ctx.loader(contractById).load(service.contractId);
  }

  @FieldResolver(() => TimeZone, {
    description: "IANA zone by whose days its facts count: its own, or else its contract's.",
  })
  async timeZone(@Root() service: Service, @Ctx() ctx: ApiContext): Promise<string> {
    return service.timeZone ?? (await ctx.loader(contractById).load(service.contractId))!.timeZone;
  }

  @FieldResolver(() => CalendarType, { description: "Its working time: its own, or else its contract's." })
  async calendar(@Root() service: Service, @Ctx() ctx: ApiContext): Promise<Calendar | undefined> {
    const contract = await ctx.loader(contractById).load(service.contractId);
    return ctx.loader(calendarById).load(service.calendarId ?? contract!.calendarId);
  }
}
