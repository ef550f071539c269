import type { Connection } from "./connection";

/** The same page with its rows shown in another form. */
export function withNodes<R, V>(page: Connection<R>, viewOf: (row: R) => V): Connection<V> {
  return {
    nodes: page.nodes.map(viewOf),
    get edges() {
      return page.edges.map(({ cursor, node }) => ({ cursor, node: viewOf(node) }));
    },
    get pageInfo() {
      return page.pageInfo;
    },
    count: page.count,
  };
}
