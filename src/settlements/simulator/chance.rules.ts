import { binomial, quantile, type Distribution } from "../outlook/discrete-distribution.rules";

/** The next number of a sequence, at least 0 and below 1. */
export type Chance = () => number;

/**
 * A sequence that looks random and is the same for the same seed: mulberry32 (T. Ettinger, public domain). Good enough to
 * draw samples, not for secrets.
 */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Draws how many of n events succeed at a rate, each time anew; the distribution is laid out once. */
export class BinomialDraw {
  private readonly distribution: Distribution;

  constructor(n: number, successes: number) {
    this.distribution = binomial(n, n === 0 ? 0 : successes / n);
  }

  next = (chance: Chance): number => quantile(this.distribution, chance());
}
