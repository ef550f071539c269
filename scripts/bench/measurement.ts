import type { BenchDatabase } from "./bench-database";
import type { Ratio } from "./ratio";

/** What a ratio should reach; printed beside it. */
export type Aim = { readonly atLeast: number } | { readonly atMost: number };

/**
 * One named ratio. A file `*.bench.ts` in this folder exports them as `measurements`, and the runner finds it:
 *
 *   export const measurements: readonly Measurement[] = [{ name: "ingest", aim: { atLeast: 0.4 }, says, run }];
 */
export interface Measurement {
  readonly name: string;
  /** What is divided by what, in one line. */
  readonly says: string;
  readonly aim: Aim;
  run(context: BenchContext): Promise<Ratio>;
}

export interface BenchContext {
  /** Smaller files, fewer pairs: to see that it works, not to quote. */
  readonly quick: boolean;
  /** An empty folder of this run, removed at its end. */
  readonly folder: string;
  /** Progress, for a person who waits. */
  say(text: string): void;
  /** A migrated database of its own on the run's server, which keeps data as durably as in production. */
  newDatabase(name: string): Promise<BenchDatabase>;
  /** Makes something costly once for all measurements that share it. */
  once<T>(key: string, make: () => Promise<T>): Promise<T>;
}

export const aimMet = (aim: Aim, value: number): boolean =>
  "atLeast" in aim ? value >= aim.atLeast : value <= aim.atMost;

export const aimShown = (aim: Aim): string => ("atLeast" in aim ? `≥ ${aim.atLeast}` : `≤ ${aim.atMost}`);
