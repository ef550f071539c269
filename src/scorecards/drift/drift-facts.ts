import type { LateFact } from "../../facts/late-fact.entity";
import { InvalidCursor } from "../../platform/graphql/bad-input.errors";
import { connection, pageOf, type Connection } from "../../platform/graphql/connection";
import type { ApiContext } from "../../platform/graphql/context";
import { batchLoaderBy } from "../../platform/graphql/loader";
import { loadCatalogueState } from "../catalogue-state.queries";
import { loadDefinitions } from "../definitions.queries";
import { planOf, type ContractSources, type FigurePlan } from "../figure-sources.loaders";
import { windowOf } from "../figure-window.rules";
import type { FigureView } from "../scorecard-view";
import { commonDays } from "../source.rules";
import { subjectsOf } from "../subject.rules";
import { boundFormula } from "../sums-book.rules";
import type { FigureDriftView } from "./drift-view";
import { countLateFacts, lateFactsOf, type LateFactsRequest, type LateSource } from "./late-facts.queries";

interface BelievedKey {
  readonly clientId: string;
  readonly contractId: string;
  readonly believedAt: Date;
}

/** What the figures of a contract were made from, as it was believed then. */
const sourcesBelieved = batchLoaderBy<BelievedKey, ContractSources>(
  ({ clientId, contractId, believedAt }) => `${clientId}/${contractId}/${believedAt.toISOString()}`,
  async (tx, _viewer, keys) => {
    const state = await loadCatalogueState(tx);
    const found: ContractSources[] = [];
    for (const key of keys) {
      const definitions = await loadDefinitions(tx, key);
      found.push({ ...state, definitions, subjects: subjectsOf(definitions) });
    }
    return found;
  },
);

/** A page of what happened since to facts that the figure reads, the latest first. */
export async function factsOfDrift(
  ctx: ApiContext,
  drift: FigureDriftView,
  args: { readonly first: number; readonly after?: string | null },
): Promise<Connection<LateFact>> {
  const { row, difference } = drift;
  const filter = { list: "lateFacts", of: row.id, kpi: difference.kpi.kpiCode };
  const page = pageOf(args, filter, 1);
  const after = numberOf(page.after?.[0] ?? null);
  const keyOf = ({ id }: LateFact): [string] => [String(id)];
  const request = await requestFor(ctx, drift);
  if (!request) return connection<LateFact>(page, [], keyOf, () => 0);
  const found = await lateFactsOf(ctx.tx, request, { first: page.first, after });
  return connection(page, found, keyOf, () => countLateFacts(ctx.tx, request));
}

function numberOf(text: unknown): number | null {
  if (text === null) return null;
  if (typeof text !== "string" || !/^\d{1,15}$/.test(text)) throw new InvalidCursor();
  return Number(text);
}

async function requestFor(ctx: ApiContext, drift: FigureDriftView): Promise<LateFactsRequest | null> {
  const { clientId, contractId, believedAt, since } = drift.row;
  const sources = await ctx.loader(sourcesBelieved).load({ clientId, contractId, believedAt });
  const plan = planOf(sources, figureOf(drift, sources));
  if (!plan) return null;
  const { formula, measures } = boundFormula(drift.difference.kpi, sources.slots);
  const readsLevels = measures.some(({ closing }) => closing !== null);
  return { clientId, streams: formula.streams, since, sources: sourcesOf(plan, drift, readsLevels) };
}

/** What `planOf` looks at. */
function figureOf({ row, difference, period }: FigureDriftView, { definitions }: ContractSources): FigureView {
  const { clientId, contractId, subjectKind, subjectId, serviceId } = row;
  const isObjective = subjectKind === "objective";
  const of = {
    ...{ clientId, contractId },
    kind: isObjective ? (serviceId === null ? "contract" : "service") : subjectKind,
    id: isObjective ? (serviceId ?? definitions.contract.id) : subjectId,
    objectiveId: isObjective ? subjectId : null,
  };
  return { of, period, result: difference.kpi } as unknown as FigureView;
}

/** A level is what all days before leave behind. */
function sourcesOf(plan: FigurePlan, { row, period }: FigureDriftView, readsLevels: boolean): LateSource[] {
  const { subject, item } = plan;
  const counted = commonDays(item.days, windowOf(plan, period));
  return subject.sources.flatMap(({ serviceId, personId, days }) => {
    const common = readsLevels ? { from: null, until: row.periodUntil } : counted && commonDays(days, counted);
    return common ? [{ serviceId, personId, from: common.from, until: common.until ?? row.periodUntil }] : [];
  });
}
