import { z } from "zod";
import type { Tx } from "../../platform/database";
import type { Day } from "../../shared/day";
import type { Stream } from "../../shared/stream";
import type { KnownService } from "../directory.queries";
import type { FactRow } from "../fact-row";
import { common, type DeclaredProfile } from "../import-profile.schema";
import * as specs from "../profile-fields.schema";
import type { RejectCode } from "../row-in-hand";
import type { FieldKind, Said } from "./field-kinds";

export type Column = readonly [name: string, type: string];
export type ColumnValue = string | number | boolean | null;

/** Why a row whose fields are fine one by one is not a fact. */
export interface Objection<Field extends string = string> {
  /** The field to look at. */
  readonly about: Field;
  readonly code: RejectCode;
  readonly reason: string;
}

/** What was read besides the declared fields. */
export interface DeclaredPlace {
  readonly service: KnownService;
  readonly channel: string;
  readonly personId: string | null;
  /** Local day of the field that says when. */
  readonly day: Day;
  readonly source: string;
  readonly externalId: string;
  /** What lies later is in the future. */
  readonly latest: number;
}

/** The stored columns of a fact, and on which days it counts; the day of `when` where left out. */
export interface DeclaredFact {
  readonly values: Readonly<Record<string, ColumnValue>>;
  readonly days?: readonly Day[];
}

type Fields = Readonly<Record<string, FieldKind<unknown>>>;

/**
 * A stream whose fields, columns and checks are declared. Its table has, besides `columns`: client_id, source,
 * external_id (the key), service_id, channel (`''`: none), person_id, content_hash, import_id, ingested_at.
 */
export interface StreamDeclaration<F extends Fields> {
  readonly stream: Stream;
  /** In the plural, for people: "cost items". */
  readonly noun: string;
  readonly description: string;
  readonly fields: F;
  /** Whether a fact names a channel, and a person: never, perhaps, or always (the channel only). */
  readonly channel: "none" | "optional" | "needed";
  readonly person: "none" | "optional";
  /** Who the person is, for people who send facts. */
  readonly personDescription?: string;
  /** The instant or day that must lie within the contract; not in the future unless `mayBeAhead`. */
  readonly when: keyof F & string;
  readonly mayBeAhead?: boolean;
  /** The table's columns after service_id, channel and person_id. */
  readonly columns: readonly Column[];
  /** SQL of the days on which a stored fact counts; `array[day]` where left out. */
  readonly daysSql?: string;
  /** What is stored, or what is wrong. */
  readonly fact: (said: Said<F>, place: DeclaredPlace) => DeclaredFact | Objection<keyof F & string>;
  readonly afterStore?: AfterStore;
}

/** What follows in the same transaction when facts came, changed or went. `pg_temp.former_<table>` holds how they were. */
export type AfterStore = (tx: Tx, stored: StoredFacts) => Promise<void>;

export interface StoredFacts {
  readonly clientId: string;
  readonly source: string;
  readonly importId: string;
  readonly at: Date;
  /** External ids of what is new, changed or gone. */
  readonly ids: readonly string[];
  /** Stores facts of another stream that follow from these, as if their source had sent them. */
  readonly bring: (stream: Stream, derived: DerivedFacts) => Promise<void>;
}

export interface DerivedFacts {
  readonly facts: readonly FactRow[];
  /** External ids of facts that follow from nothing any more. */
  readonly gone: readonly string[];
}

/** For the registry: any declared stream. */
export type DeclaredStream = StreamDeclaration<Fields>;

/** Keeps the types of the fields for `fact`, and forgets them for the registry. */
export const declareStream = <F extends Fields>(declaration: StreamDeclaration<F>): DeclaredStream =>
  declaration as unknown as DeclaredStream;

/** The schema of import profiles of a declared stream. */
export function declaredProfileSchema({ fields, channel, person }: DeclaredStream): z.ZodType<DeclaredProfile> {
  const own = Object.entries(fields).map(([name, one]) => [name, one.isRequired ? one.spec : one.spec.optional()]);
  const place = {
    externalId: specs.identifier,
    service: specs.text,
    ...(channel === "none" ? {} : { channel: channel === "needed" ? specs.text : specs.text.optional() }),
    ...(person === "none" ? {} : { person: specs.text.optional() }),
  };
  const shape = { ...place, ...(Object.fromEntries(own) as Record<string, z.ZodType>) };
  return z.strictObject({ ...common, fields: z.strictObject(shape) }) as unknown as z.ZodType<DeclaredProfile>;
}

/** Our own columns: the names of the fields in snake case. */
export function declaredCanonicalProfile({ fields, channel, person }: DeclaredStream, source: string): DeclaredProfile {
  const column = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const own = Object.entries(fields).map(([name, { isRequired }]) => [
    name,
    isRequired ? { column: column(name) } : { column: column(name), optional: true },
  ]);
  return {
    source,
    fields: {
      externalId: { column: "external_id" },
      service: { column: "service" },
      ...(channel === "none" ? {} : { channel: { column: "channel", optional: channel === "optional" } }),
      ...(person === "none" ? {} : { person: { column: "person", optional: true } }),
      ...(Object.fromEntries(own) as Record<string, { column: string }>),
    },
  };
}
