import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Contract } from "../contracts/contract.entity";
import { ContractType } from "../contracts/contract.type";
import type { Service } from "../contracts/service.entity";
import { serviceById } from "../contracts/service.loaders";
import { ServiceType } from "../contracts/service.type";
import { BadUserInput } from "../platform/graphql/bad-input.errors";
import type { ApiContext } from "../platform/graphql/context";
import { LocalDate } from "../platform/graphql/scalars";
import { dayOf, type Day } from "../shared/day";
import { CrucialService } from "./crucial.service";
import { checkView, CrucialCheckType, KpiCheckType, type KpiCheckView } from "./crucial.type";
import { worst } from "./letter.rules";

const USUAL_PERIODS = 6;
const MOST_PERIODS = 24;
/** Some twenty statements, one of which counts facts. */
const COST_OF_A_CHECK = 1_000;

const AS_OF = {
  nullable: true,
  description: "Periods that ended by this local day are looked at; today in the contract's zone when left out.",
};
const PERIODS = { defaultValue: USUAL_PERIODS, description: `How many closed periods, 1 to ${MOST_PERIODS}.` };

@Resolver(() => ContractType)
export class ContractCrucialResolver {
  @FieldResolver(() => CrucialCheckType, {
    complexity: ({ childComplexity }) => COST_OF_A_CHECK + childComplexity,
    description:
      "Whether its KPIs are collectable, reportable, at a useful frequency, tied to improvement, accurate and logical. " +
      "Both parties see the same; it names roles and no people.",
  })
  async crucialCheck(
    @Root() contract: Contract,
    @Arg("asOf", () => LocalDate, AS_OF) asOf: Day | null,
    @Arg("periods", () => Int, PERIODS) periods: number,
    @Ctx() ctx: ApiContext,
  ): Promise<CrucialCheckType> {
    requirePeriods(periods);
    const { clientId, id: contractId, timeZone } = contract;
    const on = asOf ?? dayOf(ctx.now, timeZone);
    const checks = await ctx
      .service(CrucialService)
      .check(ctx.tx, { clientId, contractId, on, count: periods, now: ctx.now });
    const verdict = worst(checks.map((one) => one.verdict));
    return { asOf: on, periods, verdict, kpis: checks.map(checkView) };
  }
}

function requirePeriods(periods: number): void {
  if (periods >= 1 && periods <= MOST_PERIODS) return;
  throw new BadUserInput(`\`periods\` is ${periods}.`, {
    path: ["periods"],
    remedy: `Ask for 1 to ${MOST_PERIODS} periods.`,
  });
}

@Resolver(() => KpiCheckType)
export class KpiCheckResolver {
  @FieldResolver(() => ServiceType, {
    nullable: true,
    description: "For which service; null: the contract as a whole.",
  })
  service(@Root() { serviceId }: KpiCheckView, @Ctx() ctx: ApiContext): Promise<Service | undefined> | null {
    return serviceId === null ? null : ctx.loader(serviceById).load(serviceId);
  }
}
