import type { Tx } from "../platform/database";
import { batchLoaderBy } from "../platform/graphql/loader";
import type { Viewer } from "../platform/viewer";
import type { Day } from "../shared/day";
import type { CountingTerms } from "./adjusted/adjusted-ask";
import type { RollingWindow } from "./figure-window.rules";
import { loadCatalogueState, type CatalogueState } from "./catalogue-state.queries";
import { loadDefinitions, type ContractDefinitions } from "./definitions.queries";
import type { PlannedItem, PlannedObjective } from "./planned-item";
import { plannedObjectives } from "./objectives/objective-plan.rules";
import { plannedCards } from "./scorecard-plan.rules";
import type { FigureView } from "./scorecard-view";
import { subjectsOf, type Subject } from "./subject.rules";
import { subjectsIn } from "./whole.rules";
import { itemKey } from "./target-choice.rules";

/** What the figures of a contract are made from, as it is believed now. Loaded once per request and contract. */
export interface ContractSources extends CatalogueState {
  readonly definitions: ContractDefinitions;
  readonly subjects: readonly Subject[];
}

export interface ContractKey {
  readonly clientId: string;
  readonly contractId: string;
}

/** Undefined for contracts that the viewer may not see. */
export const sourcesOfContract = batchLoaderBy<ContractKey, ContractSources | undefined>(
  ({ clientId, contractId }) => `${clientId}/${contractId}`,
  async (tx, viewer, keys) => {
    const state = await loadCatalogueState(tx);
    const found: (ContractSources | undefined)[] = [];
    for (const key of keys) found.push(await sourcesOf(tx, viewer, key, state));
    return found;
  },
);

async function sourcesOf(tx: Tx, viewer: Viewer, { clientId, contractId }: ContractKey, state: CatalogueState) {
  if (!viewer.clientIds.includes(clientId)) return undefined;
  const definitions = await loadDefinitions(tx, { clientId, contractId });
  return { ...state, definitions, subjects: subjectsOf(definitions) };
}

/** The subject of a figure and the plan it was computed by. */
export interface FigurePlan {
  readonly subject: Subject;
  readonly item: Pick<PlannedItem, "days" | "minSample">;
  readonly rolling: RollingWindow | null;
  /** What of its facts counts; null: everything, or each stretch of an amended period has its own terms. */
  readonly counting: CountingPlan | null;
}

export interface CountingPlan {
  readonly version: CountingTerms;
  readonly span: { readonly from: Day; readonly until: Day };
}

/** Null when the subject has since been removed from the set-up. */
export function planOf({ definitions, subjects }: ContractSources, figure: FigureView): FigurePlan | null {
  const present = subjectsIn(subjects, definitions.contract.id, figure.period);
  const subject = present.find(({ kind, id }) => kind === figure.of.kind && id === figure.of.id);
  if (!subject) return null;
  const wanted = itemKey(figure.result);
  const { objectiveId } = figure.of;
  const planned = objectiveId === null ? [] : plannedObjectives(definitions, subjects, { period: figure.period });
  const promised = planned.filter(({ inForce }) => inForce.objective.id === objectiveId);
  const items =
    objectiveId === null
      ? (plannedCards(definitions, [subject], { period: figure.period })[0]?.items ?? [])
      : promised.map((one) => one.item);
  const everything: FigurePlan["item"] = { days: subject.days, minSample: 0 };
  const item = items.find(({ kpi }) => itemKey(kpi) === wanted) ?? everything;
  const own = { ...subject, sources: item.days.sources ?? subject.sources };
  return { subject: own, item, rolling: rollingOf(promised), counting: countingOf(promised) };
}

function countingOf([objective]: readonly PlannedObjective[]): FigurePlan["counting"] {
  const [stretch, next] = objective?.stretches ?? [];
  if (!stretch || next) return null;
  const { from, until, inForce } = stretch;
  return { version: inForce.version, span: { from, until } };
}

function rollingOf([objective]: readonly PlannedObjective[]): FigurePlan["rolling"] {
  const { rolling, measuredBy } = objective?.inForce.version ?? { rolling: 1, measuredBy: "month" as const };
  return rolling > 1 ? { kind: measuredBy, before: rolling - 1 } : null;
}
