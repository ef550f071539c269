import type { Tx } from "../platform/database";
import { computeResults, type ContractResults } from "./contract-results";
import { followDrift } from "./drift/drift-following";
import { touchAssessmentsWithoutResults } from "./assessments/assessment.queries";
import { touchValuesWithoutResults } from "./manual/manual-value.queries";
import { closingsOf } from "./period-closing.queries";
import { replaceObjectiveResults, replaceScorecards, type ReplacedPlace } from "./result-rows.queries";
import { claimTouchedPeriods, hasTouchedPeriods, touchEndedPeriods } from "./touched-period.queries";

export interface RescoreReport {
  readonly periods: number;
  readonly scorecards: number;
  readonly objectiveResults: number;
  /** Whether the log holds more; perhaps what another worker is at. */
  readonly remaining: boolean;
}

/** Keeps provisional scorecards and objective results true to the daily measures and the definitions. */
export class ScorecardService {
  /**
   * Computes the scorecards and objective results of at most `limit` touched periods of a client. All of it lands with
   * the transaction, or nothing does and the periods stay touched. Run it alone in a short transaction.
   */
  async rescoreTouched(
    tx: Tx,
    { clientId, limit, now }: { clientId: string; limit: number; now: Date },
  ): Promise<RescoreReport> {
    const report = { periods: 0, scorecards: 0, objectiveResults: 0 };
    for (const { contractId, periods: touched } of await claimTouchedPeriods(tx, clientId, { limit, now })) {
      const closed = await closingsOf(tx, { clientId, contractId, periods: touched });
      const periods = touched.filter((one) => !closed.closingOf(one));
      const { cards, objectives } = await this.rescore(tx, { clientId, contractId, periods, now });
      const final = touched.filter((one) => closed.closingOf(one));
      await followDrift(tx, { clientId, contractId, periods: final, now });
      report.periods += touched.length;
      report.scorecards += cards.length;
      report.objectiveResults += objectives.length;
    }
    return { ...report, remaining: await hasTouchedPeriods(tx, clientId, now) };
  }

  /** The figures of open periods. */
  private async rescore(tx: Tx, place: ReplacedPlace): Promise<ContractResults> {
    if (place.periods.length === 0) return { cards: [], objectives: [] };
    const results = await computeResults(tx, place);
    await replaceScorecards(tx, place, results.cards);
    await replaceObjectiveResults(tx, place, results.objectives);
    return results;
  }

  /** For periods that have ended since they were last looked at, and those that lost their results. Returns how many. */
  async touchEnded(tx: Tx, clientId: string, now: Date): Promise<number> {
    const ended = await touchEndedPeriods(tx, clientId, now);
    const entered = await touchValuesWithoutResults(tx, clientId);
    return ended + entered + (await touchAssessmentsWithoutResults(tx, clientId));
  }
}
