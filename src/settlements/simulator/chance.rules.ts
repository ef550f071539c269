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

/**
 * So many numbers from 0 to below 1, one in each of as many equal parts, in an order of chance: what is drawn with them
 * lies as its distribution has it, however few they are (Latin hypercube; McKay, Beckman, Conover 1979).
 */
export function evenly(count: number, chance: Chance): number[] {
  const drawn = Array.from({ length: count }, (_, part) => (part + chance()) / count);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1));
    [drawn[last], drawn[other]] = [drawn[other]!, drawn[last]!];
  }
  return drawn;
}

/** How many of n events succeed at a rate; the distribution is laid out once. */
export class BinomialDraw {
  private readonly distribution: Distribution;

  constructor(n: number, successes: number) {
    this.distribution = binomial(n, n === 0 ? 0 : successes / n);
  }

  /** At a place in the distribution, from 0 to 1. */
  at = (place: number): number => quantile(this.distribution, place);
}
