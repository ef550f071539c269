/**
 * House style §1 and §2 as a program, as far as ESLint has no rule for it (eslint.config.mjs has the rest):
 * folder order, cycles, names, and what no committed file may hold. Prints `file:line rule – what to do`.
 *
 *   node dist/scripts/house-rules.js [ROOT]
 */
import { committedText } from "./house-rules/committed-text";
import { cycles } from "./house-rules/cycles";
import { fileNames } from "./house-rules/file-names";
import { importOrder } from "./house-rules/import-order";
import { readTree, type Finding } from "./house-rules/source-tree";

const RULES = [importOrder, cycles, fileNames, committedText];

/** Every broken rule under `root`, in order of file and line. */
export function findingsIn(root: string): Finding[] {
  const files = readTree(root);
  const findings = RULES.flatMap((rule) => rule(files));
  return findings.sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
}

export const shown = ({ path, line, rule, advice }: Finding): string => `${path}:${line} ${rule} – ${advice}`;

function main(root: string): void {
  const findings = findingsIn(root);
  findings.forEach((finding) => console.log(shown(finding)));
  console.log(findings.length === 0 ? "The house rules hold." : `${findings.length} broken house rules.`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}

if (require.main === module) main(process.argv[2] ?? process.cwd());
