import type { Directory } from "./directory.queries";
import type { FactRow } from "./fact-row";
import { columnsOf, textField, type FieldSpec, type FileShape } from "./field-text";
import type { ProfileDefinition } from "./import-profile.schema";
import { ProfileReaders } from "./profile-readers";
import type { RowInHand } from "./row-in-hand";
import type { Stream } from "../shared/stream";
import { declaredStream } from "./streams/declared-streams";
import { streamFacts } from "./streams/stream-facts";

/** A profile with what it is applied under. */
export interface NamedProfile {
  readonly code: string;
  readonly stream: Stream;
  readonly definition: ProfileDefinition;
  /** The source system; part of a fact's identity. */
  readonly source: string;
}

/** Understands the row in hand: a fact, a row to leave out, or null where the row tells what is wrong. */
export type RowMapper = (row: RowInHand) => FactRow | "skipped" | null;

/** Names of the columns that a profile reads, and those of them that a file must have. */
export function columnsWanted({ fields, skipWhen = [] }: ProfileDefinition): { all: string[]; needed: string[] } {
  const specs = Object.values(fields as Record<string, FieldSpec | undefined>).filter((spec) => spec !== undefined);
  const conditions = skipWhen.map(({ column }) => column);
  const all = new Set([...specs.flatMap(columnsOf), ...conditions]);
  const needed = new Set([...specs.filter((spec) => !spec.optional).flatMap(columnsOf), ...conditions]);
  return { all: [...all], needed: [...needed] };
}

/** Columns whose cells may be lists. */
export function listColumns(stream: Stream, { fields }: ProfileDefinition): ReadonlySet<string> {
  const lists = Object.entries(declaredStream(stream)?.fields ?? {}).filter(([, kind]) => kind.isList);
  const specs = fields as Record<string, FieldSpec | undefined>;
  return new Set(lists.flatMap(([name]) => columnsOf(specs[name] ?? {})));
}

export interface MapperParts {
  readonly profile: NamedProfile;
  /** The columns that the file has, in order. */
  readonly columns: readonly string[];
  readonly directory: Directory;
  readonly onSwapped: (fittingFormat: string) => void;
}

/** Compiles a profile for one file. */
export function rowMapper({ profile, columns, directory, onSwapped }: MapperParts): RowMapper {
  const { definition, source, stream } = profile;
  const places = new Map(columns.map((name, place) => [name, place]));
  const file: FileShape = { columns: places, missing: definition.missing ?? [] };
  const readers = new ProfileReaders({ profile: definition, source, file, directory, onSwapped });
  const isSkipped = skipTest(definition, file);
  const identify = readers.identifier("externalId", definition.fields.externalId);
  const map = streamFacts(stream).mapper(definition, readers);
  return (row) => {
    const fact = isSkipped(row) ? "skipped" : map(row);
    if (fact === null || fact === "skipped") row.externalId = identify(row);
    return fact;
  };
}

function skipTest({ skipWhen = [] }: ProfileDefinition, file: FileShape): (row: RowInHand) => boolean {
  const tests = skipWhen.map(({ column, missing, in: some, notIn }) => {
    const { read } = textField(column, { column }, file);
    if (missing !== undefined) return (row: RowInHand) => (read(row) === null) === missing;
    const named = new Set((some ?? notIn ?? []).map((one) => one.trim().toLowerCase()));
    return (row: RowInHand) => named.has((read(row) ?? "").toLowerCase()) === (some !== undefined);
  });
  if (tests.length === 0) return () => false;
  return (row) => tests.some((test) => test(row));
}
