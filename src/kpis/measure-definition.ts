import type { Stream } from "../shared/stream";
import type { Parameters } from "./kpi-definition";

/**
 * The instant of a fact whose local day it is counted on, such as `offered`, `ended`, `resolved`; each stream names its
 * own (`measures/streams`).
 */
export type Attribution = string;

/** What measures of contacts may look at. Instants are epoch milliseconds. */
export interface ContactFacts {
  readonly outcome: "answered" | "abandoned" | "flow_out" | "callback" | "breakout";
  readonly waitSeconds: number | null;
  readonly talkSeconds: number | null;
  readonly holdSeconds: number | null;
  readonly wrapSeconds: number | null;
  /** Not known where left out. */
  readonly ringSeconds?: number | null;
  readonly whisperSeconds?: number | null;
  readonly customerRef: string | null;
  readonly transferred: boolean | null;
  /** The contact's own first and last known instant. */
  readonly offeredAt: number;
  readonly lastAt: number;
  /** Of the same customer and reason: when the handled contact before ended, and the one after was offered. */
  readonly previousLastAt: number | null;
  readonly nextOfferedAt: number | null;
}

/** What measures of surveys may look at. */
export interface SurveyFacts {
  readonly rating: number | null;
  readonly ratingScale: number;
  readonly resolved: boolean | null;
  readonly resolvedFirstContact: boolean | null;
  /** The error that the customer's words show: `product`, `process` or `other`. */
  readonly errorKind: string | null;
  readonly rootCause: string | null;
  readonly rootCauseApproved: boolean | null;
}

export type MeasureUnit = "count" | "seconds" | "money" | "points" | "people";

export type SqlValue = string | number | boolean | readonly (string | number | boolean)[];

/**
 * A number that adds up over facts: how many meet a condition, or the sum of a field over those that do. It is
 * written twice, as SQL for the database and as plain code; a test holds the one against the other on random facts.
 */
export interface MeasureDefinition<F = never> {
  readonly code: string;
  readonly stream: Stream;
  readonly description: string;
  readonly unit: MeasureUnit;
  readonly attribution: Attribution;
  /** How days are put together; sum where left out. Of no facts at all, the least and the greatest are null. */
  readonly aggregate?: "sum" | "min" | "max";
  /** Names of the parameters that the condition or the amount needs. */
  readonly parameters: readonly string[];
  /** SQL over the fact `f`; a parameter is written `:thresholdSeconds`. */
  readonly condition: string;
  /** Of measures of one's own: values that the condition names `:$0`, `:$1` …, to become parameters of the statement. */
  readonly values?: readonly SqlValue[];
  /** Of measures of one's own: values of a plain fact's properties that decide whether it counts, for witnesses. */
  readonly decidedBy?: (parameters: Parameters) => Readonly<Record<string, readonly unknown[]>>;
  /** SQL over the fact `f` of the whole number that is added, parameters written likewise; null: facts are counted. */
  readonly sumOf: string | null;
  readonly counts: (fact: F, parameters: Parameters) => boolean;
  readonly amount: (fact: F, parameters: Parameters) => number;
}

export type ContactMeasure = MeasureDefinition<ContactFacts> & { readonly stream: "contact" };
export type SurveyMeasure = MeasureDefinition<SurveyFacts> & { readonly stream: "survey" };
/** Of any stream; what its facts look like is known where the measure is written. */
export type Measure = MeasureDefinition;

/** A measure with values for its parameters: what a slot of the daily measures holds. */
export interface MeasureInUse {
  readonly measure: Measure;
  readonly parameters: Parameters;
}
