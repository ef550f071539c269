import { rows, type Tx } from "../platform/database";
import type { Json } from "../shared/canonical-hash";
import type { Period } from "../shared/period";
import { loadCatalogueState } from "./catalogue-state.queries";
import { computeResults } from "./contract-results";
import { feedsOfContracts } from "./data-watermark.queries";
import { loadDefinitions } from "./definitions.queries";
import { periodsToClose } from "./due-period.queries";
import { inputsFingerprints, resultsFingerprints } from "./fingerprint.queries";
import type { PeriodClosing } from "./period-closing.entity";
import { computedTooEarly, freezeResults, saveClosings } from "./period-closing.queries";
import { closingDefinitions, closingWatermark, type ClosingDefinitions } from "./period-closing.rules";
import { replaceObjectiveResults, replaceScorecards, type Place } from "./result-rows.queries";
import { lockPeriods } from "./touched-period.queries";

export interface ClosingRequest {
  readonly clientId: string;
  readonly contractId: string;
  readonly now: Date;
  /** At most so many periods. */
  readonly limit: number;
  /** Leaves alone periods whose figures moved since then; null or left out: none. */
  readonly quietSince?: Date | null;
  /** Who or what closes: `settle`, `worker`. */
  readonly closedBy: string;
}

export interface ClosedCounts {
  readonly periods: number;
  readonly scorecards: number;
  readonly objectiveResults: number;
}

const NOTHING: ClosedCounts = { periods: 0, scorecards: 0, objectiveResults: 0 };

/** Closes periods: their figures no longer follow the facts. */
export class PeriodClosingService {
  /** The contracts of a client, in one order for all. */
  async contractsOf(tx: Tx, clientId: string): Promise<string[]> {
    const found = await rows<{ id: string }>(tx, "select id from contract where client_id = $1 order by id", [
      clientId,
    ]);
    return found.map(({ id }) => id);
  }

  /**
   * Closes the periods of a contract that are due, oldest first, at most `limit`. Run it alone in a short transaction, and
   * again until it answers 0. Statements do not depend on the number of periods or people.
   */
  async closeDue(tx: Tx, request: ClosingRequest): Promise<ClosedCounts> {
    const { clientId, contractId, now } = request;
    const periods = await this.claim(tx, request);
    if (periods.length === 0) return NOTHING;
    const place: Place = { clientId, contractId, periods };
    await bringUpToDate(tx, place, now);
    const frozen = await freezeResults(tx, place, now);
    await saveClosings(tx, await closingsFor(tx, place, request));
    return { periods: periods.length, ...frozen };
  }

  /** Locks what seems due, and looks again: whoever computed or closed it meanwhile has ended by then. */
  private async claim(tx: Tx, { quietSince = null, ...request }: ClosingRequest): Promise<Period[]> {
    const seen = await periodsToClose(tx, { ...request, quietSince });
    if (seen.length === 0) return [];
    await lockPeriods(tx, { contractId: request.contractId, periods: seen });
    const known = new Set(seen.map(keyOf));
    return (await periodsToClose(tx, { ...request, quietSince })).filter((one) => known.has(keyOf(one)));
  }
}

const keyOf = ({ kind, from }: Period): string => `${kind}/${from}`;

/** Days without data and misses allowed have their last word only after a period's end: where grace is short, now. */
async function bringUpToDate(tx: Tx, place: Place, now: Date): Promise<void> {
  const { clientId, contractId } = place;
  const periods = await computedTooEarly(tx, place);
  if (periods.length === 0) return;
  const { cards, objectives } = await computeResults(tx, { clientId, contractId, periods, now });
  await replaceScorecards(tx, { clientId, contractId, periods, now }, cards);
  await replaceObjectiveResults(tx, { clientId, contractId, periods, now }, objectives);
}

async function closingsFor(tx: Tx, place: Place, { now, closedBy }: ClosingRequest): Promise<PeriodClosing[]> {
  const { clientId, contractId, periods } = place;
  const definitions = await loadDefinitions(tx, { clientId, contractId });
  const state = await loadCatalogueState(tx);
  const feeds = await feedsOfContracts(tx, [clientId], [contractId], now);
  const behind = periods.map((period) => closingDefinitions(definitions, state, period));
  const inputs = await inputsFingerprints(tx, { clientId, ...inputsOf(behind), periods });
  const results = await resultsFingerprints(tx, place);
  return periods.map((period, no) => ({
    ...{ clientId, contractId, closedAt: now, closedBy },
    ...{ periodKind: period.kind, periodFrom: period.from, periodUntil: period.until },
    inputsFingerprint: inputs[no]!,
    resultsFingerprint: results[no]!,
    watermark: closingWatermark(feeds, { definitions, period }) as unknown as Json,
    definitions: behind[no] as unknown as Json,
  }));
}

/** Services and slots are the same for all periods that are closed together. */
const inputsOf = ([first]: readonly ClosingDefinitions[]): Pick<ClosingDefinitions, "serviceIds" | "slots"> => first!;
