import { unsafeUniformIntDistribution, xoroshiro128plus, type RandomGenerator } from "pure-rand";
import { sha256 } from "../../src/shared/canonical-hash";

/** Draws that are the same for the same seed text, on every machine. */
export class Chance {
  private readonly generator: RandomGenerator;

  constructor(seed: string) {
    this.generator = xoroshiro128plus(Number.parseInt(sha256(seed).slice(0, 8), 16));
  }

  /** In [0, 1). */
  unit(): number {
    return unsafeUniformIntDistribution(0, 0x7ffffffe, this.generator) / 0x7fffffff;
  }

  happens(probability: number): boolean {
    return this.unit() < probability;
  }

  oneOf<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.unit() * choices.length)] as T;
  }

  /** Waiting time until the next event of a rate; mean `mean`. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.unit());
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
  }

  /** Handle times and the like: positive, with a long tail; `mean` is the mean. */
  logNormal(mean: number, spread: number): number {
    return mean * Math.exp(spread * this.normal() - (spread * spread) / 2);
  }
}
