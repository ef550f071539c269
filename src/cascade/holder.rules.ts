import { Decimal } from "../shared/decimal";
import { groupBy } from "../shared/group-by";
import { daysOfVersion } from "../scorecards/kpi-choice.rules";
import type { Found } from "./cascade-finding";
import type { CascadeMaterial, Post } from "./cascade-ground.rules";
import { merged, within, without } from "./days.rules";

/**
 * Sets that nobody here is measured by. A set for one service counts for positions on that service alone; a wider one
 * for every position of the role.
 */
export function unheldSets({ definitions, days }: CascadeMaterial, posts: readonly Post[]): Found[] {
  const weighing = definitions.assignments.filter(({ weight }) => new Decimal(weight).gt(0));
  const sets = groupBy(weighing, (one) => `${one.roleCode}/${one.serviceId}`);
  return [...sets.values()].flatMap((set): Found[] => {
    const { roleCode, serviceId } = set[0]!;
    const fitting = posts.filter((post) => post.roleCode === roleCode && fits(post, serviceId));
    const held = fitting.flatMap((post) => post.held);
    const assigned = merged(within(set.map(daysOfVersion), days));
    return without(assigned, held).map((unheld) => ({
      ...{ code: "SET_WITHOUT_HOLDER", severity: "note", about: { roleCode } },
      ...{ ...(serviceId === null ? {} : { serviceId }), days: unheld },
      says: `KPIs are assigned to ${roleCode}, but nobody holds that role`,
      remedy:
        "Give somebody the role, or end the assignments. For a set of the whole house there may be nothing to do.",
    }));
  });
}

const fits = (post: Post, serviceId: string | null): boolean => serviceId === null || post.serviceId === serviceId;
