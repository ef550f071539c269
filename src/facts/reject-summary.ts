import type { Reject } from "./fact-batch";
import type { RejectGroup } from "./import-report";

const MOST_GROUPS = 100;

/** Counts rejects by code and column, the most frequent first. */
export class RejectSummary {
  private readonly groups = new Map<string, RejectGroup>();

  add({ code, field, line, value }: Reject): void {
    const key = `${code} ${field}`;
    const known = this.groups.get(key);
    if (known) this.groups.set(key, { ...known, count: known.count + 1 });
    else if (this.groups.size < MOST_GROUPS) {
      this.groups.set(key, { code, field, count: 1, firstLine: line, example: value?.slice(0, 100) ?? null });
    }
  }

  list(): RejectGroup[] {
    return [...this.groups.values()].sort((a, b) => b.count - a.count);
  }
}
