import { isTest, type Finding, type HouseRule, type SourceFile } from "./source-tree";

/** House style §1. The list is the import order: a folder imports from folders above it, never from below. */
export const FOLDERS = [
  "shared",
  "platform",
  "clients",
  "contracts",
  "people",
  "kpis",
  "objectives",
  "assignments",
  "facts",
  "measures",
  "scorecards",
  "recognition",
  "disputes",
  "settlements",
  "signals",
  "staffing",
  "reviews",
  "crucial",
  "cascade",
  "setup",
  "api",
  "main",
  "test-support",
] as const;

/** Who may import from a folder beside `src`. */
const OUTSIDE_READERS: Record<string, readonly string[]> = {
  migrations: ["main", "test-support"],
  scripts: [],
};

/** The folder of `src` a file lies in, or its folder at the top when it lies outside `src`. */
export function folderOf(path: string): string {
  const [top = "", next = ""] = path.split("/");
  return top === "src" ? next : top;
}

export const importOrder: HouseRule = (files) => files.flatMap((file) => [...misplaced(file), ...wrongImports(file)]);

function misplaced(file: SourceFile): Finding[] {
  if (!file.path.startsWith("src/") || rank(folderOf(file.path)) >= 0) return [];
  const advice = `"${folderOf(file.path)}" is not in the folder list of scripts/house-rules/import-order.ts: move it, or add it`;
  return [{ path: file.path, line: 1, rule: "folders", advice }];
}

function wrongImports(file: SourceFile): Finding[] {
  return file.imports.flatMap((one) => {
    const advice = one.target && objection(file.path, one.target);
    return advice ? [{ path: file.path, line: one.line, rule: "import order", advice }] : [];
  });
}

function objection(from: string, to: string): string | null {
  const [reader, source] = [folderOf(from), folderOf(to)];
  if (reader === source) return null;
  if (source === "test-support") return isForTests(from) ? null : `only tests import from test-support (${to})`;
  if (isBuilder(to) && !isBuilder(from) && !isForTests(from)) return `only tests and seeds import builders (${to})`;
  if (!from.startsWith("src/") || (isTest(from) && isBuilder(to))) return null;
  if (!to.startsWith("src/")) return outsideObjection(from, reader, source);
  if (rank(source) < rank(reader)) return null;
  return `${reader}/ comes before ${source}/: move what it needs from ${to} up, or this code down`;
}

function outsideObjection(from: string, reader: string, source: string): string | null {
  if (isTest(from) || OUTSIDE_READERS[source]?.includes(reader)) return null;
  const readers = OUTSIDE_READERS[source]?.map((name) => `${name}/`) ?? [];
  return `only ${[...readers, "tests"].join(", ")} may import from ${source}/`;
}

const isBuilder = (path: string): boolean => path.endsWith(".builder.ts");
const isForTests = (path: string): boolean => isTest(path) || /^(src\/test-support|scripts)\//.test(path);

const rank = (folder: string): number => (FOLDERS as readonly string[]).indexOf(folder);
