/**
 * Log-bucket histograms (the mapping of DDSketch): bucket i holds the values in (γ^(i−1), γ^i], and every value of it is
 * told as 2γ^i ÷ (γ + 1), which is never off by more than 1 %. Nothing and less has a bucket of its own. Histograms of
 * days, services and persons add up bucket by bucket.
 * | value     |      0 |     1 |      34 |    3,600 |
 * | bucket    | lowest |     0 |     177 |      410 |
 * | told as   |      0 |  0.99 |   34.13… | 3,607.6… |
 */
export const RELATIVE_ERROR = 0.01;
const GAMMA = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR);

/** Above nothing by so little that no whole number is nearer. */
const NOTHING = 1e-9;

/** The bucket of values that are not above 0. */
export const LOWEST_BUCKET = Math.ceil(Math.log(NOTHING) / Math.log(GAMMA));

/** The bucket of a whole number. */
export const bucketOf = (value: number): number => Math.ceil(Math.log(Math.max(value, NOTHING)) / Math.log(GAMMA));

/** SQL of the bucket of a whole number. */
export const bucketSql = (value: string): string =>
  `ceil(ln(greatest((${value})::float8, ${NOTHING}::float8)) / ${Math.log(GAMMA)}::float8)::smallint`;

/** What a bucket's values are told as. */
export const valueOfBucket = (bucket: number): number =>
  bucket === LOWEST_BUCKET ? 0 : (2 * GAMMA ** bucket) / (GAMMA + 1);

/** Rows of more facts than this hold counts; below, each fact's bucket takes less room and time. */
export const MOST_UNCOUNTED = 256;
