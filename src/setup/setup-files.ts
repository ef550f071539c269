import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DomainError } from "../shared/errors";
import type { Problem } from "./problem";
import { itemsIn, type SetupItem } from "./setup-item";
import { parseYaml } from "./yaml-source";

export class NoDocuments extends DomainError {
  readonly code = "NO_DOCUMENTS";
  constructor(folder: string, reason: string) {
    super(`${folder} ${reason}.`, { remedy: "Name a folder with .yaml files, or one such file." });
  }
}

/** Every definition in the YAML files of a folder and the folders in it, or in one file. */
export function readSetup(folder: string): { items: SetupItem[]; problems: Problem[] } {
  const parsed = filesIn(folder).map((path) => parseYaml(path, readFileSync(path, "utf8")));
  const found = parsed.flatMap(({ sources }) => sources.map(itemsIn));
  const items = found.flatMap((one) => one.items);
  const problems = [...parsed, ...found].flatMap((one) => one.problems);
  if (items.length + problems.length === 0) throw new NoDocuments(folder, "holds no documents");
  return { items, problems };
}

function filesIn(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new NoDocuments(path, "is not there");
  if (!found.isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: "utf8" }).sort();
  const isSetup = (name: string): boolean =>
    /\.ya?ml$/.test(name) && !name.split(/[\\/]/).some((part) => part.startsWith("."));
  const files = names.filter(isSetup).map((name) => join(path, name));
  if (files.length === 0) throw new NoDocuments(path, "holds no .yaml files");
  return files;
}
