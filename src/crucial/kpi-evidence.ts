import type { KpiDefinition, KpiInUse } from "../kpis/kpi-definition";
import type { DataWatermark } from "../scorecards/data-watermark.rules";
import type { KpiResult } from "../scorecards/scorecard.entity";
import type { Day } from "../shared/day";
import type { Period, PeriodKind } from "../shared/period";
import type { Stream } from "../shared/stream";

/** Everything that is known of one KPI in use, for the rules of all letters. */
export interface KpiEvidence {
  readonly kpi: KpiInUse;
  readonly definition: KpiDefinition;
  readonly serviceId: string | null;
  /** Code of the service; null: the contract as a whole. */
  readonly service: string | null;
  readonly now: Date;
  readonly timeZone: string;
  readonly streams: readonly StreamEvidence[];
  readonly watermark: DataWatermark;
  /** Closed periods, oldest first. */
  readonly periods: readonly PeriodEvidence[];
  /** Days of those periods on which one of its services was open. */
  readonly openDays: readonly Day[];
  /** How often somebody needs the KPI. */
  readonly needs: readonly Need[];
  readonly owners: readonly Owner[];
  readonly objectives: readonly Aim[];
  /** Dialects and parameters by which the contract uses the KPI, and by which it is promised and answered for. */
  readonly keysInUse: readonly string[];
  readonly minSample: number;
  /** Whether its formula cannot come to less than nothing. */
  readonly isNeverNegative: boolean;
  /** What is wrong with its formula. */
  readonly troubles: readonly string[];
}

export interface StreamEvidence {
  readonly stream: Stream;
  /** Days of the periods on which facts of its services counted, in order. */
  readonly days: readonly Day[];
  readonly facts: number;
  /** Facts that came, or were changed, after the grace days of the day they count on. */
  readonly lateFacts: number;
  /** Rows of the client refused and still missing, whose day is within the periods. */
  readonly rejectedRows: number;
}

export interface PeriodEvidence {
  readonly period: Period;
  /** The figure as it is settled; null: there is none. */
  readonly result: KpiResult | null;
  /** The same figure of each service; null where the services cannot be put together. */
  readonly services: readonly KpiResult[] | null;
  /** What a level should have moved by, recounted from its flow; null where it has none. */
  readonly movement: Movement | null;
}

/** A level at both ends of a period, and what came and went in between, counted apart from it. */
export interface Movement {
  readonly start: string;
  readonly end: string;
  readonly flow: string;
}

export interface Need {
  readonly kind: PeriodKind;
  /** Who needs it that often: `objective SL-1`, `forum monthly`. */
  readonly by: string;
}

export interface Owner {
  readonly role: string;
  /** How many people hold the role under the contract. */
  readonly holders: number;
  readonly hasTarget: boolean;
  readonly key: string;
  readonly dialect: string;
}

export interface Aim {
  readonly code: string;
  readonly target: string;
  readonly key: string;
  readonly dialect: string;
}
