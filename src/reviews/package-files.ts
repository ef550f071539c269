import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PackageFile } from "./package.queries";

/** Writes both forms of a package beside each other; the files have the hashes that are stored with it. */
export function writePackageFiles(folder: string, name: string, file: PackageFile): { html: string; json: string } {
  mkdirSync(folder, { recursive: true });
  const paths = { html: join(folder, `${name}.html`), json: join(folder, `${name}.json`) };
  writeFileSync(paths.html, file.html);
  writeFileSync(paths.json, file.document);
  return paths;
}
