/** One side of a pair: does the work once and tells its figure (rows per second, seconds, bytes). */
export type Side = () => Promise<number>;

/** The outcome of paired runs: each pair gives one ratio, first side ÷ second. */
export interface Ratio {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly ratios: readonly number[];
  /** Absolute figures behind it, with units in their names: `{ "ours rows/s": 61000 }`. Medians over the pairs. */
  readonly figures: Readonly<Record<string, number>>;
}

export interface PairedRuns {
  /** Each side with the name its figure is shown under. */
  readonly first: readonly [name: string, side: Side];
  readonly second: readonly [name: string, side: Side];
  readonly pairs: number;
  /** Pairs run before and not counted. */
  readonly warmUps?: number;
}

/** Runs the sides in turn, A B A B, so that a slow minute of the machine meets both. */
export async function pairedRatio({ first, second, pairs, warmUps = 1 }: PairedRuns): Promise<Ratio> {
  const seen: [number, number][] = [];
  for (let i = -warmUps; i < pairs; i++) {
    const pair: [number, number] = [await first[1](), await second[1]()];
    if (i >= 0) seen.push(pair);
  }
  return ratioOf(seen, [first[0], second[0]]);
}

/** The ratio of pairs measured elsewhere. */
export function ratioOf(pairs: readonly (readonly [number, number])[], names: readonly [string, string]): Ratio {
  const ratios = pairs.map(([a, b]) => a / b);
  const figures = {
    [names[0]]: median(pairs.map(([a]) => a)),
    [names[1]]: median(pairs.map(([, b]) => b)),
  };
  return { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios), ratios, figures };
}

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error("There is no median of nothing.");
  return (low + high) / 2;
}

/** Seconds that `work` took. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
