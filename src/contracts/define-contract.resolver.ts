import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { define } from "../platform/graphql/definition";
import type { Outcome } from "../platform/graphql/mutation";
import type { CalendarInput } from "./calendar.schema";
import { CalendarService } from "./calendar.service";
import { ContractService } from "./contract.service";
import { DefineCalendarInput, DefineCalendarPayload, type CalendarVersionInput } from "./define-calendar.type";
import {
  DefineContractInput,
  DefineContractPayload,
  DefineServiceInput,
  DefineServicePayload,
} from "./define-contract.type";
import { ServiceService } from "./service.service";

/** The form in which documents write a week. */
function versionOf({ windows, holidays, ...terms }: CalendarVersionInput): CalendarInput["versions"][number] {
  const week: Record<string, string[]> = {};
  for (const one of windows) week[one.weekdays] = [...(week[one.weekdays] ?? []), ...one.windows];
  return { ...terms, windows: week, holidays: holidays?.map((one) => ({ ...one })) ?? null };
}

@Resolver()
export class DefineContractResolver {
  @Mutation(() => DefineCalendarPayload, {
    description: "Defines a calendar with all its versions. Needs WRITE_SETUP.",
  })
  defineCalendar(
    @Arg("input", () => DefineCalendarInput, { description: "The calendar, whole." }) input: DefineCalendarInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DefineCalendarPayload>> {
    return define(ctx, { name: "defineCalendar", input }, async (context, { versions, ...written }) => {
      const calendar = { ...written, versions: versions.map(versionOf) };
      const { thing } = await ctx.service(CalendarService).define(ctx.tx, context, calendar);
      return { calendar: thing };
    });
  }

  @Mutation(() => DefineContractPayload, { description: "Defines a contract. Needs WRITE_SETUP." })
  defineContract(
    @Arg("input", () => DefineContractInput, { description: "The contract, whole." }) input: DefineContractInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DefineContractPayload>> {
    return define(ctx, { name: "defineContract", input }, async (context, written) => {
      const { thing } = await ctx.service(ContractService).define(ctx.tx, context, written);
      return { contract: thing };
    });
  }

  @Mutation(() => DefineServicePayload, { description: "Defines a service under a contract. Needs WRITE_SETUP." })
  defineService(
    @Arg("input", () => DefineServiceInput, { description: "The service, whole." }) input: DefineServiceInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DefineServicePayload>> {
    return define(ctx, { name: "defineService", input }, async (context, written) => {
      const { thing } = await ctx.service(ServiceService).define(ctx.tx, context, written);
      return { service: thing };
    });
  }
}
