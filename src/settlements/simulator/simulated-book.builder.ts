import type { SettlementTerms } from "../../objectives/clauses/settlement-terms";
import { judgement } from "../../scorecards/objective-outcome.rules";
import { day } from "../../shared/day";
import { periodContaining, shiftPeriod } from "../../shared/period";
import type { ResultOfPeriod, SettlementBook } from "../settlement-book.queries";

const JANUARY = periodContaining("month", day("2026-01-01"));
const SHARE = { code: "SERVICE_LEVEL", unit: "share", direction: "maximise", precision: 1 } as const;

/** By code of the objective: month by month how many of how many. */
export type Months = Readonly<Record<string, readonly (readonly [number, number])[]>>;

/** A contract from January 2026 on, settled by these terms, whose objectives (80 %, at least 70 %) came out like this. */
export function aBook(terms: SettlementTerms, months: Months, rounding: null = null): SettlementBook {
  const count = Math.max(...Object.values(months).map(({ length }) => length));
  const version = {
    ...{ clientId: "c", contractId: "k", terms, amendmentId: null, version: 1, validFrom: day("2020-01-01") },
    ...{ validUntil: null, recordedAt: new Date(0), supersededAt: null },
  };
  const contract = { clientId: "c", id: "k", code: "care", currency: "EUR", timeZone: "UTC" };
  return {
    contract: { ...contract, startsOn: day("2020-01-01"), endsOn: null },
    terms: [version],
    ...{ amendments: [], charges: [], incidents: [], errors: [] },
    periods: Array.from({ length: count }, (_, index) => shiftPeriod(JANUARY, index)),
    results: Object.entries(months).flatMap(([code, all]) =>
      all.map(([top, bottom], index) => resultOf(code, shiftPeriod(JANUARY, index), { top, bottom, rounding })),
    ),
  };
}

function resultOf(
  code: string,
  {
    kind,
    from,
  }: { readonly kind: "day" | "week" | "month" | "quarter" | "year"; readonly from: ReturnType<typeof day> },
  { top, bottom, rounding }: { readonly top: number; readonly bottom: number; readonly rounding: null },
): ResultOfPeriod {
  const aims = { target: "0.8", minimum: "0.7", expected: null, rounding, weight: "1" };
  const value = bottom === 0 ? null : String(top / bottom);
  const status = bottom === 0 ? "NO_DATA" : "OK";
  const figure = { numerator: String(top), denominator: String(bottom), sample: bottom, value, status } as const;
  const { outcome } = judgement(figure, { kpi: SHARE, aims }, { isOver: true });
  return {
    ...{ objectiveId: code, code, name: code, clause: `Schedule 2, ${code}`, kpi: SHARE, aims, outcome },
    ...{ periodKind: kind, periodFrom: from, unadjusted: null, exclusions: [], segments: [] },
    item: figure as unknown as ResultOfPeriod["item"],
    saved: { id: code, version: 1 },
  };
}
