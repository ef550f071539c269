import { GraphQLInt } from "graphql";
import { z } from "zod";
import { DateTime, Decimal, LocalDate } from "../../platform/graphql/scalars";
import { duration, flag, identifier, instant, oneOf } from "../field-readers";
import type { FieldSpec } from "../field-text";
import type { ProfileReaders } from "../profile-readers";
import * as specs from "../profile-fields.schema";
import { ratingReader, type Rating } from "../rating-reader";
import type { FieldReader } from "../row-in-hand";
import { dateOf, decimalText, jsonList, wholeNumber, type Range } from "./value-readers";

/** How a declared field is described in a profile, read from a row, and named in the API. */
export interface FieldKind<T, Required extends boolean = boolean> {
  /** For people who send facts: unit, form, and what no value means. */
  readonly description: string;
  readonly isRequired: Required;
  /** How a profile may describe it. */
  readonly spec: z.ZodType<FieldSpec>;
  /** `others`: the profile's descriptions of all fields. */
  readonly read: (name: string, spec: FieldSpec, readers: ProfileReaders, others: FieldSpecs) => FieldReader<T>;
  /** The scalar of the API. */
  readonly scalar: () => unknown;
  /** The words it may be; an enum in the API. */
  readonly words?: readonly string[];
  /** What they mean, where they do not say so themselves. */
  readonly meanings?: Readonly<Record<string, string>>;
  /** A cell of this field may be a list; in CSV it is written as JSON. */
  readonly isList?: boolean;
}

type FieldSpecs = Readonly<Record<string, FieldSpec | undefined>>;

/** What a row says in its declared fields; a field that is not required may have no value. */
export type Said<F> = {
  readonly [K in keyof F]: F[K] extends FieldKind<infer T, infer R> ? (R extends true ? T : T | null) : never;
};

const asSpec = (spec: unknown): z.ZodType<FieldSpec> => spec as z.ZodType<FieldSpec>;
const kind = <T>(one: Omit<FieldKind<T>, "isRequired">): FieldKind<T, false> => ({ ...one, isRequired: false });

/** A fact cannot do without it. */
export const needed = <T>(one: FieldKind<T>): FieldKind<T, true> => ({ ...one, isRequired: true });

const spec = { text: asSpec(specs.text), flag: asSpec(specs.flag), identifier: asSpec(specs.identifier) };

/** A text of at most 300 characters. */
export const text = (description: string): FieldKind<string, false> =>
  kind({
    ...{ description, spec: spec.text, scalar: () => String },
    read: (name, rule, readers) => readers.shortText(name, rule),
  });

/** A name of something in the source system; a profile may have it hashed. */
export const reference = (description: string): FieldKind<string, false> =>
  kind({
    ...{ description, spec: spec.identifier, scalar: () => String },
    read: (name, rule, readers) => identifier(readers.text(name, rule), (rule as { hash?: boolean }).hash ?? false),
  });

/** One of some words. */
export const word = <W extends string>(
  words: readonly W[],
  description: string,
  meanings: Readonly<Record<W, string>> | null = null,
): FieldKind<W, false> =>
  kind({
    ...(meanings && { meanings }),
    ...{ description: `${description} One of ${words.join(", ")}.`, words, spec: spec.text, scalar: () => String },
    read: (name, rule, readers) => oneOf(readers.text(name, rule), words),
  });

/** Yes or no. */
export const yesNo = (description: string): FieldKind<boolean, false> =>
  kind({
    ...{ description, spec: spec.flag, scalar: () => Boolean },
    read: (name, rule, readers) => flag(readers.text(name, rule)),
  });

/** An instant, in milliseconds since 1970. */
export const moment = (description: string): FieldKind<number, false> =>
  kind({
    ...{ description, spec: asSpec(specs.instant), scalar: () => DateTime },
    read: (name, rule, readers) => instant(readers.text(name, rule), readers.instantRules(rule)),
  });

/** A calendar day, `YYYY-MM-DD`; other forms by the profile's `format`. */
export const calendarDay = (description: string): FieldKind<string, false> =>
  kind({
    ...{ description, spec: asSpec(specs.instant), scalar: () => LocalDate },
    read: (name, rule, readers) => dateOf(readers.text(name, rule), readers.instantRules(rule)),
  });

/** Whole seconds, zero or more. */
export const seconds = (description: string): FieldKind<number, false> =>
  kind({
    ...{ description, spec: asSpec(specs.duration), scalar: () => GraphQLInt },
    read: (name, rule, readers) =>
      duration(readers.text(name, rule), (rule as { unit?: "seconds" }).unit ?? "seconds", readers.decimal),
  });

/** A whole number from `minimum` to `maximum`. */
export const whole = (description: string, [minimum, maximum]: Range = [0, 2_000_000_000]): FieldKind<number, false> =>
  kind({
    ...{ description, spec: spec.text, scalar: () => GraphQLInt },
    read: (name, rule, readers) => wholeNumber(readers.text(name, rule), [minimum, maximum]),
  });

/** An answer on a scale, brought to one from 1, the worst; a field `ratingScale` says the best, where the stream has one. */
export const rating = (description: string): FieldKind<Rating, false> =>
  kind({
    ...{ description, spec: asSpec(specs.rating), scalar: () => GraphQLInt },
    read: (_name, rule, readers, { ratingScale }) =>
      ratingReader({ rating: rule, ratingScale } as RatingFields, readers, readers.decimal),
  });

type RatingFields = Parameters<typeof ratingReader>[0];

/** An exact decimal with at most `places` decimals, as text without exponent: `12.5`. */
export const decimal = (description: string, places: number): FieldKind<string, false> =>
  kind({
    ...{ description, spec: spec.text, scalar: () => Decimal },
    read: (name, rule, readers) => decimalText(readers.text(name, rule), places, readers.decimal),
  });

/** The login of a person for the source, or the person's code; read as the person's id. */
export const person = (description: string): FieldKind<string, false> =>
  kind({
    ...{ description, spec: spec.text, scalar: () => String },
    read: (name, rule, readers) => readers.person(readers.text(name, rule)),
  });

/** A list of objects: JSON in a cell of CSV, a list in NDJSON and in the API. */
export const list = <T>(description: string, item: z.ZodType<T>, type: () => unknown): FieldKind<readonly T[], false> =>
  kind({
    ...{ description, spec: spec.text, isList: true },
    scalar: () => [type()],
    read: (name, rule, readers) => jsonList(readers.text(name, rule), item),
  });
