import { nodeKind } from "../platform/graphql/node";
import { batchLoader, batchLoaderBy, inOrderOf } from "../platform/graphql/loader";
import { canonicalJson, type Json } from "../shared/canonical-hash";
import { groupBy } from "../shared/group-by";
import { eachInstant, instantOf, type AsOf } from "./as-of";
import {
  scorecardCounts,
  scorecardPages,
  scorecardsById,
  scorecardsInForce,
  scorecardVersions,
  type ListParent,
  type ListShape,
  type ScorecardKey,
  type ScorecardRow,
} from "./scorecard-reading.queries";
import { periodDescriber, scorecardView, type ScorecardView } from "./scorecard-view";

const textOf = ({ kind, subjectId, period }: ScorecardKey): string =>
  `${kind}/${subjectId}/${period.kind}/${period.from}`;

const textOfRow = (row: ScorecardRow | ScorecardView): string =>
  `${row.subjectKind}/${row.subjectId}/${row.periodKind}/${row.periodFrom}`;

const views = (found: readonly ScorecardRow[], now: Date): ScorecardView[] => {
  const describe = periodDescriber(now);
  return found.map((row) => scorecardView(row, describe));
};

export const scorecardById = batchLoader<ScorecardView | undefined>(async (tx, viewer, ids, now) =>
  inOrderOf(ids, views(await scorecardsById(tx, viewer, ids), now), (card) => card.id),
);

export const scorecardNode = nodeKind("Scorecard", scorecardById);

/** The version in force of a subject's scorecard of a period. */
export const scorecardOf = batchLoaderBy<AsOf<ScorecardKey>, ScorecardView | undefined>(
  (key) => `${textOf(key)}/${instantOf(key)}`,
  (tx, viewer, asked, now) =>
    eachInstant(asked, async (keys, asOf) =>
      inOrderOf(keys.map(textOf), views(await scorecardsInForce(tx, viewer, { keys, asOf }), now), textOfRow),
    ),
);

/** All versions of a subject's scorecard of a period, newest first. */
export const versionsOfScorecard = batchLoaderBy<ScorecardKey, ScorecardView[]>(
  textOf,
  async (tx, viewer, keys, now) => {
    const found = groupBy(views(await scorecardVersions(tx, viewer, keys), now), textOfRow);
    return keys.map((key) => [...(found.get(textOf(key)) ?? [])]);
  },
);

/** A page of a parent's scorecards: of one shape, so that parents side by side are answered by one statement. */
export interface ScorecardList {
  readonly parent: ListParent;
  readonly shape: ListShape;
}

const shapeOf = ({ parent, shape }: ScorecardList): string =>
  `${parent.kind}/${canonicalJson(shape as unknown as Json)}`;

const textOfList = (list: ScorecardList): string => `${shapeOf(list)}/${list.parent.id}/${list.parent.periodFrom}`;

export const scorecardPage = batchLoaderBy<ScorecardList, ScorecardView[]>(textOfList, (tx, viewer, lists, now) =>
  eachShape(lists, async (shape, parents) => {
    const found = await scorecardPages(tx, viewer, parents, shape);
    const cards = views(found, now);
    return (parent) => cards.filter((_, index) => found[index]?.parentId === parent.id);
  }),
);

export const scorecardCount = batchLoaderBy<ScorecardList, number>(textOfList, (tx, viewer, lists) =>
  eachShape(lists, async (shape, parents) => {
    const counts = await scorecardCounts(tx, viewer, parents, shape);
    return (parent) => counts.find((one) => one.parentId === parent.id)?.count ?? 0;
  }),
);

/** Runs once for each shape, and hands every list its own part of the answer. */
async function eachShape<V>(
  lists: readonly ScorecardList[],
  load: (shape: ListShape, parents: readonly ListParent[]) => Promise<(parent: ListParent) => V>,
): Promise<V[]> {
  const answers = new Map<string, (parent: ListParent) => V>();
  for (const [text, group] of groupBy(lists, shapeOf)) {
    const [first] = group;
    if (first)
      answers.set(
        text,
        await load(
          first.shape,
          group.map(({ parent }) => parent),
        ),
      );
  }
  return lists.map((list) => (answers.get(shapeOf(list)) as (parent: ListParent) => V)(list.parent));
}
