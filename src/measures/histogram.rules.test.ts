import { seeded } from "../test-support/seeded";
import { bucketOf, LOWEST_BUCKET, RELATIVE_ERROR, valueOfBucket } from "./histogram.rules";

const SEED = 77;

describe("a bucket", () => {
  it.each([
    [0, LOWEST_BUCKET, 0],
    [1, 0, 0.99],
    [34, 177, 34.1],
    [3_600, 410, 3_607],
  ])("of %d is %d and told as about %d", (value, bucket, told) => {
    expect(bucketOf(value)).toBe(bucket);
    expect(valueOfBucket(bucket) / (told || 1)).toBeCloseTo(told === 0 ? 0 : 1, 2);
  });

  it(`tells every value within one per cent, and larger ones never as less (seed ${SEED})`, () => {
    const random = seeded(SEED);
    const values = Array.from({ length: 20_000 }, () => Math.ceil(Math.exp(random() * 20))).sort((a, b) => a - b);
    const told = values.map((value) => valueOfBucket(bucketOf(value)));

    values.forEach((value, i) =>
      expect(Math.abs(told[i]! - value)).toBeLessThanOrEqual(value * RELATIVE_ERROR * 1.000_001),
    );
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });
});
