import type { Finding, HouseRule, SourceFile } from "./source-tree";

/** One finding for each group of files that import each other in a circle, type-only imports included. */
export const cycles: HouseRule = (files) => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reported = new Set<string>();
  return files.flatMap((file) => {
    if (reported.has(file.path)) return [];
    const circle = shortestCircle(file, byPath);
    if (!circle || circle.some((path) => reported.has(path))) return [];
    circle.forEach((path) => reported.add(path));
    return [finding(file, circle)];
  });
};

function finding(file: SourceFile, circle: readonly string[]): Finding {
  const next = circle[1] ?? file.path;
  const line = file.imports.find((one) => one.target === next)?.line ?? 1;
  const advice = `${[...circle, file.path].join(" → ")}: move what they share into a file of its own`;
  return { path: file.path, line, rule: "no cycles", advice };
}

/** The files from `start` back to it, `start` first; null when no import leads back. Breadth first, so the shortest. */
function shortestCircle(start: SourceFile, byPath: ReadonlyMap<string, SourceFile>): string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [start.path];
  for (const path of queue) {
    for (const { target } of byPath.get(path)?.imports ?? []) {
      if (target === start.path) return trail(path, start.path, cameFrom);
      if (target === null || cameFrom.has(target)) continue;
      cameFrom.set(target, path);
      queue.push(target);
    }
  }
  return null;
}

function trail(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [end];
  for (let at = end; at !== start;) {
    at = cameFrom.get(at) ?? start;
    path.unshift(at);
  }
  return path;
}
