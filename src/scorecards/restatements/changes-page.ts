import type { Connection } from "../../platform/graphql/connection";
import { pageInHand } from "../../platform/graphql/list-in-hand";
import { may, type Viewer } from "../../platform/viewer";
import { withNodes } from "../../platform/graphql/connection-view";
import { differenceView, standingView, type FigureDifferenceView } from "../drift/standing-view";
import type { ResultStandingType } from "../drift/standing.type";
import type { ChangedResult } from "./restatement-changes";

/** A corrected result as the API shows it. */
export interface ResultCorrectionView {
  readonly changed: ChangedResult;
  readonly before: ResultStandingType | null;
  readonly after: ResultStandingType | null;
  readonly figures: readonly FigureCorrectionView[];
}

interface FigureCorrectionView {
  readonly kpi: FigureDifferenceView["kpi"];
  readonly before: FigureDifferenceView["from"];
  readonly after: FigureDifferenceView["to"];
}

/** Results of single people are seen with the right `people:read`, and one's own; those of a sight as it says. */
function isVisible(viewer: Viewer, contractId: string, { personId, roleCode, teamId, serviceId }: ChangedResult) {
  if (personId !== null && personId === viewer.personId) return true;
  const { sight } = viewer;
  if (!sight) return may(viewer, "people:read") || personId === null;
  if (personId !== null && !sight.roleCodes.includes(roleCode ?? "")) return false;
  const sees = (list: readonly string[], id: string | null): boolean => id !== null && list.includes(id);
  return (
    sees(sight.contractIds, contractId) ||
    sees(sight.serviceIds, serviceId) ||
    sees(sight.teamIds, teamId) ||
    sees(sight.traineeIds, personId)
  );
}

export interface ChangesToShow {
  readonly contractId: string;
  readonly currency: string;
  readonly changes: readonly ChangedResult[];
  /** A cursor is good only for the same list. */
  readonly list: string;
}

/** A page of what changes, objectives first, then from the whole down. */
export function pageOfChanges(
  viewer: Viewer,
  { contractId, currency, changes, list }: ChangesToShow,
  args: { readonly first: number; readonly after?: string | null },
): Connection<ResultCorrectionView> {
  const visible = changes.filter((one) => isVisible(viewer, contractId, one));
  return withNodes(pageInHand(args, { list }, visible), (one) => correctionView(one, currency));
}

const correctionView = (changed: ChangedResult, currency: string): ResultCorrectionView => ({
  changed,
  before: standingView(changed.from),
  after: standingView(changed.to),
  figures: changed.figures.map((one) => {
    const { kpi, from: before, to: after } = differenceView(one, currency);
    return { kpi, before, after };
  }),
});
