import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseAllDocuments, type Document, type Node } from "yaml";
import type { Problem } from "./problem";

/** One YAML document of a file, which knows on which line each of its fields stands. */
export interface Source {
  readonly file: string;
  readonly value: Record<string, unknown>;
  /** The place of a field, or of the nearest thing around it, and whether the field itself is there. */
  locate(path: readonly string[]): { line: number; column: number; found: boolean; value: unknown };
}

export interface ParsedFile {
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}

/** The documents of one file; empty ones are passed over. */
export function parseYaml(file: string, text: string): ParsedFile {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: lines });
  const documents = (Array.isArray(parsed) ? parsed : []) as Document[];
  const problems = documents.flatMap((document) => syntaxProblems(file, lines, document));
  const whole = documents.filter(({ errors, contents }) => errors.length === 0 && hasContent(contents));
  const strays = whole.filter(({ contents }) => !isMap(contents));
  return {
    sources: whole.filter(({ contents }) => isMap(contents)).map((document) => sourceOf(file, lines, document)),
    problems: [...problems, ...strays.map((document) => notNamedFields(file, lines, document))],
  };
}

const hasContent = (contents: unknown): boolean =>
  contents !== null && !(isScalar(contents) && contents.value === null);

function syntaxProblems(file: string, lines: LineCounter, { errors }: Document): Problem[] {
  return errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    const message = error.message.split(" at line")[0]!;
    const remedy = "Mend the YAML: mind indentation, colons and quotes.";
    return { code: "INVALID_YAML", file, line, column: col, field: "", message: `${message}.`, remedy };
  });
}

function notNamedFields(file: string, lines: LineCounter, { contents }: Document): Problem {
  const { line, col } = lines.linePos(contents?.range?.[0] ?? 0);
  const message = "A document is a list of named fields, beginning with its kind.";
  return { code: "INVALID_YAML", file, line, column: col, field: "", message, remedy: "Begin with `kind: Contract`." };
}

function sourceOf(file: string, lines: LineCounter, document: Document): Source {
  return {
    file,
    value: document.toJS() as Record<string, unknown>,
    locate(path) {
      const { node, at, found } = nearestNode(document.contents, path);
      const { line, col } = lines.linePos(at);
      const value = found && isNode(node) ? (node.toJS(document) as unknown) : undefined;
      return { line, column: col, found, value };
    },
  };
}

interface Place {
  readonly node: Node | null;
  /** Offset of the field's name, or of the item. */
  readonly at: number;
  readonly found: boolean;
}

function nearestNode(root: Node | null, path: readonly string[]): Place {
  let place: Place = { node: root, at: root?.range?.[0] ?? 0, found: true };
  for (const step of path) {
    const next = inside(place.node, step);
    if (!next) return { ...place, found: false };
    place = next;
  }
  return place;
}

function inside(node: Node | null, step: string): Place | null {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isNode(item) ? { node: item, at: item.range?.[0] ?? 0, found: true } : null;
  }
  const pair = isMap(node) ? node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === step) : undefined;
  if (!isPair(pair) || !isNode(pair.key)) return null;
  return { node: isNode(pair.value) ? pair.value : null, at: pair.key.range?.[0] ?? 0, found: true };
}
