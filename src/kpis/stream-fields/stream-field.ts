import type { Attribution, MeasureUnit } from "../measure-definition";

/** A field of a stream's facts that measures of one's own may look at. */
export interface StreamField {
  /** As people write it in conditions: the column's name. */
  readonly name: string;
  /** SQL over the fact `f`. */
  readonly sql: string;
  /** The property of the plain fact that the stream's measures look at. */
  readonly property: string;
  readonly type: "number" | "text" | "flag" | "day";
  /** Whole numbers that can be summed, and their unit; null: only compared. */
  readonly unit: MeasureUnit | null;
  /** The only words a text can be; left out: any. */
  readonly words?: readonly string[];
  readonly description: string;
}

/** What is common to all facts counted at one instant; for example only answered contacts have an answer. */
export interface FieldAttribution {
  readonly name: Attribution;
  /** SQL over the fact `f`, and the same over the plain fact; left out: every fact. */
  readonly condition?: string;
  readonly counts?: (fact: Readonly<Record<string, unknown>>) => boolean;
  readonly description: string;
}

export interface StreamFields {
  /** The first is the usual one. */
  readonly attributions: readonly [FieldAttribution, ...FieldAttribution[]];
  readonly fields: readonly StreamField[];
}

const camel = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const field = (type: StreamField["type"], unit: MeasureUnit | null) => (name: string, description: string) => ({
  ...{ name, sql: `f.${name}`, property: camel(name), type, unit, description },
});

export const textField = field("text", null);
export const flagField = field("flag", null);
/** A number that is compared only, such as a rating of any scale. */
export const numberField = field("number", null);
export const secondsField = field("number", "seconds");
export const countField = field("number", "count");
export const moneyField = field("number", "money");
export const pointsField = field("number", "points");
export const peopleField = field("number", "people");

/** A text that is one of some words. */
export const wordField = (name: string, words: readonly string[], description: string): StreamField => ({
  ...textField(name, description),
  words,
});

/** Every fact has these. */
export const CHANNEL_FIELDS: readonly StreamField[] = [
  textField("channel", "The channel, as the service names it; empty where the stream has none."),
  textField("source", "The system that sent the fact."),
];
