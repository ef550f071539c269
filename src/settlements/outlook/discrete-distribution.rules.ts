/**
 * A distribution over whole numbers, laid out around its mode. Probabilities are binary floats: they estimate, nothing is
 * paid by them alone. What lies so far out that it has less than 10⁻¹⁶ of the mode's probability is left out.
 */
export interface Distribution {
  readonly first: number;
  /** P(X ≤ first + i), the last one 1. */
  readonly cumulated: Float64Array;
}

/** P(k + 1) ÷ P(k). */
type Step = (k: number) => number;

interface Support {
  readonly from: number;
  readonly until: number;
}

const NEGLIGIBLE = 1e-16;

/** From the ratio of neighbours alone: nothing has to be known of the normalisation. */
function fromSteps({ from, until }: Support, mode: number, step: Step): Distribution {
  const above: number[] = [];
  for (let k = mode, weight = 1; k < until && weight > NEGLIGIBLE; k += 1) above.push((weight *= step(k)));
  const below: number[] = [];
  for (let k = mode, weight = 1; k > from && weight > NEGLIGIBLE; k -= 1) below.push((weight /= step(k - 1)));
  const weights = [...below.reverse(), 1, ...above];
  const cumulated = new Float64Array(weights.length);
  let sum = 0;
  for (const [index, weight] of weights.entries()) cumulated[index] = sum += weight;
  for (let index = 0; index < cumulated.length; index += 1) cumulated[index] = cumulated[index]! / sum;
  return { first: mode - below.length, cumulated };
}

/** How many of n succeed, each with probability p. */
export function binomial(n: number, p: number): Distribution {
  if (p <= 0 || n === 0) return certain(0);
  if (p >= 1) return certain(n);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  return fromSteps({ from: 0, until: n }, mode, (k) => ((n - k) / (k + 1)) * (p / (1 - p)));
}

/** How many of n succeed where the probability itself is only known from `a` successes and `b` failures. */
export function betaBinomial(n: number, a: number, b: number): Distribution {
  if (n === 0) return certain(0);
  const step: Step = (k) => ((n - k) / (k + 1)) * ((a + k) / (b + n - k - 1));
  return fromSteps({ from: 0, until: n }, modeOf(n, step, a / (a + b)), step);
}

/** Climbs from about the mean to where no neighbour is likelier; at worst to an end of a bowl's higher side. */
function modeOf(n: number, step: Step, mean: number): number {
  let k = Math.min(n, Math.max(0, Math.round(n * mean)));
  while (k < n && step(k) > 1) k += 1;
  while (k > 0 && step(k - 1) < 1) k -= 1;
  return k;
}

const certain = (value: number): Distribution => ({ first: value, cumulated: new Float64Array([1]) });

/** The least k with P(X ≤ k) ≥ share. */
export function quantile({ first, cumulated }: Distribution, share: number): number {
  let [low, high] = [0, cumulated.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulated[middle]! >= share) high = middle;
    else low = middle + 1;
  }
  return first + low;
}

/** P(X ≤ k). */
export function atMost({ first, cumulated }: Distribution, k: number): number {
  const index = Math.floor(k) - first;
  if (index < 0) return 0;
  return index >= cumulated.length ? 1 : cumulated[index]!;
}

/** P(X ≥ k). */
export const atLeast = (of: Distribution, k: number): number => 1 - atMost(of, Math.ceil(k) - 1);
