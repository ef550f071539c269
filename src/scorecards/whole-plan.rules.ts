import type { DayRange } from "../shared/date-range";
import { groupBy } from "../shared/group-by";
import type { ItemDays } from "./accounts.rules";
import type { PlannedCard, PlannedItem } from "./planned-item";
import { commonDays, together, type Source } from "./source.rules";
import type { Subject } from "./subject.rules";

interface PartItem {
  readonly part: Subject;
  readonly item: PlannedItem;
}

/**
 * The items of a person's whole: those of the part held last, and of the others what it lacks, for information. Each
 * counts what counts for the same KPI in the parts, so that the parts add up to it.
 * | part            | items             | the whole                              |
 * | 1st–14th, agent | AHT 40, CSAT 60   |                                        |
 * | 15th–30th, chat | CSAT 70, SDR 30   | CSAT 70 (both parts), SDR 30, AHT 0    |
 */
export function wholeItems(whole: Subject, parts: readonly PlannedCard[]): PlannedItem[] {
  const all = parts.flatMap(({ subject: part, items }) => items.map((item): PartItem => ({ part, item })));
  const last = whole.parts.at(-1)?.id;
  return [...groupBy(all, ({ item }) => item.kpi.kpiCode).values()].flatMap((ofKpi) => {
    const deciding = ofKpi.at(-1)?.part.id;
    const days = daysOf(whole, ofKpi);
    const items = ofKpi.filter(({ part }) => part.id === deciding).map(({ item }) => ({ ...item, days }));
    return deciding === last ? items : items.map((item) => ({ ...item, weight: "0", gate: null }));
  });
}

/** What was done in positions of other periods counts as well: series look at those periods. */
function daysOf(whole: Subject, ofKpi: readonly PartItem[]): ItemDays {
  const counted = ofKpi.flatMap(({ part, item }) => part.sources.flatMap((source) => within(source, item.days)));
  return { ...whole.days, sources: together([...counted, ...whole.sources]) };
}

function within(source: Source, range: DayRange): Source[] {
  const days = commonDays(source.days, range);
  return days ? [{ ...source, days }] : [];
}
