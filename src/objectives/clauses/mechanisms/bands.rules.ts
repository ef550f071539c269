import { compare, rational, ZERO, type Rational } from "../../../shared/rational";
import type { Band, BandReading, Mechanism } from "../clause";
import type { ClausePay, ClauseReading } from "./clause-reading";
import { ValueInNoBand } from "./clause-pay.errors";
import { bandValue, worseBy } from "./compared-value.rules";
import { shownLevel, shownPay, shownValue } from "./readable.rules";
import { unmeasuredPay } from "./unmeasured.rules";

type Bands = Extract<Mechanism, { kind: "bands" }>;
type Kpi = ClauseReading["kpi"];

/**
 * The amount of the band that the value lies in; a bound belongs to the better band, whichever way is better (R4), and
 * the value is read as the bands were written (R5). Availability (A10, X65), share of the fee:
 * | value  | 99.995 % | 99.99 % | 99.5 % | 99.0 % | 97 %  | 95.0 % | 94 %  |
 * | credit |        0 |       0 |    5 % |    5 % |  15 % |   15 % | 100 % |
 * Bands written 98.0–98.9 → 1 and 99.0– → 0 (C3):
 * | value   | truncate | half_up |
 * | 98.94 % |        1 |       1 |
 * | 98.95 % |        1 |       0 |
 * Without a value: nothing.
 */
export function bandsPay({ pays, reading: how, bands }: Bands, reading: ClauseReading): ClausePay {
  const value = bandValue(reading, how);
  if (value === null) return unmeasuredPay(pays);
  const band = bands.find((one) => holds(one, value, reading.kpi));
  if (!band) throw new ValueInNoBand(shownValue(value, reading.kpi));
  const amount = rational(band.pays);
  const bounds = [band.from, band.until].flatMap((one) => (one === null ? [] : rational(one)));
  return {
    pays,
    amount,
    inputs: [
      {
        name: how.kind === "continuous" ? "value" : `value, ${READ_AS[how.kind]}`,
        value: shownValue(value, reading.kpi, bounds),
      },
    ],
    rule: `A value ${bandName(band, reading.kpi)} brings ${shownPay(pays, amount)}.`,
  };
}

const READ_AS: Readonly<Record<Exclude<BandReading["kind"], "continuous">, string>> = {
  truncate: "cut to the decimals of the bands",
  half_up: "rounded half up to the decimals of the bands",
};

/** As good as `from` or better, and not as good as `until`. */
function holds({ from, until }: Band, value: Rational, kpi: Kpi): boolean {
  const isGoodEnough = from === null || compare(worseBy(value, rational(from), kpi), ZERO) <= 0;
  return isGoodEnough && (until === null || compare(worseBy(value, rational(until), kpi), ZERO) > 0);
}

/**
 * | bounds     | higher is better      | lower is better         |
 * | 98, 99     | from 98 to below 99   | above 98 and up to 99   |
 * | none worse | of 99 or more         | of 15 or less           |
 */
function bandName({ from, until }: Band, kpi: Kpi): string {
  const [worst, better] = [from, until].map((one) => one && shownLevel(rational(one), kpi));
  const isSmallBetter = kpi.direction === "minimise";
  if (worst && better) return isSmallBetter ? `above ${better} and up to ${worst}` : `from ${worst} to below ${better}`;
  if (worst) return isSmallBetter ? `of ${worst} or less` : `of ${worst} or more`;
  return better ? `${isSmallBetter ? "above" : "below"} ${better}` : "of any size";
}
