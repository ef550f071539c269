import { batchLoader, batchLoaderBy, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import { eachInstant, instantOf, type AsOf } from "./as-of";
import {
  objectiveResultsById,
  objectiveResultsInForce,
  type ObjectiveResultKey,
  type ObjectiveResultRow,
} from "./objective-result.queries";
import { objectiveResultView, periodDescriber, type ObjectiveResultView } from "./scorecard-view";

const views = (found: readonly ObjectiveResultRow[], now: Date): ObjectiveResultView[] => {
  const describe = periodDescriber(now);
  return found.map((row) => objectiveResultView(row, describe));
};

const textOf = ({ objectiveId, period }: ObjectiveResultKey): string => `${objectiveId}/${period.kind}/${period.from}`;

export const objectiveResultById = batchLoader<ObjectiveResultView | undefined>(async (tx, viewer, ids, now) =>
  inOrderOf(ids, views(await objectiveResultsById(tx, viewer, ids), now), (result) => result.id),
);

export const objectiveResultNode = nodeKind("ObjectiveResult", objectiveResultById);

/** The version in force of an objective's result of a period. */
export const objectiveResultOf = batchLoaderBy<AsOf<ObjectiveResultKey>, ObjectiveResultView | undefined>(
  (key) => `${textOf(key)}/${instantOf(key)}`,
  (tx, viewer, asked, now) =>
    eachInstant(asked, async (keys, asOf) =>
      inOrderOf(
        keys.map(textOf),
        views(await objectiveResultsInForce(tx, viewer, { keys, asOf }), now),
        (one) => `${one.objectiveId}/${one.periodKind}/${one.periodFrom}`,
      ),
    ),
);
