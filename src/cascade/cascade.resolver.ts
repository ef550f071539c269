import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contract } from "../contracts/contract.entity";
import { ContractType } from "../contracts/contract.type";
import type { Service } from "../contracts/service.entity";
import { serviceById } from "../contracts/service.loaders";
import { ServiceType } from "../contracts/service.type";
import { findKpi } from "../kpis/catalogue/kpis";
import type { KpiDefinition } from "../kpis/kpi-definition";
import { KpiType } from "../kpis/kpi.type";
import { objectiveById } from "../objectives/objective.loaders";
import { ObjectiveType } from "../objectives/objective.type";
import { personById } from "../people/person.loaders";
import { PersonType } from "../people/person.type";
import { roleByCode } from "../people/role.loaders";
import { RoleType } from "../people/role.type";
import { teamById } from "../people/team.loaders";
import { TeamType } from "../people/team.type";
import { ConnectionArgs, type Connection } from "../platform/graphql/connection";
import { withNodes } from "../platform/graphql/connection-view";
import type { ApiContext } from "../platform/graphql/context";
import { pageInHand } from "../platform/graphql/list-in-hand";
import { requireRight } from "../platform/graphql/rights";
import { DateTime, LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import { CascadeService, type CascadeCheck } from "./cascade.service";
import type { Severity } from "./cascade-finding";
import {
  CascadeAboutType,
  CascadeCheckType,
  CascadeFindingList,
  type CascadeFindingType,
  SeverityEnum,
  type AboutView,
} from "./cascade.type";

/** Twelve statements, and every definition of the contract. */
const COST_OF_A_CHECK = 500;

@ArgsType()
class CascadeArgs {
  @Field(() => DateTime, {
    nullable: true,
    description: "The setup as it was believed then; as it is believed now when left out.",
  })
  asOf?: Date | null;

  @Field(() => LocalDate, { nullable: true, description: "That local day alone." })
  validOn?: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: "That local day and later ones of the term; today in the contract's zone when both are left out.",
  })
  from?: Day | null;
}

type CheckView = CascadeCheckType & Pick<CascadeCheck, "findings">;

@Resolver(() => ContractType)
export class ContractCascadeResolver {
  @FieldResolver(() => CascadeCheckType, {
    nullable: true,
    complexity: ({ childComplexity }) => COST_OF_A_CHECK + childComplexity,
    description:
      "Whether the setup hands the contract's targets down to whoever can reach them. For our own people, with the " +
      "right READ_PEOPLE; null for everybody else's, since it tells about roles and people.",
  })
  async cascadeCheck(
    @Root() contract: Contract,
    @Args(() => CascadeArgs) args: CascadeArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<CheckView | null> {
    if (ctx.viewer.kind !== "internal") return null;
    requireRight(ctx.viewer, "people:read");
    const { clientId, id: contractId } = contract;
    const asked = { clientId, contractId, clientIds: ctx.viewer.clientIds, now: ctx.now, ...args };
    return viewOf(await ctx.service(CascadeService).check(ctx.tx, asked));
  }
}

const viewOf = ({ asOf, days, verdict, findings }: CascadeCheck): CheckView => {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  const counts = { errors: count("error"), warnings: count("warning"), notes: count("note") };
  return { asOf, from: days?.from ?? null, until: days?.until ?? null, verdict, counts, findings };
};

@ArgsType()
class FindingsArgs extends ConnectionArgs {
  @Field(() => [SeverityEnum], { nullable: true, description: "Only findings of these severities; null: of all." })
  severity?: Severity[] | null;
}

@Resolver(() => CascadeCheckType)
export class CascadeCheckResolver {
  @FieldResolver(() => CascadeFindingList.Connection, {
    description: "The worst first, then by code, message and days.",
  })
  findings(
    @Root() check: CheckView,
    @Args(() => FindingsArgs) { severity = null, ...args }: FindingsArgs,
  ): Connection<CascadeFindingType> {
    const found = check.findings.filter((one) => !severity || severity.includes(one.severity));
    const page = pageInHand(args, { list: "cascade", asOf: check.asOf.toISOString(), severity }, found);
    return withNodes(page, ({ days, ...one }) => ({ ...one, from: days.from, until: days.until }));
  }
}

@Resolver(() => CascadeAboutType)
export class CascadeAboutResolver {
  @FieldResolver(() => KpiType, { nullable: true, description: "Which KPI." })
  kpi(@Root() { kpiCode }: AboutView): KpiDefinition | null {
    return (kpiCode && findKpi(kpiCode)) || null;
  }

  @FieldResolver(() => RoleType, { nullable: true, description: "Which role." })
  role(@Root() { roleCode }: AboutView, @Ctx() ctx: ApiContext): Promise<RoleType | undefined> | null {
    return roleCode ? ctx.loader(roleByCode).load(roleCode) : null;
  }

  @FieldResolver(() => [ServiceType], { description: "On which services; empty: it is not about services, or of all." })
  async services(@Root() { serviceIds }: AboutView, @Ctx() ctx: ApiContext): Promise<Service[]> {
    const found = await Promise.all(serviceIds.map((id) => ctx.loader(serviceById).load(id)));
    return found.flatMap((one) => one ?? []);
  }

  @FieldResolver(() => ObjectiveType, { nullable: true, description: "Which objective." })
  objective(@Root() { objectiveId }: AboutView, @Ctx() ctx: ApiContext): Promise<object | undefined> | null {
    return objectiveId ? ctx.loader(objectiveById).load(objectiveId) : null;
  }

  @FieldResolver(() => TeamType, { nullable: true, description: "Which team." })
  team(@Root() { teamId }: AboutView, @Ctx() ctx: ApiContext): Promise<TeamType | undefined> | null {
    return teamId ? ctx.loader(teamById).load(teamId) : null;
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Whose positions." })
  person(@Root() { personId }: AboutView, @Ctx() ctx: ApiContext): Promise<object | undefined> | null {
    return personId ? ctx.loader(personById).load(personId) : null;
  }
}
