import type { KpiDefinition } from "../../../kpis/kpi-definition";
import type { Ratio } from "../../../kpis/target.rules";
import type { Rational } from "../../../shared/rational";
import type { Aims } from "../../objective-terms";
import type { Pays } from "../clause";

/** Events and how many of them went wrong, whole numbers. `events` is null where only what went wrong is counted. */
export interface EventsMissed {
  readonly events: string | null;
  readonly misses: string;
}

/** All that the amount of a clause follows from, for one objective (or for the contract) in one period. */
export interface ClauseReading {
  readonly kpi: Pick<KpiDefinition, "unit" | "direction" | "precision">;
  /** The exact adjusted value; null: there is none, and mechanisms that look at it pay nothing. */
  readonly value: Ratio | null;
  readonly aims: Aims;
  readonly sample: number;
  /** `eventsMissed` of the value; null where the KPI counts no events. */
  readonly missed: EventsMissed | null;
  /** Minor units. */
  readonly fee: string;
  readonly pool: string;
  /** Share of the fee that is at risk. */
  readonly atRisk: string;
  /** Failures in a row, this one included. */
  readonly failuresInRow: number;
  /** Failures within the window of a counter, this one included. */
  readonly failuresInWindow: number;
  /** Whether the counter already stood at its limit in the period before. */
  readonly wasDefault: boolean;
  /** Points of the periods that a ladder looks at, this one included: exact, a decimal or a fraction. */
  readonly pointsInWindow: string;
  /** Wrong reports that were not corrected in time. */
  readonly errors: number;
}

export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** What a clause pays, before repeats, floors and caps. */
export interface ClausePay {
  readonly pays: Pays;
  /** In favour of the clause's side: 0 or more. `bonus_malus`: a malus is above 0, a bonus below. Exact. */
  readonly amount: Rational;
  readonly inputs: readonly NamedValue[];
  /** One sentence that says the rule. */
  readonly rule: string;
}
