import type { FormattedExecutionResult } from "graphql";
import type { ApolloServer } from "@apollo/server";
import { apolloServer, type ApolloParts } from "./apollo";
import type { Caller } from "./request";

export interface DocumentRequest {
  readonly source: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** The API without HTTP: same limits, same transactions, same errors. For the command line and for tests. */
export interface LocalApi {
  execute(request: DocumentRequest, caller: Caller): Promise<FormattedExecutionResult>;
  stop(): Promise<void>;
}

export async function localApi(parts: ApolloParts): Promise<LocalApi> {
  const apollo = apolloServer(parts);
  await apollo.start();
  return { execute: (request, caller) => executeOn(apollo, request, caller), stop: () => apollo.stop() };
}

/** One document and no more. */
export async function executeDocument(
  parts: ApolloParts,
  request: DocumentRequest,
  caller: Caller,
): Promise<FormattedExecutionResult> {
  const api = await localApi(parts);
  try {
    return await api.execute(request, caller);
  } finally {
    await api.stop();
  }
}

async function executeOn(
  apollo: ApolloServer<Caller>,
  { source: query, variables, operationName }: DocumentRequest,
  contextValue: Caller,
): Promise<FormattedExecutionResult> {
  const { body } = await apollo.executeOperation({ query, variables, operationName }, { contextValue });
  if (body.kind !== "single") throw new Error("The API answers in one piece.");
  return body.singleResult;
}
