import { Document, isCollection, isMap, isScalar, isSeq, type Node } from "yaml";

export type SetupDocument = { readonly kind: string } & Readonly<Record<string, unknown>>;

/** A file of documents, as `apply` reads it. */
export interface SetupFile {
  /** Relative to the folder. */
  readonly name: string;
  readonly documents: readonly SetupDocument[];
}

/** A single version is written without `versions`. */
export function shortened<D extends object & { versions: readonly object[] }>(
  document: D,
): SetupDocument & Omit<D, "versions"> {
  const { versions, ...rest } = document;
  const [only, ...others] = versions;
  return (only && others.length === 0 ? { ...rest, ...only } : document) as never;
}

const LINE_WIDTH = 120;
/** What fits on one line is written on one line. */
const MOST_INLINE = 90;

/** The documents of a file as YAML, without what is null or empty. */
export const yamlText = (documents: readonly SetupDocument[]): string =>
  documents.map((document) => asYaml(document)).join("---\n");

function asYaml(value: SetupDocument): string {
  const document = new Document(value.kind === "ImportProfile" ? value : bare(value));
  if (isMap(document.contents)) for (const { value: node } of document.contents.items) inline(node as Node | null);
  return document.toString({ lineWidth: LINE_WIDTH });
}

/** Empty, these still say something: never in force, always closed, compared with no text. */
const SAYING = ["versions", "windows", "value"];
/** Of these an empty list says something: none of them. */
const NONE_OF = ["exclusionsAllowed"];

/** Without what is null or empty. In import profiles even null says something. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, bare(one)] as const);
  const says = (name: string, one: unknown): boolean =>
    SAYING.includes(name) || (NONE_OF.includes(name) && Array.isArray(one)) || !isEmpty(one);
  return Object.fromEntries(entries.filter(([name, one]) => says(name, one)));
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === "" ||
  (typeof value === "object" && Object.keys(value).length === 0);

/** Short lists and fields stand on one line; whether they do is answered. */
function inline(node: Node | null): boolean {
  if (!isCollection(node)) return isScalar(node);
  const children = isSeq(node) ? node.items : node.items.map((pair) => (pair as { value: unknown }).value);
  const fit = children.map((child) => inline(child as Node | null)).every(Boolean);
  const isShort = JSON.stringify(node.toJSON()).length <= MOST_INLINE;
  node.flow = fit && isShort && !(isSeq(node) && children.some(isMap));
  return node.flow;
}
