/**
 * P(Z ≤ z) of the standard normal distribution, by Marsaglia's series around 0 (2004): to 15 digits within ±7, beyond that
 * 0 or 1.
 * | z      | P        |
 * | 0      | 0.5      |
 * | 1.6449 | 0.95     |
 * | −1.96  | 0.025    |
 */
export function normalShare(z: number): number {
  if (z < -7) return 0;
  if (z > 7) return 1;
  let [sum, term] = [z, z];
  for (let i = 3; Math.abs(term) > 1e-17 * Math.abs(sum) && i < 400; i += 2) sum += term *= (z * z) / i;
  return 0.5 + sum * Math.exp(-0.5 * z * z - 0.91893853320467274178);
}

/** Points of the normal distribution by the part of it that lies between minus and plus. */
export const TWO_SIDED = { "0.9": 1.6448536269514722, "0.95": 1.959963984540054 } as const;
