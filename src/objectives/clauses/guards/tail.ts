import type { Rational } from "../../../shared/rational";

/** Whole events, each of which is missed with the same probability. */
export interface Tail {
  readonly events: number;
  readonly misses: number;
  readonly missRate: Rational;
}
