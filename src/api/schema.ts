import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { makeIdsGlobal } from "../platform/graphql/node";
import { ViewerResolver } from "../platform/graphql/viewer.type";
import { NodeResolver } from "./node.resolver";

/** Everything that is served. A resolver that is not listed here does not exist. */
const RESOLVERS: NonEmptyArray<new () => object> = [NodeResolver, ViewerResolver];

let built: GraphQLSchema | undefined;

/** The schema of the API. Built once per process: building is slow, and building again would only cost memory. */
export function apiSchema(): GraphQLSchema {
  built ??= build();
  return built;
}

function build(): GraphQLSchema {
  const schema = buildSchemaSync({ resolvers: RESOLVERS, validate: { forbidUnknownValues: false } });
  makeIdsGlobal(schema);
  return schema;
}
