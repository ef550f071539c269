import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { BadUserInput } from "../platform/graphql/bad-input.errors";
import type { ApiContext } from "../platform/graphql/context";
import { loadNode, NodeType } from "../platform/graphql/node";
import { nodeKinds } from "./node-kinds";

const MOST_IDS = 100;

@Resolver()
export class NodeResolver {
  @Query(() => NodeType, {
    nullable: true,
    description: "The thing with this id. Null when there is none, or none that you may see: the two look the same.",
  })
  node(
    @Arg("id", () => ID, { description: "Global id, as a response gave it." }) id: string,
    @Ctx() ctx: ApiContext,
  ): Promise<object | null> {
    return loadNode(ctx, nodeKinds, id);
  }

  @Query(() => [NodeType], {
    nullable: "items",
    description: "The things with these ids, in the order of the ids; null for those that are not there for you.",
  })
  nodes(
    @Arg("ids", () => [ID], { description: "At most 100 global ids." }) ids: string[],
    @Ctx() ctx: ApiContext,
  ): Promise<(object | null)[]> {
    if (ids.length > MOST_IDS) {
      throw new BadUserInput(`\`ids\` has ${ids.length} ids.`, {
        path: ["ids"],
        remedy: `Ask for ${MOST_IDS} at most.`,
      });
    }
    return Promise.all(ids.map((id) => loadNode(ctx, nodeKinds, id)));
  }
}
