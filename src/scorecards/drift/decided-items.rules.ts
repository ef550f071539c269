import { canonicalJson, type Json } from "../../shared/canonical-hash";
import type { Period } from "../../shared/period";
import type { ObjectiveResult } from "../objective-result.entity";
import type { PlannedCard, PlannedItem, PlannedObjective } from "../planned-item";
import type { Scorecard, ScorecardItem } from "../scorecard.entity";
import { itemKey } from "../target-choice.rules";

/**
 * The items of results in force. What they were decided to be stands before what is planned now, so that nothing but
 * facts can change a final figure: not everything that items follow from keeps its versions.
 */
export class DecidedItems {
  private readonly cards: ReadonlyMap<string, readonly ScorecardItem[]>;
  private readonly results: ReadonlyMap<string, readonly ScorecardItem[]>;

  constructor(cards: readonly Scorecard[], results: readonly ObjectiveResult[]) {
    this.cards = new Map(cards.map((one) => [`${one.subjectKind}/${one.subjectId}/${periodKey(one)}`, one.items]));
    this.results = new Map(results.map((one) => [`${one.objectiveId}/${periodKey(one)}`, [one.item]]));
  }

  card(period: Period, card: PlannedCard): PlannedCard {
    const decided = this.cards.get(`${card.subject.kind}/${card.subject.id}/${keyOf(period)}`);
    if (!decided) return card;
    const items = card.items.map((item) => asDecided(item, decided));
    return items.some((item, index) => item !== card.items[index]) ? { ...card, items } : card;
  }

  objective(period: Period, objective: PlannedObjective): PlannedObjective {
    const decided = this.results.get(`${objective.inForce.objective.id}/${keyOf(period)}`);
    const [stretch, ...others] = objective.stretches;
    if (!decided || !stretch || others.length > 0) return objective;
    const item = asDecided(objective.item, decided);
    return item === objective.item ? objective : { ...objective, item, stretches: [{ ...stretch, item }] };
  }
}

const keyOf = ({ kind, from }: Period): string => `${kind}/${from}`;
const periodKey = ({ periodKind, periodFrom }: Pick<Scorecard, "periodKind" | "periodFrom">): string =>
  `${periodKind}/${periodFrom}`;

/** The planned item itself where it was decided the same: many share it. */
function asDecided(planned: PlannedItem, decided: readonly ScorecardItem[]): PlannedItem {
  const found = decided.find(({ origin }) => origin.kind === planned.origin.kind && origin.id === planned.origin.id);
  if (!found) return planned;
  const { kpiCode, dialect, parameters, origin, minSample, weight } = found;
  const { target, targetSource, baseline, scheme, gate, onMissing } = found;
  const kpi = itemKey(found) === itemKey(planned.kpi) ? planned.kpi : { kpiCode, dialect, parameters };
  const rest = { origin, minSample, weight, target, targetSource, baseline, scheme, gate, onMissing };
  const same = (Object.keys(rest) as (keyof typeof rest)[]).every((name) => isEqual(rest[name], planned[name]));
  return same && kpi === planned.kpi ? planned : { ...planned, kpi, ...rest };
}

const isEqual = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === "object" && typeof b === "object" && canonicalJson(a as Json) === canonicalJson(b as Json));
