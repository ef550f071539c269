import type { GraphQLSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { resolveDirectly } from "../platform/graphql/direct-resolvers";
import { locateErrors } from "../platform/graphql/located-errors";
import { makeIdsGlobal, resolveTypesByName } from "../platform/graphql/node";
import { RESOLVERS } from "./resolvers";

let built: GraphQLSchema | undefined;

/** The schema of the API. Built once per process: building is slow, and building again would only cost memory. */
export function apiSchema(): GraphQLSchema {
  built ??= build();
  return built;
}

function build(): GraphQLSchema {
  const schema = buildSchemaSync({ resolvers: RESOLVERS, validate: { forbidUnknownValues: false } });
  makeIdsGlobal(schema);
  resolveTypesByName(schema);
  resolveDirectly(schema);
  locateErrors(schema);
  return schema;
}
