import { Decimal as DecimalJs } from "decimal.js";

/** Exact decimals, 34 significant digits where a quotient does not end, written without exponents. */
export const Decimal = DecimalJs.clone({ precision: 34, toExpNeg: -40, toExpPos: 40 });
export type Decimal = DecimalJs;
