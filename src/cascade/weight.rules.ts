import type { KpiSet } from "../assignments/kpi-set.entity";
import { weightsOf } from "../assignments/weights.rules";
import { Decimal } from "../shared/decimal";
import type { Found } from "./cascade-finding";
import type { Stretch } from "./cascade-ground.rules";

const WHOLE = 100;

/** Sets whose weights do not total 100 (semantics R16): an error where they were declared to, else they are rescaled. */
export const weightFindings = (stretches: readonly Stretch[], sets: readonly KpiSet[]): Found[] =>
  stretches.flatMap((one) => weightFinding(one, sets));

function weightFinding({ post, days, assignments }: Stretch, sets: readonly KpiSet[]): Found[] {
  const { roleCode, serviceId } = post;
  const { set, rule, total, areRight } = weightsOf(sets, assignments, post, days.from);
  const at = { about: { roleCode }, serviceId, days };
  if (!areRight)
    return [
      {
        ...{ code: "WEIGHTS_NOT_WHOLE", severity: "error", ...at },
        says: `The set of ${roleCode} is declared \`weights: ${rule}\`, but its weights total ${total}, so there is no score`,
        remedy: `Make the weights total ${WHOLE}, or declare the set \`rescaled\`.`,
      },
    ];
  const isPlain = set === null && !new Decimal(total).isZero() && !new Decimal(total).eq(WHOLE);
  if (!isPlain) return [];
  return [
    {
      ...{ code: "WEIGHTS_RESCALED", severity: "note", ...at },
      says: `The weights of ${roleCode} total ${total} and are rescaled to ${WHOLE}`,
      remedy: `Write weights that total ${WHOLE}, or declare the set \`rescaled\` to say that it is meant so.`,
    },
  ];
}
