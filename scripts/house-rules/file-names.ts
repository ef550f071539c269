import { posix } from "node:path";
import { FOLDERS } from "./import-order";
import type { Finding, HouseRule } from "./source-tree";

/** Names that say nothing about what is inside. `data-source.ts` is fine: the last word counts. */
const EMPTY_NAMES = /(^|-)(utils?|helpers?|managers?|data|infos?|misc|common)$/i;

/** Folders with words of their own to explain. */
const FEATURES = FOLDERS.slice(FOLDERS.indexOf("clients"), FOLDERS.indexOf("api"));

const TOP_FOLDERS = new Set(["src", "migrations", "schema", "scripts", "docs", ".ci"]);

export const fileNames: HouseRule = (files) => [
  ...files.filter(({ path }) => /\.(ts|mjs|cjs|js)$/.test(path)).flatMap(({ path }) => badName(path)),
  ...strayFolders(files.map(({ path }) => path)),
  ...withoutReadme(files.map(({ path }) => path)),
];

function badName(path: string): Finding[] {
  const noun = posix.basename(path).split(".")[0] ?? "";
  const found = (rule: string, advice: string): Finding[] => [{ path, line: 1, rule, advice }];
  if (EMPTY_NAMES.test(noun)) return found("file names", `"${noun}" says nothing: name the noun it is about`);
  if (noun === "index" && path !== "migrations/index.ts")
    return found("no barrels", "name the file after what it defines");
  if (!/^[a-z0-9.-]+$/.test(posix.basename(path)))
    return found("file names", "write noun.kind.ts in lower case with hyphens");
  return [];
}

function strayFolders(paths: readonly string[]): Finding[] {
  const first = new Map<string, string>();
  for (const path of paths) {
    const top = path.split("/")[0] ?? "";
    if (path.includes("/") && !TOP_FOLDERS.has(top) && !first.has(top)) first.set(top, path);
  }
  return [...first].map(([top, path]) => {
    const advice = `no top-level folder "${top}": house style §1 lists ${[...TOP_FOLDERS].join(", ")}`;
    return { path, line: 1, rule: "folders", advice };
  });
}

function withoutReadme(paths: readonly string[]): Finding[] {
  const advice = "write README.md: what its words mean, what must always hold, what was decided";
  return FEATURES.flatMap((feature) => {
    const path = `src/${feature}/README.md`;
    const isThere = paths.some((one) => one.startsWith(`src/${feature}/`) && isEntity(one));
    return isThere && !paths.includes(path) ? [{ path, line: 1, rule: "readme", advice }] : [];
  });
}

const isEntity = (path: string): boolean => path.endsWith(".entity.ts");
