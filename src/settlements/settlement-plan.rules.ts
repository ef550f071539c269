import { amendedSpans } from "../contracts/amended-spans.rules";
import type { BelievedAmendment } from "../contracts/amendment.lookups";
import type { SettlementTermsVersion } from "../objectives/clauses/settlement-terms-version.entity";
import { decidingDay } from "../scorecards/scorecard-plan.rules";
import { addDays, daysBetween, type Day } from "../shared/day";
import { groupBy } from "../shared/group-by";
import type { Period } from "../shared/period";
import { settleAmended, settlePeriod, type AmendedPart } from "./engine/settle-period.rules";
import type { SettledPeriod } from "./engine/settled-period";
import { figureText, levelsOf } from "./engine/money-text.rules";
import { periodInput } from "./period-input.rules";
import type { OfPeriod } from "./records-of-period";
import type { SettlementBook, ResultOfPeriod } from "./settlement-book.queries";
import type { ResultBehind, SettlementBasis } from "./settlement.entity";

/** What the settlement of a closed period follows from, beside the periods before it. */
export interface PlannedSettlement {
  readonly period: Period;
  readonly parts: readonly AmendedPart[];
  readonly basis: Omit<SettlementBasis, "fee">;
  readonly termsVersion: number;
  readonly amendmentId: string | null;
  /** Ids of objectives by their codes. */
  readonly objectiveIds: ReadonlyMap<string, string>;
}

/** What a closed period comes to by everything known now. */
export interface WantedSettlement extends Omit<PlannedSettlement, "parts" | "basis"> {
  readonly settled: SettledPeriod;
  readonly basis: SettlementBasis;
}

/** Every closed period of a contract that its terms settle, in order: each by those before it, worked out anew. */
export const wantedSettlements = (book: SettlementBook): WantedSettlement[] => settledInOrder(plannedSettlements(book));

/** Every closed period of a contract that its terms settle, in order. */
export function plannedSettlements(book: SettlementBook): PlannedSettlement[] {
  const results = groupBy(book.results, keyOf);
  return book.periods.flatMap((period): PlannedSettlement[] => {
    const found = results.get(`${period.kind}/${period.from}`) ?? [];
    const spans = termsOfPeriod(book, period, found);
    return spans.length === 0 ? [] : [plannedSettlement(book, { period, results: found, spans })];
  });
}

/** Each by those before it; `before`: what came before the first of them. */
export function settledInOrder(
  planned: readonly PlannedSettlement[],
  before: readonly SettledPeriod[] = [],
): WantedSettlement[] {
  const past = [...before];
  return planned.map(({ parts, basis, ...of }): WantedSettlement => {
    const only = parts.length === 1 ? parts[0]! : null;
    const settled = only ? settlePeriod(only.terms, only.input, past) : settleAmended(parts, past);
    past.push(settled);
    return { ...of, settled, basis: { ...basis, fee: settled.fee } };
  });
}

const keyOf = ({ periodKind, periodFrom }: OfPeriod): string => `${periodKind}/${periodFrom}`;

export interface TermsOfStretch {
  readonly from: Day;
  readonly until: Day;
  readonly version: SettlementTermsVersion;
  readonly amendment: BelievedAmendment | null;
  /** Its part in the whole: an exact fraction, `10/31`. */
  readonly share: string;
}

type TermsBook = Pick<SettlementBook, "contract" | "terms" | "amendments">;

/**
 * The terms by which a period is settled, each with its part in the whole: by days, or by the facts behind the
 * objectives' results where amendments say by volume and the results tell them apart. None: it is not settled.
 */
export function termsOfPeriod(
  { contract, terms, amendments }: TermsBook,
  period: Period,
  results: readonly Pick<ResultOfPeriod, "segments">[],
): TermsOfStretch[] {
  const deciding = decidingDay(period, { from: contract.startsOn, until: contract.endsOn });
  if (!deciding) return [];
  const days = { from: period.from, until: addDays(deciding, 1), kind: period.kind, amendments };
  const spans = amendedSpans(terms, days);
  if (spans.at(-1)?.until !== days.until) return [];
  if (spans.at(-1)!.version.terms.settledBy !== period.kind) return [];
  const same = spans.filter(({ version }) => version.terms.settledBy === period.kind);
  const byVolume = same.slice(1).every(({ rule }) => rule === "by_volume");
  const volumes = byVolume ? same.map((span) => volumeWithin(span, results)) : [];
  const isKnown = volumes.length > 0 && volumes.some((one) => one > 0);
  const sizes = isKnown ? volumes : same.map(({ from, until }) => daysBetween(from, until));
  const whole = sizes.reduce((sum, one) => sum + one, 0);
  return same.map(({ rule: _, ...span }, at) => ({
    ...span,
    share: sizes[at] === whole ? "1" : `${sizes[at]}/${whole}`,
  }));
}

/** Facts behind the results of a stretch, where the results were taken apart at its days. */
const volumeWithin = (
  { from, until }: { readonly from: Day; readonly until: Day },
  results: readonly Pick<ResultOfPeriod, "segments">[],
): number =>
  results
    .flatMap(({ segments }) => segments)
    .filter((one) => one.from >= from && one.until <= until)
    .reduce((sum, { figure }) => sum + figure.sample, 0);

interface PeriodToSettle {
  readonly period: Period;
  readonly results: readonly ResultOfPeriod[];
  readonly spans: readonly TermsOfStretch[];
}

function plannedSettlement(book: SettlementBook, { period, results, spans }: PeriodToSettle): PlannedSettlement {
  const charge = within(book.charges, period)[0] ?? null;
  const incidents = within(book.incidents, period).map(({ code, objectives, chosen }) => ({
    code,
    objectives,
    chosen,
  }));
  const errors = within(book.errors, period);
  const reportErrors = errors.map(({ reference, daysToCorrection }) => ({ reference, daysToCorrection }));
  const { currency } = book.contract;
  const parts = spans.map(({ version: { terms }, from, until, share }): AmendedPart => {
    const fee = charge?.amount ?? terms.fee;
    const input = periodInput({ period, currency, fee, results, incidents, reportErrors });
    return { terms, input, days: { from, until }, share };
  });
  const last = spans.at(-1)!;
  return {
    ...{ period, parts, termsVersion: last.version.version, amendmentId: last.amendment?.id ?? null },
    basis: {
      results: results.map(resultBehind),
      terms: spans.map(({ version, share }) => ({ version: version.version, share })),
      chargeId: charge?.id ?? null,
      incidents: incidents.map(({ code, chosen }) => ({ code, chosen })),
      reportErrors: errors.map(({ reference, said }) => ({ reference, said })),
    },
    objectiveIds: new Map(results.map(({ code, objectiveId }) => [code, objectiveId])),
  };
}

const within = <T extends OfPeriod>(all: readonly T[], { kind, from }: Period): T[] =>
  all.filter((one) => one.periodKind === kind && one.periodFrom === from);

const resultBehind = ({ objectiveId, code, outcome, item, kpi, aims, saved }: ResultOfPeriod): ResultBehind => ({
  ...{ objectiveId, code, id: saved.id, version: saved.version, outcome },
  ...{ value: item.value, shown: figureText(kpi, item, levelsOf(aims)) },
});
