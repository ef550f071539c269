import { InvalidField, UnknownField } from "../shared/input";
import { nearest } from "../shared/nearest";
import type { DomainError } from "../shared/errors";
import { DOCUMENT_KINDS, KINDS, type DocumentKind } from "./document-kinds";
import { fieldName, type Problem } from "./problem";
import type { Source } from "./yaml-source";

type Fields = Readonly<Record<string, unknown>>;

/** One definition found in a document: the document itself, or one nested in it. */
export interface SetupItem {
  readonly kind: DocumentKind;
  /** What the service of its kind takes. */
  readonly input: Fields;
  readonly source: Source;
  /** Where in the document it stands. */
  readonly within: readonly string[];
  /** Its only version is written without `versions`. */
  readonly isShort: boolean;
}

/** Every definition in a document, nested ones after the one around them. */
export function itemsIn(source: Source): { items: SetupItem[]; problems: Problem[] } {
  const { kind, ...fields } = source.value;
  const known = DOCUMENT_KINDS.find((one) => one === kind);
  return known ? unfold(known, fields, { source, within: [] }) : { items: [], problems: [unknownKind(source, kind)] };
}

function unknownKind(source: Source, kind: unknown): Problem {
  const meant = typeof kind === "string" ? nearest(kind, DOCUMENT_KINDS) : null;
  const remedy = meant ? `Did you mean "${meant}"?` : `Kinds are ${DOCUMENT_KINDS.join(", ")}.`;
  const message = kind === undefined ? "The document does not say its kind." : `There is no kind "${String(kind)}".`;
  return problemOf(new InvalidField(message, { path: ["kind"], remedy }), { source, within: [], isShort: false });
}

type At = Pick<SetupItem, "source" | "within">;

function unfold(kind: DocumentKind, written: Fields, at: At): { items: SetupItem[]; problems: Problem[] } {
  const { nested } = KINDS[kind];
  const own = Object.fromEntries(Object.entries(written).filter(([name]) => !(name in nested)));
  const items = [{ kind, ...withVersions(kind, own), ...at }];
  const problems: Problem[] = [];
  const refuse = (within: readonly string[], message: string, remedy: string): void =>
    void problems.push(problemOf(new InvalidField(message, { remedy }), { ...at, within, isShort: false }));
  for (const [name, { kind: inner, inherits, isSingle }] of Object.entries(nested)) {
    const list = isSingle ? [written[name]].filter((one) => one != null) : (written[name] ?? []);
    if (!Array.isArray(list))
      refuse([...at.within, name], `"${name}" is not a list.`, "Begin each entry with a hyphen.");
    for (const [index, entry] of (Array.isArray(list) ? list : []).entries()) {
      const within = [...at.within, name, ...(isSingle ? [] : [String(index)])];
      if (!isFields(entry)) {
        refuse(within, `This is not a ${inner}.`, "Write named fields.");
        continue;
      }
      const inherited = Object.fromEntries(Object.entries(inherits).map(([field, from]) => [field, written[from]]));
      const inside = unfold(inner, { ...inherited, ...entry }, { source: at.source, within });
      items.push(...inside.items);
      problems.push(...inside.problems);
    }
  }
  return { items, problems };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A single version may be written without `versions`: its terms then stand beside the other fields. */
function withVersions(kind: DocumentKind, own: Fields): { input: Fields; isShort: boolean } {
  const { terms, fields } = KINDS[kind];
  if (terms.length === 0 || own["versions"] !== undefined) return { input: own, isShort: false };
  const isTerm = ([name]: [string, unknown]): boolean => terms.includes(name) && !fields.includes(name);
  const entries = Object.entries(own);
  const version = Object.fromEntries(entries.filter(isTerm));
  const rest = Object.fromEntries(entries.filter((entry) => !isTerm(entry)));
  return { input: { ...rest, versions: [version] }, isShort: true };
}

/** A refusal of a definition, where it stands in its file. */
export function problemOf(error: DomainError, item: At & { isShort: boolean }): Problem {
  const { source, within, isShort } = item;
  const inItem = isShort && error.path[0] === "versions" ? error.path.slice(2) : error.path;
  const path = [...within, ...inItem];
  const { line, column, found, value } = source.locate(path);
  return {
    code: error.code,
    file: source.file,
    line,
    column,
    field: fieldName(path),
    ...(found && path.length > 0 ? { value } : {}),
    message: error.message,
    remedy: error.remedy ?? null,
  };
}

/** The same refusal of an unknown field, with all the fields that a document of the kind may have. */
export function withKnownFields(error: DomainError, { kind, isShort }: SetupItem): DomainError {
  const { fields, terms, nested } = KINDS[kind];
  if (!(error instanceof UnknownField) || error.path.length !== 1 || kind === "ImportProfile") return error;
  return new UnknownField(error.path, [...new Set([...fields, ...(isShort ? terms : []), ...Object.keys(nested)])]);
}
