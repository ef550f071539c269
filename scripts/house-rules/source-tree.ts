import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";

/** One `import`, `export … from`, `require()` or `import()` of a relative path. */
export interface Import {
  readonly line: number;
  /** As written: `../kpis/kpi.rules`. */
  readonly specifier: string;
  /** Path from the root of the file it means; null when there is no such file. */
  readonly target: string | null;
}

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

/** A broken rule: where, which, and what to do about it. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly advice: string;
}

export type HouseRule = (files: readonly SourceFile[]) => Finding[];

const LARGEST_BYTES = 2_000_000;

/** Every text file that is, or could be, committed under `root`. */
export function readTree(root: string): SourceFile[] {
  const paths = committedPaths(root).sort();
  const known = new Set(paths);
  return paths.flatMap((path) => {
    const text = readText(join(root, path));
    return text === null ? [] : [{ path, text, imports: importsOf(path, text, known) }];
  });
}

/** The line, counted from 1, on which `offset` falls. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;

export const isTest = (path: string): boolean => path.endsWith(".test.ts");

function committedPaths(root: string): string[] {
  const listed = existsSync(join(root, ".git")) ? gitPaths(root) : walk(root, "");
  return listed.filter((path) => existsSync(join(root, path)) && statSync(join(root, path)).isFile());
}

function gitPaths(root: string): string[] {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  return execFileSync("git", args, { cwd: root, encoding: "utf8" }).split("\0").filter(Boolean);
}

/** For a copy without git: everything but what is made or downloaded. */
function walk(root: string, folder: string): string[] {
  const made = new Set(["node_modules", "dist", ".data", "coverage"]);
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !made.has(entry.name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? walk(root, path) : [path];
    });
}

/** Null for what is no text: pictures, archives, generated giants. */
function readText(path: string): string | null {
  if (statSync(path).size > LARGEST_BYTES) return null;
  const bytes = readFileSync(path);
  return bytes.includes(0) ? null : bytes.toString("utf8");
}

function importsOf(path: string, text: string, known: ReadonlySet<string>): Import[] {
  if (!path.endsWith(".ts")) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const named = specifierOf(node);
    if (named?.text.startsWith(".")) {
      const line = source.getLineAndCharacterOfPosition(named.getStart()).line + 1;
      found.push({ line, specifier: named.text, target: resolve(path, named.text, known) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function specifierOf(node: ts.Node): ts.StringLiteralLike | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isExternalModuleReference(node)) return literal(node.expression);
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : null;
  if (!ts.isCallExpression(node)) return null;
  const isDynamic = node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === "require";
  return isDynamic ? literal(node.arguments[0]) : null;
}

const literal = (node: ts.Node | undefined): ts.StringLiteralLike | null =>
  node && ts.isStringLiteralLike(node) ? node : null;

function resolve(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  const base = posix.join(posix.dirname(from), specifier);
  const candidates = [base, `${base}.ts`, `${base}/index.ts`, base.replace(/\.js$/, ".ts")];
  return candidates.find((path) => known.has(path)) ?? null;
}
