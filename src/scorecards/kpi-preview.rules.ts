import type { Closing } from "../kpis/expression";
import { evaluate, type MeasuredFigure } from "../kpis/figure.rules";
import type { Dialect, KpiDefinition, Parameters } from "../kpis/kpi-definition";
import type { KpiFormula } from "../kpis/kpi-formula.rules";
import type { MeasureInUse } from "../kpis/measure-definition";
import type { ChannelClass } from "../measures/channel-class.rules";
import { addDays, daysBetween, earlierOf, laterOf, type Day } from "../shared/day";
import { groupBy } from "../shared/group-by";
import { periodContaining, type PeriodKind } from "../shared/period";
import type { Stream } from "../shared/stream";
import { figureSums, measuresIn, together, type BoundFormula, type StreamSums } from "./sums-book.rules";

/** What the facts of one day and channel say to each measure of a formula, in the order of `usesOf`. */
export interface PreviewRow {
  readonly stream: Stream;
  readonly day: Day;
  readonly channels: ChannelClass;
  readonly sums: readonly (number | null)[];
}

export interface PreviewPoint extends MeasuredFigure {
  readonly from: Day;
  readonly until: Day;
}

export interface PreviewRange {
  readonly from: Day;
  /** The first day that does not count. */
  readonly until: Day;
  readonly by: PeriodKind;
  /** Days from here on have not come yet. */
  readonly endOfDays: Day;
}

/** The measures of one stream that a formula looks at: what a slot would hold. */
export const usesOf = ({ measures }: KpiFormula, stream: Stream): MeasureInUse[] =>
  measures.filter(({ measure }) => measure.stream === stream);

/** Whether a level has to be known, which all the flows before the range make. */
export const looksBack = (formula: KpiFormula): boolean =>
  boundPreview(formula, "all").measures.some(({ closing }) => closing !== null);

/** The figure of each period within the range, worked out as scorecards do. */
export function previewPoints(
  formula: KpiFormula,
  channels: KpiDefinition["channels"],
  rows: readonly PreviewRow[],
  range: PreviewRange,
): PreviewPoint[] {
  const bound = boundPreview(formula, channels);
  return bucketsOf(range).map(({ from, until }) => {
    const days = Math.max(0, daysBetween(from, earlierOf(until, laterOf(from, range.endOfDays))));
    const sums = sumsOf(bound, rows, { from, until: addDays(from, days), days });
    return { from, until, ...evaluate(figureSums(bound, { rows: sums, days })) };
  });
}

const NO_DIALECT: Dialect = { code: "PREVIEW", description: "", numerator: "", denominator: null };
const NO_PARAMETERS: Parameters = {};

function boundPreview(formula: KpiFormula, channels: KpiDefinition["channels"]): BoundFormula {
  const { numerator, denominator, sample } = formula;
  const slotOf = (use: MeasureInUse): number => {
    const same = ({ measure, parameters }: MeasureInUse): boolean =>
      measure.code === use.measure.code && JSON.stringify(parameters) === JSON.stringify(use.parameters);
    return usesOf(formula, use.measure.stream).findIndex(same) + 1;
  };
  const sides = [
    ["numerator", numerator],
    ["denominator", denominator],
    ["sample", sample === numerator || sample === denominator ? null : sample],
  ] as const;
  return {
    ...{ kpi: { kpiCode: "PREVIEW", dialect: "PREVIEW", parameters: NO_PARAMETERS }, dialect: NO_DIALECT },
    ...{ channels, formula },
    measures: sides.flatMap(([side, of]) =>
      of === null ? [] : measuresIn(of).map((one) => ({ ...one, side, slot: slotOf(one.use) })),
    ),
  };
}

function bucketsOf({ from, until, by }: PreviewRange): { from: Day; until: Day }[] {
  const buckets: { from: Day; until: Day }[] = [];
  for (let at = from; at < until;) {
    const end = earlierOf(periodContaining(by, at).until, until);
    buckets.push({ from: at, until: end });
    at = end;
  }
  return buckets;
}

interface Bucket {
  readonly from: Day;
  readonly until: Day;
  readonly days: number;
}

function sumsOf({ measures }: BoundFormula, rows: readonly PreviewRow[], bucket: Bucket): StreamSums[] {
  const closings = [...new Set(measures.map(({ closing }) => closing))];
  const groups = [...groupBy(rows, ({ stream, channels }) => `${stream}/${channels}`).values()];
  const width = (stream: Stream): number => measures.filter(({ use }) => use.measure.stream === stream).length;
  return closings.flatMap((closing) =>
    groups.flatMap((group): StreamSums[] => {
      const { stream, channels } = group[0] as PreviewRow;
      const counting = group.filter(({ day }) => day < bucket.until && (closing !== null || day >= bucket.from));
      if (counting.length === 0) return [];
      const length = Math.max(width(stream), (group[0] as PreviewRow).sums.length);
      const aggregates = measures.filter(({ use }) => use.measure.stream === stream);
      const sums = Array.from({ length }, (_, index) => {
        const how = aggregates.find(({ slot }) => slot === index + 1)?.use.measure.aggregate ?? "sum";
        const values = counting.flatMap((row) => closed(row, index, closing, bucket));
        return together(values, closing === null ? how : "sum");
      });
      return [{ stream, channels, closing, length, sums }];
    }),
  );
}

/** What a day adds to a closing: to a sum of levels as often as there are days left that end with it. */
function closed(row: PreviewRow, index: number, closing: Closing | null, { from, until }: Bucket): number[] {
  const value = row.sums[index];
  if (value == null) return [];
  if (closing === null || closing === "at_end") return [value];
  if (closing === "at_start") return row.day < from ? [value] : [];
  return [value * daysBetween(laterOf(row.day, from), until)];
}
