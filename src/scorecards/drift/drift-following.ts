import type { Tx } from "../../platform/database";
import type { Place } from "../result-rows.queries";
import { replaceDrift, type DriftRow } from "./drift.queries";
import { basesOf } from "./period-basis.queries";
import { resultChanges, type CardChange, type ObjectiveChange } from "./result-changes";

/**
 * Keeps the drift of closed periods true to the facts; open ones are left alone. Whoever calls it holds the periods'
 * locks. Returns how many results would change.
 */
export async function followDrift(tx: Tx, { now, ...place }: Place & { readonly now: Date }): Promise<number> {
  const { clientId, contractId } = place;
  if (place.periods.length === 0) return 0;
  const bases = await basesOf(tx, place);
  if (bases.length === 0) return 0;
  const { cards, objectives } = await resultChanges(tx, { clientId, contractId, bases, now });
  const found = [...cards.map((one) => ofCard(one, now)), ...objectives.map((one) => ofObjective(one, now))];
  await replaceDrift(tx, { clientId, contractId, periods: bases.map(({ period }) => period) }, found);
  return found.length;
}

function ofCard(change: CardChange, now: Date): DriftRow {
  const { subjectKind, subjectId, serviceId, teamId, personId, roleCode } = (change.former ?? change.next)!;
  return { ...{ subjectKind, subjectId, serviceId, teamId, personId, roleCode }, ...common(change, now) };
}

function ofObjective(change: ObjectiveChange, now: Date): DriftRow {
  const { objectiveId } = (change.former ?? change.next)!;
  const nobody = { serviceId: null, teamId: null, personId: null, roleCode: null };
  return { subjectKind: "objective", subjectId: objectiveId, ...nobody, ...common(change, now) };
}

const common = ({ basis, former, difference }: CardChange | ObjectiveChange, noticedAt: Date) => ({
  periodKind: basis.period.kind,
  periodFrom: basis.period.from,
  periodUntil: basis.period.until,
  resultId: former?.id ?? null,
  resultVersion: former?.version ?? null,
  difference,
  believedAt: basis.believedAt,
  since: basis.since,
  noticedAt,
});
