import type { KpiInUse } from "../kpis/kpi-definition";
import type { Slots } from "../measures/slots.rules";
import type { ItemFormula } from "./figure-item.rules";
import type { NeededSlot } from "./slot-columns.rules";
import { boundFormula, type BoundFormula } from "./sums-book.rules";
import { itemKey } from "./target-choice.rules";

/** The first release of a KPI, until the catalogue has been written to the database. */
const FIRST_RELEASE = 1;

/** Formulas bound to their slots, each bound once. */
export class FormulaBook {
  private readonly bound = new Map<string, ItemFormula>();
  private readonly seen = new WeakMap<KpiInUse, ItemFormula>();

  constructor(
    private readonly slots: Slots,
    private readonly versionByKpi: ReadonlyMap<string, number>,
  ) {}

  of(kpi: KpiInUse): ItemFormula {
    const found = this.seen.get(kpi) ?? this.find(kpi);
    this.seen.set(kpi, found);
    return found;
  }

  private find(kpi: KpiInUse): ItemFormula {
    const key = itemKey(kpi);
    const known = this.bound.get(key);
    if (known) return known;
    const kpiVersion = this.versionByKpi.get(kpi.kpiCode) ?? FIRST_RELEASE;
    const made = { formula: boundFormula(kpi, this.slots), kpiVersion };
    this.bound.set(key, made);
    return made;
  }
}

/** The slots that a formula reads: for its closings, or for the sums of the period itself. */
export const neededSlots = ({ measures }: BoundFormula, isClosing: boolean): NeededSlot[] =>
  measures.flatMap(({ use: { measure }, closing, slot }) =>
    slot === undefined || (closing !== null) !== isClosing
      ? []
      : [{ stream: measure.stream, slot, aggregate: measure.aggregate ?? "sum" }],
  );
