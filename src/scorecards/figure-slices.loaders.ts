import { evaluate, type MeasuredFigure } from "../kpis/figure.rules";
import type { KpiDefinition } from "../kpis/kpi-definition";
import type { Tx } from "../platform/database";
import { batchLoaderBy } from "../platform/graphql/loader";
import { groupBy } from "../shared/group-by";
import { Accounts } from "./accounts.rules";
import { loadParts, type PartKind, type PartSums } from "./figure-parts.queries";
import { daysSoFar, type OpenedFigure } from "./figure-reading";
import { windowOf } from "./figure-window.rules";
import { FormulaBook, neededSlots } from "./formula-book.rules";
import type { FigureView } from "./scorecard-view";
import { slotNeeds } from "./slot-columns.rules";
import { commonDays } from "./source.rules";
import { figureSums } from "./sums-book.rules";
import { hull } from "./sums.queries";
import { itemKey } from "./target-choice.rules";

export interface SliceQuestion extends OpenedFigure {
  readonly figure: FigureView;
  readonly by: PartKind;
  readonly now: Date;
}

/** What one person, channel or day contributes. `part`: id of the person (nil: nobody), channel, or day. */
export interface SliceView extends MeasuredFigure {
  readonly part: string;
  readonly day: string | null;
  readonly channel: string | null;
  readonly by: PartKind;
  readonly kpi: KpiDefinition;
  readonly currency: string;
}

const textOf = ({ figure: { of, period, result }, by }: SliceQuestion): string =>
  `${by}/${of.kind}/${of.id}/${period.kind}/${period.from}/${itemKey(result)}`;

const contractAndKind = ({ figure, by }: SliceQuestion): string => `${figure.of.contractId}/${by}`;

/** One statement for each contract and kind of slice, whatever the number of figures. */
export const slicesOfFigure = batchLoaderBy<SliceQuestion, SliceView[]>(textOf, async (tx, _viewer, questions) => {
  const answers = new Map<SliceQuestion, SliceView[]>();
  for (const together of groupBy(questions, contractAndKind).values()) await sliceTogether(tx, together, answers);
  return questions.map((one) => answers.get(one) as SliceView[]);
});

async function sliceTogether(
  tx: Tx,
  questions: readonly SliceQuestion[],
  answers: Map<SliceQuestion, SliceView[]>,
): Promise<void> {
  const [first] = questions;
  if (!first) return;
  const formulas = new FormulaBook(first.sources.slots, first.sources.versionByKpi);
  const accounts = new Accounts(hull(questions.map(({ plan, figure }) => windowOf(plan, figure.period))));
  const accountOf = ({ figure, plan, now }: SliceQuestion): number | null => {
    const days = commonDays(plan.item.days, daysSoFar(figure, plan, now));
    return days && accounts.numberOf(plan.subject, days);
  };
  questions.forEach(accountOf);
  const parts = await loadParts(tx, {
    clientId: first.figure.of.clientId,
    by: first.by,
    sources: accounts.sources,
    needs: slotNeeds(questions.flatMap(({ figure }) => neededSlots(formulas.of(figure.result).formula, false))),
  });
  const byAccount = groupBy(parts, (one) => one.account);
  for (const one of questions) answers.set(one, slicesOf(one, byAccount.get(accountOf(one) ?? -1) ?? [], formulas));
}

/** Parts that bring nothing to this KPI (a survey day to a service level) are left out. */
function slicesOf({ figure, by }: SliceQuestion, parts: readonly PartSums[], formulas: FormulaBook): SliceView[] {
  const { formula } = formulas.of(figure.result);
  return [...groupBy(parts, ({ part }) => part)].flatMap(([part, sums]) => {
    const measured = evaluate(figureSums(formula, { rows: sums, days: 0 }));
    const named = { part, day: by === "day" ? part : null, channel: by === "channel" ? part : null };
    return isEmpty(measured) ? [] : [{ ...measured, ...named, by, kpi: figure.kpi, currency: figure.clock.currency }];
  });
}

const isEmpty = ({ numerator, denominator }: MeasuredFigure): boolean =>
  Number(numerator ?? 0) === 0 && Number(denominator ?? 0) === 0;
