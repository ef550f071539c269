import { ApolloServer, type ApolloServerOptionsWithGateway } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { ExecutionResult, GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { Log } from "../platform/log";
import { ERROR } from "./api.errors";
import { COST_LIMIT, costEstimator, refuseIfTooCostly, type Operation } from "./cost";
import { compilingExecutor } from "./executor";
import { limitRules, LIMITS } from "./limits";
import { runOperation, type Caller, type RequestParts } from "./request";

export type ApolloParts = Omit<RequestParts, "execute"> & { readonly schema: GraphQLSchema };

/** Apollo parses, validates and speaks HTTP; execution is ours, by way of its gateway interface. */
export function apolloServer(parts: ApolloParts, measured: Measured = (execute) => execute): ApolloServer<Caller> {
  return new ApolloServer<Caller>({
    gateway: gatewayOver(parts.schema, measured(executorOf(parts))),
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: "production",
    maxRecursiveSelections: true,
    validationRules: [...limitRules],
    parseOptions: { maxTokens: LIMITS.tokens },
    formatError: (formatted, error) => shown(formatted, error, parts.log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
}

type Gateway = ApolloServerOptionsWithGateway<Caller>["gateway"];

/** Puts a measurement around every operation. */
export type Measured = (execute: Execute) => Execute;

export type Execute = (operation: Operation, caller: Caller) => Promise<ExecutionResult>;

function executorOf({ schema, ...parts }: ApolloParts): Execute {
  const costOf = costEstimator(schema);
  const request: RequestParts = { ...parts, execute: compilingExecutor(schema) };
  return async (operation, caller) => {
    const cost = costOf(operation);
    refuseIfTooCostly(cost);
    const result = await runOperation(request, operation, caller);
    return { ...result, extensions: { cost, costLimit: COST_LIMIT, requestId: caller.requestId } };
  };
}

function gatewayOver(schema: GraphQLSchema, execute: Execute): Gateway {
  return {
    onSchemaLoadOrUpdate(listen) {
      listen({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: ({ document, queryHash, operationName, request, context }) => {
          const variables = request.variables ?? {};
          const operation = { document, hash: queryHash, name: operationName ?? undefined, variables };
          return execute(operation, context as Caller);
        },
      }),
    stop: () => Promise.resolve(),
  };
}

/** Errors that come here with Apollo's own code for "not foreseen" say nothing to the outside. */
function shown(formatted: GraphQLFormattedError, error: unknown, log: Log): GraphQLFormattedError {
  const { message, path, locations, extensions: { exceeded, ...extensions } = {} } = formatted;
  if (exceeded) return { message, locations, extensions: { ...extensions, code: exceeded } };
  if (extensions.code !== "INTERNAL_SERVER_ERROR") return formatted;
  log.error("request.failed", { error });
  return { message: "Something went wrong on our side.", path, locations, extensions: { code: ERROR.internal } };
}
