import { checkedDay, copyColumns, type FactMapper, type FactRow } from "../fact-row";
import { placeReader, type FactPlace } from "../fact-place";
import type { TextField } from "../field-text";
import type { DeclaredProfile } from "../import-profile.schema";
import type { ProfileReaders } from "../profile-readers";
import { missing, required, type FieldReader, type RowInHand } from "../row-in-hand";
import type { DeclaredFact, DeclaredStream, Objection } from "./declared-stream";
import type { FieldKind } from "./field-kinds";

interface NamedReader {
  readonly name: string;
  readonly isRequired: boolean;
  readonly label: string;
  readonly read: FieldReader<unknown>;
}

interface DeclaredReaders {
  readonly externalId: FieldReader<string>;
  readonly place: FieldReader<FactPlace>;
  readonly when: TextField;
  readonly fields: readonly NamedReader[];
  readonly said: (field: string) => TextField;
}

/** Compiles a profile of a declared stream for one file. */
export function declaredMapper(
  declaration: DeclaredStream,
  profile: DeclaredProfile,
  readers: ProfileReaders,
): FactMapper {
  const { fields } = profile;
  const idLabel = readers.labelOf("externalId", fields.externalId);
  const said = (field: string): TextField => readers.text(field, fields[field] ?? { constant: "" });
  const read: DeclaredReaders = {
    externalId: required(idLabel, readers.identifier("externalId", fields.externalId)),
    place: placeReader(
      readers.place(fields as never, declaration.channel === "needed"),
      readers.directory,
      readers.source,
    ),
    when: said(declaration.when),
    fields: inOrder(declaration).map(([name, kind]) => namedReader(name, kind, { profile, readers })),
    said,
  };
  return (row) => mapDeclared(row, declaration, { read, source: readers.source });
}

/** The field that says when comes first: other local times are not before it, which settles ambiguous ones. */
const inOrder = ({ fields, when }: DeclaredStream): [string, FieldKind<unknown>][] =>
  Object.entries(fields).sort(([a], [b]) => Number(b === when) - Number(a === when));

function namedReader(
  name: string,
  kind: FieldKind<unknown>,
  { profile, readers }: { profile: DeclaredProfile; readers: ProfileReaders },
): NamedReader {
  const spec = profile.fields[name];
  const label = readers.labelOf(name, spec);
  return {
    name,
    label,
    isRequired: kind.isRequired,
    read: spec ? kind.read(name, spec, readers, profile.fields) : () => null,
  };
}

interface Mapping {
  readonly read: DeclaredReaders;
  readonly source: string;
}

function mapDeclared(row: RowInHand, declaration: DeclaredStream, { read, source }: Mapping): FactRow | null {
  const externalId = read.externalId(row);
  const place = read.place(row);
  const said = saidIn(row, declaration, read);
  if (externalId === null || place === null || !row.isSound) return null;
  const latest = row.latest;
  if (declaration.mayBeAhead) row.latest = Infinity;
  const at = instantOf(said[declaration.when] as number | string, place);
  const day = checkedDay(row, place.service, at, read.when);
  row.latest = latest;
  if (day === null) return null;
  const fact = declaration.fact(said as never, { ...place, day, source, externalId, latest });
  if ("code" in fact) return objected(row, fact, read);
  return {
    externalId,
    serviceId: place.service.id,
    days: fact.days ?? [day],
    columns: columnsOf(declaration, place, fact),
  };
}

/** A calendar day begins at the service's midnight. */
const instantOf = (when: number | string, { service }: FactPlace): number =>
  typeof when === "number"
    ? when
    : (service.clock.instantsOf(Date.parse(`${when}T00:00:00Z`))[0] ?? Date.parse(`${when}T12:00:00Z`));

function saidIn(row: RowInHand, { when }: DeclaredStream, read: DeclaredReaders): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  for (const { name, label, isRequired, read: readField } of read.fields) {
    const value = readField(row);
    if (value === null && isRequired && row.clock !== null) missing(row, label);
    if (name === when && typeof value === "number") row.notBefore = value;
    said[name] = value;
  }
  return said;
}

function objected(row: RowInHand, { about, code, reason }: Objection, read: DeclaredReaders): null {
  const { label, read: textOf } = read.said(about);
  return row.fail({ field: label, value: textOf(row), code, reason });
}

function columnsOf({ columns }: DeclaredStream, { service, channel, personId }: FactPlace, fact: DeclaredFact): string {
  const own = columns.map(([name]) => {
    const value = fact.values[name];
    if (value === undefined) throw new Error(`The declaration gives no value for ${name}.`);
    return value;
  });
  return copyColumns([service.id, channel, personId, ...own]);
}
