import type { KpiAssignment } from "../assignments/kpi-assignment.entity";
import type { KpiUse } from "../contracts/kpi-use.entity";
import { findKpi } from "../kpis/catalogue/kpis";
import type { RoleScope } from "../people/role.entity";
import type { ContractDefinitions } from "../scorecards/definitions.queries";
import { assignmentsInForce } from "../assignments/in-force.rules";
import { daysOfVersion, usesInForce } from "../scorecards/kpi-choice.rules";
import { objectivesInForce, type ObjectiveInForce } from "../scorecards/target-choice.rules";
import type { DayRange } from "../shared/date-range";
import { contains } from "../shared/date-range";
import type { Day } from "../shared/day";
import { groupBy } from "../shared/group-by";
import { cutAt, merged, within } from "./days.rules";

/** What the check looks at: definitions of a contract, on some days within its term. */
export interface CascadeMaterial {
  readonly definitions: ContractDefinitions;
  readonly days: DayRange;
  /** Codes of the people who hold positions, by id. */
  readonly personCodes: ReadonlyMap<string, string>;
  /** Days on which people of this contract hold positions under others. */
  readonly elsewhere: ReadonlyMap<string, readonly DayRange[]>;
}

/** A role at a service (null: on every service), on the days somebody holds it there. */
export interface Post {
  readonly roleCode: string;
  readonly scope: RoleScope;
  readonly serviceId: string | null;
  readonly held: readonly DayRange[];
}

/** Days of a post within which nothing changes, and what applies on them. */
export interface Stretch {
  readonly post: Post;
  readonly days: DayRange;
  /** The nearest for each KPI. */
  readonly assignments: readonly KpiAssignment[];
  readonly uses: readonly KpiUse[];
  readonly objectives: readonly ObjectiveInForce[];
}

/** A role with a scope that is known, at each service where it is held on the days looked at. */
export function postsOf({ definitions, days }: CascadeMaterial): Post[] {
  const { positions, scopeByRole } = definitions;
  const groups = groupBy(positions, (one) => `${one.roleCode}/${one.serviceId}`);
  return [...groups.values()].flatMap((group): Post[] => {
    const { roleCode, serviceId } = group[0]!;
    const scope = scopeByRole.get(roleCode);
    const held = merged(within(group.map(daysOfVersion), days));
    return scope && held.length > 0 ? [{ roleCode, scope, serviceId, held }] : [];
  });
}

/** What is in force for a service and role, without searching everything each time. */
export class Ground {
  private readonly assignments: ReadonlyMap<string, KpiAssignment[]>;
  private readonly atService = new Map<string | null, ServiceGround>();

  constructor(readonly material: CascadeMaterial) {
    const known = material.definitions.assignments.filter(({ kpiCode }) => findKpi(kpiCode));
    this.assignments = groupBy(known, (one) => one.roleCode);
  }

  stretchesOf(post: Post): Stretch[] {
    const { serviceId, roleCode } = post;
    const assignments = (this.assignments.get(roleCode) ?? []).filter((one) => reaches(one, serviceId));
    const { uses, cuts } = this.of(serviceId);
    const sets = this.material.definitions.kpiSets.filter(
      (one) => one.roleCode === roleCode && reaches(one, serviceId),
    );
    const days = [...cuts, ...boundsOf(assignments), ...boundsOf(sets), ...this.versionDays(assignments)];
    return post.held
      .flatMap((held) => cutAt(held, days))
      .map((one) => ({
        post,
        days: one,
        assignments: assignmentsInForce(assignments, post, one.from),
        uses: usesInForce(uses, serviceId, one.from),
        objectives: this.objectivesOn(serviceId, one.from),
      }));
  }

  /** Days on which something changes at a service that is not about a role. */
  cutsOf(serviceId: string | null): readonly Day[] {
    return this.of(serviceId).cuts;
  }

  usesOn(serviceId: string | null, on: Day): KpiUse[] {
    return usesInForce(this.of(serviceId).uses, serviceId, on);
  }

  objectivesOn(serviceId: string | null, on: Day): ObjectiveInForce[] {
    const { objectives, versions } = this.of(serviceId);
    return objectivesInForce(objectives, versions, on);
  }

  private of(serviceId: string | null): ServiceGround {
    const known = this.atService.get(serviceId) ?? this.find(serviceId);
    this.atService.set(serviceId, known);
    return known;
  }

  private find(serviceId: string | null): ServiceGround {
    const { definitions } = this.material;
    const uses = definitions.uses.filter((one) => findKpi(one.kpiCode) && reaches(one, serviceId));
    const promised = definitions.objectives.filter((one) => reaches(one, serviceId));
    // roles answer for KPIs that are measured, not for what objectives come to together
    const objectives = promised.filter(({ kind }) => kind === "measured");
    const ids = new Set(objectives.map(({ id }) => id));
    const versions = definitions.objectiveVersions.filter((one) => ids.has(one.objectiveId) && findKpi(one.kpiCode));
    const cuts = [...boundsOf(uses), ...boundsOf(versions), ...this.versionDays([...uses, ...versions])];
    return { uses, objectives, versions, cuts: [...new Set(cuts)] };
  }

  /** Days from which on another version of a KPI of one's own applies. */
  private versionDays(naming: readonly { readonly kpiCode: string }[]): Day[] {
    const kpis = new Set(naming.map(({ kpiCode }) => kpiCode));
    return [...kpis].flatMap((code) =>
      (findKpi(code)?.dialects ?? []).flatMap(({ validFrom, validAgainFrom = [] }) =>
        validFrom === undefined ? [] : [validFrom, ...validAgainFrom],
      ),
    );
  }
}

interface ServiceGround {
  readonly uses: readonly KpiUse[];
  readonly objectives: ContractDefinitions["objectives"];
  readonly versions: ContractDefinitions["objectiveVersions"];
  readonly cuts: readonly Day[];
}

/** Whether what is meant for a service (null: for all) applies at one (null: at none in particular). */
const reaches = (one: { readonly serviceId: string | null }, serviceId: string | null): boolean =>
  one.serviceId === null || one.serviceId === serviceId;

export const boundsOf = (all: readonly { validFrom: Day; validUntil: Day | null }[]): Day[] => [
  ...new Set(all.flatMap(({ validFrom, validUntil }) => (validUntil === null ? [validFrom] : [validFrom, validUntil]))),
];

/** The stretch of a post that a day lies in. */
export const stretchOn = (stretches: readonly Stretch[], on: Day): Stretch | undefined =>
  stretches.find(({ days }) => contains(days, on));
