import type { Contract } from "../../contracts/contract.entity";
import { requireKpi } from "../../kpis/kpi-in-use.rules";
import { Objective } from "../../objectives/objective.entity";
import { inSavepoint, type Tx } from "../../platform/database";
import type { DefinitionContext } from "../../platform/definitions/definition-context";
import { computeResults } from "../../scorecards/contract-results";
import { dayOf } from "../../shared/day";
import { atPath, refuse, refusalsIn } from "../../shared/gathering";
import { DomainError } from "../../shared/errors";
import { loadSettlementBook, type ResultOfPeriod, type SettlementBook } from "../settlement-book.queries";
import type { AppliedDraft, DraftWriter, HistoryCodes } from "./draft";
import { casesOf, drawsWithin } from "./draws.rules";
import { settledNets } from "./settled-nets.queries";
import { simulatedPeriodsOf, type WantedSpan } from "./simulated-span.rules";
import { simulated, type SimulationMaterial } from "./simulated-periods.rules";
import type { Draft, Simulation } from "./simulation";
import { DrawsOutOfRange } from "./simulator.errors";

export interface SimulationRequest extends WantedSpan {
  /** How often history is drawn again; null: as often as takes about a second. */
  readonly draws: number | null;
  readonly seed: number;
  /** Whose history is replayed. */
  readonly contract: Contract;
  readonly as: HistoryCodes;
  readonly drafts: readonly Draft[];
}

/** So often history is drawn again at most. */
export const MOST_DRAWS = 1_000;
export const USUAL_SEED = 1;

/** Replays the history of a contract under drafts that are written, read and rolled back: nothing of them is kept. */
export class SimulationService {
  constructor(private readonly drafts: DraftWriter) {}

  /** One simulation per draft, in their order. Paths of refusals begin with `draft`, or its place in `drafts`. */
  async simulate(tx: Tx, context: DefinitionContext, request: SimulationRequest): Promise<Simulation[]> {
    const { draws } = request;
    if (draws !== null && (!Number.isInteger(draws) || draws < 0 || draws > MOST_DRAWS))
      throw new DrawsOutOfRange(draws, MOST_DRAWS);
    const found: SimulationMaterial[] = [];
    const refused: DomainError[] = [];
    for (const [index, draft] of request.drafts.entries()) {
      try {
        found.push(await rolledBack(tx, () => this.materialOf(tx, { ...context }, { request, draft })));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refused.push(...refusalsIn(error).map((one) => atPath(one, placeOf(one, request, index))));
      }
    }
    refuse(refused);
    return found.map(simulated);
  }

  private async materialOf(
    tx: Tx,
    context: DefinitionContext,
    { request, draft }: { readonly request: SimulationRequest; readonly draft: Draft },
  ): Promise<SimulationMaterial> {
    const { contract, as, draws, seed } = request;
    const { written: said, name } = draft;
    const isAsItStands = said === null;
    const applied = isAsItStands ? AS_IT_STANDS : await this.drafts.write(tx, context, { written: said, as });
    const place = { clientId: contract.clientId, contractId: contract.id };
    const written = await loadSettlementBook(tx, place);
    const kind = written.terms.at(-1)?.terms.settledBy ?? "month";
    const today = dayOf(context.now, contract.timeZone);
    const periods = simulatedPeriodsOf(kind, request, { ...contract, today });
    const objectives = await tx.find(Objective, { where: place });
    const { objectives: rows } = await computeResults(tx, { ...place, periods, now: context.now, only: "objectives" });
    const byId = new Map(objectives.filter(isIn(applied)).map((one) => [one.id, one]));
    const results = rows.flatMap((row): ResultOfPeriod[] => {
      const objective = byId.get(row.objectiveId);
      if (!objective) return [];
      const { code, clause, name: called } = objective;
      const saved = { id: objective.id, version: 0 };
      return [{ ...row, code, name: called, clause, kpi: requireKpi(row.item.kpiCode), saved }];
    });
    const replay = { ...written, ...chargesUnder(applied, written), periods, results };
    return {
      ...{ name, isAsItStands, seed, ignored: applied.ignored, periods },
      settled: await settledNets(tx, place),
      book: isAsItStands ? withClosedBefore(replay, written) : replay,
      draws: drawsWithin(casesOf(replay), draws),
      names: new Map(objectives.map((one) => [one.code, one.name])),
    };
  }
}

const AS_IT_STANDS: AppliedDraft = { objectives: null, hasTerms: false, ignored: [] };

const isIn =
  ({ objectives }: AppliedDraft) =>
  ({ code }: Objective): boolean =>
    objectives === null || objectives.includes(code);

/** What went on before the first period counts for rows, holds and counters, as it did. */
function withClosedBefore(replay: SettlementBook, { periods, results }: SettlementBook): SettlementBook {
  const { from } = replay.periods[0]!;
  const before = periods.filter(({ until }) => until <= from);
  const keys = new Set(before.map((one) => `${one.kind}/${one.from}`));
  const known = results.filter(({ periodKind, periodFrom }) => keys.has(`${periodKind}/${periodFrom}`));
  return { ...replay, periods: [...before, ...replay.periods], results: [...known, ...replay.results] };
}

/** What was charged under the contract says nothing of the fee of another. */
const chargesUnder = ({ hasTerms }: AppliedDraft, { charges }: SettlementBook): Pick<SettlementBook, "charges"> => ({
  charges: hasTerms ? [] : charges,
});

/** Refusals of the request itself stand where they are; those of a draft within it. */
const OF_REQUEST = ["NOTHING_TO_SIMULATE", "SIMULATION_TOO_LONG", "SIMULATION_TOO_LARGE"];
const placeOf = ({ code, path }: DomainError, { drafts }: SimulationRequest, index: number): readonly string[] => {
  if (OF_REQUEST.includes(code)) return path;
  const inText = typeof drafts[index]?.written === "string";
  return [...(drafts.length === 1 ? ["draft"] : ["drafts", String(index)]), ...(inText ? ["yaml"] : []), ...path];
};

/** Carries what was found out of a savepoint that must not be kept. */
class Undone<T> extends Error {
  constructor(readonly found: T) {
    super("Rolled back on purpose.");
  }
}

/** Runs work, undoes everything that it wrote, and answers what it found. */
async function rolledBack<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  try {
    return await inSavepoint<T>(tx, async () => {
      throw new Undone(await work());
    });
  } catch (error) {
    if (error instanceof Undone) return error.found as T;
    throw error;
  }
}
