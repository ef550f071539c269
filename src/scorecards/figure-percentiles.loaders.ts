import { formulaOf } from "../kpis/kpi-formula.rules";
import type { KpiDefinition } from "../kpis/kpi-definition";
import { distributionOf, writtenDistribution, type WrittenDistribution } from "../measures/histogram-source.rules";
import { RELATIVE_ERROR, valueOfBucket } from "../measures/histogram.rules";
import type { Tx } from "../platform/database";
import { batchLoaderBy } from "../platform/graphql/loader";
import { Decimal } from "../shared/decimal";
import { groupBy } from "../shared/group-by";
import { Accounts } from "./accounts.rules";
import { daysSoFar, type OpenedFigure } from "./figure-reading";
import { windowOf } from "./figure-window.rules";
import { mergedPercentiles } from "./histogram-percentiles.queries";
import type { FigureView } from "./scorecard-view";
import { commonDays } from "./source.rules";
import { hull } from "./sums.queries";
import { itemKey } from "./target-choice.rules";

/** How the times of single facts behind a figure are spread. */
export interface PercentilesView {
  readonly p50: string;
  readonly p90: string;
  readonly p95: string;
  readonly relativeError: string;
  readonly sample: number;
  readonly kpi: KpiDefinition;
}

export interface PercentilesQuestion extends OpenedFigure {
  readonly figure: FigureView;
  readonly now: Date;
}

/** The distribution that a figure is the mean of; null for figures that are no means of times. */
export function histogramOf({ kpi, result }: FigureView): WrittenDistribution | null {
  const distribution = kpi.unit === "seconds" ? distributionOf(formulaOf(result)) : null;
  return distribution && writtenDistribution(distribution);
}

const textOf = ({ figure: { of, period, result } }: PercentilesQuestion): string =>
  `${of.kind}/${of.id}/${period.kind}/${period.from}/${itemKey(result)}`;

/** One statement for each contract and KPI, whatever the number of subjects and periods. */
export const percentilesOfFigure = batchLoaderBy<PercentilesQuestion, PercentilesView | null>(
  textOf,
  async (tx, _viewer, questions) => {
    const answers = new Map<PercentilesQuestion, PercentilesView>();
    const together = ({ figure }: PercentilesQuestion): string =>
      `${figure.of.contractId}/${histogramOf(figure)?.id}/${figure.kpi.channels}`;
    for (const some of groupBy(questions, together).values()) await answerTogether(tx, some, answers);
    return questions.map((one) => answers.get(one) ?? null);
  },
);

async function answerTogether(
  tx: Tx,
  questions: readonly PercentilesQuestion[],
  answers: Map<PercentilesQuestion, PercentilesView>,
): Promise<void> {
  const [first] = questions;
  const histogram = first && histogramOf(first.figure);
  if (!histogram) return;
  const { kpi, of } = first.figure;
  const spans = questions.map(({ figure, plan, now }, no) => ({ no, ...ended(daysSoFar(figure, plan, now), figure) }));
  const accounts = new Accounts(hull(spans));
  const accountOf = ({ plan, figure }: PercentilesQuestion): number | null => {
    const days = commonDays(plan.item.days, windowOf(plan, figure.period));
    return days && accounts.numberOf(plan.subject, days);
  };
  const numbers = questions.map(accountOf);
  const request = { clientId: of.clientId, histogram, channels: kpi.channels, spans, sources: accounts.sources };
  for (const { no, account, sample, ...buckets } of await mergedPercentiles(tx, request)) {
    const question = questions[no];
    if (question && numbers[no] === account) answers.set(question, { ...valuesOf(buckets), sample, kpi });
  }
}

const ended = ({ from, until }: ReturnType<typeof daysSoFar>, { period }: FigureView) => ({
  from,
  until: until ?? period.until,
});

const valuesOf = ({ p50, p90, p95 }: { readonly p50: number; readonly p90: number; readonly p95: number }) => ({
  ...{ p50: told(p50), p90: told(p90), p95: told(p95) },
  relativeError: String(RELATIVE_ERROR),
});

/** With as many digits as could matter within the error. */
const told = (bucket: number): string => new Decimal(valueOfBucket(bucket)).toSignificantDigits(8).toString();
