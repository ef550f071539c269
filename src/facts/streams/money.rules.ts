import { minorDigits } from "../../kpis/currency.rules";
import { Decimal } from "../../shared/decimal";

/** As many digits as any amount times any rate has. */
const Exact = Decimal.clone({ precision: 100 });

/**
 * An amount times a rate in whole minor units of a currency, rounded once, half away from zero.
 * | amount | rate     | into | minor units |
 * |  12.34 |        1 | EUR  |       1,234 |
 * | 100.00 | 0.91875  | EUR  |       9,188 |
 * |  -0.50 |   0.0110 | EUR  |          -1 |
 * |    2.5 |        1 | JPY  |           3 |
 * | 1.2345 |        1 | KWD  |       1,235 |
 */
export const minorUnits = (amount: string, rate: string, currency: string): Decimal =>
  new Exact(amount)
    .times(rate)
    .times(new Exact(10).pow(minorDigits(currency)))
    .toDecimalPlaces(0, Decimal.ROUND_HALF_UP);

const known = new Set(Intl.supportedValuesOf("currency"));

/** Whether it is a code of ISO 4217. */
export const isCurrency = (code: string): boolean => known.has(code);
