import type { Period } from "../../shared/period";
import { settleAmended, settlePeriod, type AmendedPart } from "../engine/settle-period.rules";
import type { SettledPeriod } from "../engine/settled-period";
import { periodInput } from "../period-input.rules";
import type { ResultOfPeriod, SettlementBook } from "../settlement-book.queries";
import { termsOfPeriod } from "../settlement-plan.rules";

/** Settles one period with results that are supposed, after what is supposed to have been settled before. */
export type PeriodSettler = (results: readonly ResultOfPeriod[], past: readonly SettledPeriod[]) => SettledPeriod;

/**
 * What settles a period again and again: terms, charge and records are found once. Null: its terms do not settle it. The
 * same as its settlement where results and past are.
 */
export function periodSettler(
  book: SettlementBook,
  period: Period,
  standing: readonly ResultOfPeriod[],
): PeriodSettler | null {
  const spans = termsOfPeriod(book, period, standing);
  if (spans.length === 0) return null;
  const ofPeriod = <T extends { periodKind: string; periodFrom: string }>(all: readonly T[]): T[] =>
    all.filter((one) => one.periodKind === period.kind && one.periodFrom === period.from);
  const [incidents, reportErrors] = [ofPeriod(book.incidents), ofPeriod(book.errors)];
  const charge = ofPeriod(book.charges)[0];
  const { currency } = book.contract;
  return (results, past) => {
    const parts = spans.map(({ version: { terms }, from, until, share }): AmendedPart => {
      const fee = charge?.amount ?? terms.fee;
      const input = periodInput({ period, currency, fee, incidents, reportErrors, results });
      return { terms, input, days: { from, until }, share };
    });
    const [only, ...others] = parts;
    return others.length === 0
      ? settlePeriod(only!.terms, only!.input, past, "sums")
      : settleAmended(parts, past, "sums");
  };
}
