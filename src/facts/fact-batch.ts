import type { Day } from "../shared/day";
import { contentHashOf, copyText, type FactRow } from "./fact-row";
import type { RowCounts } from "./import-report";
import type { RowProblem } from "./row-in-hand";

/** A row that was rejected, as it is kept. */
export interface Reject extends RowProblem {
  readonly line: number;
  readonly externalId: string | null;
  readonly day: Day | null;
}

export const noRows = (): RowCounts => ({ accepted: 0, replaced: 0, unchanged: 0, rejected: 0, skipped: 0 });

/** A fact of the batch, with the copies of it that came earlier in the same batch and gave way to it. */
export interface BatchedFact {
  readonly fact: FactRow;
  readonly contentHash: string;
  /** Content of the first copy in this batch. */
  readonly firstHash: string;
  /** Later copies that differed from the one before them, and that did not. */
  readonly replacing: number;
  readonly repeating: number;
}

/** Rows that are stored together. Of several copies of a fact the last is stored; all are counted. */
export class FactBatch {
  readonly rejects: Reject[] = [];
  skipped = 0;
  /** Rows taken in so far, whatever became of them. */
  rows = 0;
  /** Facts whose latest row is left out: what is stored of them goes. */
  readonly withdrawn = new Set<string>();
  /** The latest instant of a fact; null: none yet. */
  latest: number | null = null;
  private readonly byId = new Map<string, BatchedFact>();

  /** `at`: when the fact happened, where that is known. */
  add(fact: FactRow, at: number | null = null): void {
    this.rows += 1;
    if (at !== null && (this.latest === null || at > this.latest)) this.latest = at;
    this.withdrawn.delete(fact.externalId);
    const contentHash = contentHashOf(fact.columns);
    const before = this.byId.get(fact.externalId);
    if (!before) {
      this.byId.set(fact.externalId, { fact, contentHash, firstHash: contentHash, replacing: 0, repeating: 0 });
      return;
    }
    const isSame = before.contentHash === contentHash;
    this.byId.set(fact.externalId, {
      fact,
      contentHash,
      firstHash: before.firstHash,
      replacing: before.replacing + (isSame ? 0 : 1),
      repeating: before.repeating + (isSame ? 1 : 0),
    });
  }

  reject(reject: Reject): void {
    this.rows += 1;
    this.rejects.push(reject);
  }

  skip(externalId: string | null): void {
    this.rows += 1;
    this.skipped += 1;
    if (externalId !== null) this.withdrawn.add(externalId);
  }

  get facts(): ReadonlyMap<string, BatchedFact> {
    return this.byId;
  }

  get serviceIds(): string[] {
    return [...new Set([...this.byId.values()].map(({ fact }) => fact.serviceId))];
  }

  /** In order of external id, so that batches written side by side never wait for each other in a circle. */
  copyLines(): Buffer {
    const sorted = [...this.byId.values()].sort((a, b) => (a.fact.externalId < b.fact.externalId ? -1 : 1));
    let lines = "";
    for (const { fact, contentHash } of sorted) {
      lines += `${copyText(fact.externalId)}\t${fact.columns}\t${contentHash}\n`;
    }
    return Buffer.from(lines);
  }
}
