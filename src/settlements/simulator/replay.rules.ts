import { judgement } from "../../scorecards/objective-outcome.rules";
import type { ResultOfPeriod, SettlementBook } from "../settlement-book.queries";
import { wantedSettlements, type WantedSettlement } from "../settlement-plan.rules";
import type { SettledPeriod } from "../engine/settled-period";

/** History as it would have been settled, and the results behind it. */
export interface Replay {
  readonly settled: readonly WantedSettlement[];
  readonly results: readonly ResultOfPeriod[];
}

/**
 * Settles every period of the book, each after those before it. Where a target rises because performance exceeded it for
 * long enough, the following periods are held against the new target.
 */
export function replayed(book: SettlementBook): Replay {
  const raised = new Set<string>();
  for (let results = book.results; ;) {
    const settled = wantedSettlements({ ...book, results });
    const next = settled.map((one) => one.settled).find((one) => risesIn(one, raised).length > 0);
    if (!next) return { settled, results };
    for (const rise of risesIn(next, raised)) {
      raised.add(keyOf(next, rise.objective));
      results = results.map((one) => withTarget(one, { from: next.period.until, ...rise }));
    }
  }
}

interface Rise {
  readonly objective: string;
  readonly target: string;
}

const keyOf = ({ period }: SettledPeriod, objective: string): string => `${period.from}/${objective}`;

const risesIn = (settled: SettledPeriod, raised: ReadonlySet<string>): Rise[] =>
  settled.ratchets.flatMap(({ objective, newTarget }) =>
    newTarget === null || raised.has(keyOf(settled, objective)) ? [] : [{ objective, target: newTarget }],
  );

function withTarget(result: ResultOfPeriod, { from, objective, target }: Rise & { from: string }): ResultOfPeriod {
  if (result.code !== objective || result.periodFrom < from) return result;
  const aims = { ...result.aims, target };
  return { ...result, aims, outcome: judgement(result.item, { kpi: result.kpi, aims }, { isOver: true }).outcome };
}
