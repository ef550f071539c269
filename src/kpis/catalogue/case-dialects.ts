import type { Dialect } from "../kpi-definition";

interface TimeOfCase {
  /** Ends of the codes, with what they say: `_ALL_PAUSES` → "without any pause". */
  readonly variants: readonly { readonly suffix: string; readonly says: string; readonly measure: string }[];
  readonly what: string;
  /** Measure that counts. */
  readonly count: string;
}

const CLOCKS = [
  { code: "CALENDAR", clock: "calendar", says: "time on the clock on the wall" },
  { code: "BUSINESS", clock: "business", says: "working time by the service's calendar" },
] as const;

/** `CALENDAR`, `CALENDAR_P50`, `CALENDAR_P90`, `CALENDAR_P95`, the same for `BUSINESS`, and all of them for each variant. */
export const timeDialects = ({ variants, what, count }: TimeOfCase): Dialect[] =>
  variants.flatMap(({ suffix, says, measure }) =>
    CLOCKS.flatMap(({ code, clock, says: ofClock }) => {
      const numerator = measure.replace("*", clock);
      const told = `${what}${says}, in ${ofClock}`;
      const percentiles = [50, 90, 95] as const;
      return [
        { code: `${code}${suffix}`, description: `Mean ${told}.`, numerator, denominator: count },
        ...percentiles.map((percentile) => ({
          ...{ code: `${code}${suffix}_P${percentile}`, numerator, denominator: count, percentile },
          description: `Percentile ${percentile} of the ${told}: exact, over single facts.`,
        })),
      ];
    }),
  );
