import { requireKpi } from "../kpis/kpi-in-use.rules";
import { JUDGED_AS } from "../scorecards/subject.rules";
import { Decimal } from "../shared/decimal";
import type { Found } from "./cascade-finding";
import type { Stretch } from "./cascade-ground.rules";

const WHOLE = 100;

/** Sets whose weights do not total 100 (semantics R16): an error where they were declared to, else they are rescaled. */
export const weightFindings = (stretches: readonly Stretch[]): Found[] => stretches.flatMap(weightFinding);

function weightFinding({ post, days, assignments }: Stretch): Found[] {
  const { roleCode, serviceId, scope } = post;
  const judged = assignments.filter(({ kpiCode }) => requireKpi(kpiCode).judges.includes(JUDGED_AS[scope]));
  const total = judged.reduce((sum, { weight }) => sum.plus(weight), new Decimal(0));
  if (total.eq(WHOLE) || total.isZero()) return [];
  return [
    {
      ...{ code: "WEIGHTS_RESCALED", severity: "note", about: { roleCode }, serviceId, days },
      says: `The weights of ${roleCode} total ${total.toString()} and are rescaled to ${WHOLE}`,
      remedy: `Write weights that total ${WHOLE}, if each is meant as a share of the whole.`,
    },
  ];
}
