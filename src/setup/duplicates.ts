import { InvalidField } from "../shared/input";
import { KINDS } from "./document-kinds";
import type { Problem } from "./problem";
import { problemOf, type SetupItem } from "./setup-item";

/** The first definition of each thing, and a problem for each further one. */
export function withoutDuplicates(items: readonly SetupItem[]): { once: SetupItem[]; twice: Problem[] } {
  const first = new Map<string, SetupItem>();
  const once: SetupItem[] = [];
  const twice: Problem[] = [];
  for (const item of items) {
    const name = nameOf(item);
    const earlier = name === null ? undefined : first.get(name);
    if (earlier) twice.push(definedTwice(item, earlier));
    else once.push(item);
    if (name !== null && !earlier) first.set(name, item);
  }
  return { once, twice };
}

function nameOf({ kind, input }: SetupItem): string | null {
  const { key } = KINDS[kind];
  return key.length === 0 ? null : `${kind} ${key.map((field) => JSON.stringify(input[field] ?? null)).join(" ")}`;
}

function definedTwice(item: SetupItem, earlier: SetupItem): Problem {
  const key = KINDS[item.kind].key.at(-1)!;
  const { line } = earlier.source.locate(earlier.within);
  const error = new InvalidField(`This ${item.kind} is defined twice.`, {
    path: [key],
    remedy: `It is defined in ${earlier.source.file}, line ${line}, already: keep one of the two.`,
  });
  return { ...problemOf(error, item), code: "DEFINED_TWICE" };
}
