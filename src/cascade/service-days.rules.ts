import type { Service } from "../contracts/service.entity";
import type { RoleScope } from "../people/role.entity";
import type { DayRange } from "../shared/date-range";
import { stretchOn, type Ground, type Post, type Stretch } from "./cascade-ground.rules";
import { cutAt } from "./days.rules";

/** The levels down which a KPI is handed: whoever answers for the contract, for a service, and the front line. */
export type Level = "contract" | "service" | "front line";

export const LEVEL_OF: Readonly<Record<RoleScope, Level>> = {
  own: "front line",
  team: "front line",
  trained: "front line",
  service: "service",
  contract: "contract",
  all: "contract",
};

/** Days of a service within which nothing changes, and every role that somebody holds there. */
export interface ServiceDays {
  readonly service: Service;
  readonly days: DayRange;
  readonly present: readonly Stretch[];
}

export interface PostStretches {
  readonly post: Post;
  readonly stretches: readonly Stretch[];
}

export function serviceDaysOf(ground: Ground, all: readonly PostStretches[]): ServiceDays[] {
  const { definitions, days: whole } = ground.material;
  return definitions.services.flatMap((service) => {
    const reaching = all.filter(({ post }) => reachesService(post, service.id));
    const bounds = reaching.flatMap(({ stretches }) =>
      stretches.flatMap(({ days }) => (days.until === null ? [days.from] : [days.from, days.until])),
    );
    return cutAt(whole, [...ground.cutsOf(service.id), ...bounds]).map((days) => ({
      ...{ service, days },
      present: reaching.flatMap(({ stretches }) => stretchOn(stretches, days.from) ?? []),
    }));
  });
}

/** Whoever answers for the contract answers for each of its services, whatever the position names. */
const reachesService = ({ scope, serviceId }: Post, id: string): boolean =>
  LEVEL_OF[scope] === "contract" || serviceId === null || serviceId === id;
