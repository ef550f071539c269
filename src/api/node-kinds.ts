import type { NodeKind } from "../platform/graphql/node";

/** Everything that `node(id:)` finds. */
export const nodeKinds: readonly NodeKind[] = [];
