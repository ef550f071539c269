import type { Command } from "commander";
import { readFileSync } from "node:fs";
import type { FormattedExecutionResult } from "graphql";
import { executeDocument } from "../../api/execute-document";
import { apiSchema } from "../../api/schema";
import { allClientIds } from "../../clients/tenant.queries";
import { openQueue } from "../../platform/queue";
import { SignIn } from "../../platform/sign-in";
import { tokensFor } from "../../platform/tokens";
import { RIGHTS, type Viewer } from "../../platform/viewer";
import { newId } from "../../shared/ids";
import { DEADLINE_MS } from "../api";
import type { CommandContext, CommandLine, CommonOptions } from "../command-line";
import { sighted } from "../api";
import type { Runtime } from "../runtime";
import { QueryFileUnreadable, QueryRefused, QueryVariablesInvalid } from "../serve.errors";
import { registryOf, wireServices } from "../services";
import { queueOptionsOf } from "../worker";

interface QueryOptions extends CommonOptions {
  readonly variables?: string;
  readonly operation?: string;
  readonly token?: string;
}

export function registerQuery(program: Command, line: CommandLine): void {
  line
    .command(program, "query <file>", "answer a GraphQL document from the store, without a server; - reads stdin")
    .option("--variables <json>", "values of its variables, as a JSON object")
    .option("--operation <name>", "which of its operations, when it has several")
    .option("--token <token>", "ask as whoever this token or API key is for; otherwise as one of our own people")
    .action((file: string, options: QueryOptions) =>
      line.runWith(options, (runtime, context) => queryCommand(file, options, { runtime, context })),
    );
}

interface Running {
  readonly runtime: Runtime;
  readonly context: CommandContext;
}

async function queryCommand(file: string, options: QueryOptions, { runtime, context }: Running): Promise<void> {
  const source = documentIn(file);
  const variables = variablesIn(options.variables);
  const { db, log } = runtime;
  const now = new Date();
  const queue = await openQueue(queueOptionsOf(runtime));
  try {
    const caller = { viewer: await viewerFor(runtime, options.token, now), now, requestId: newId() };
    const parts = { db, log, queue, services: registryOf(wireServices()), deadlineMs: DEADLINE_MS * 4 };
    const request = { source, variables, operationName: options.operation };
    show(await executeDocument({ ...parts, schema: apiSchema() }, request, caller), context);
  } finally {
    await queue.close();
  }
}

function show(result: FormattedExecutionResult, { print }: CommandContext): void {
  const { extensions: _cost, ...answer } = result;
  print(answer, JSON.stringify(answer, null, 2));
  if (answer.errors) throw new QueryRefused(answer.errors);
}

function documentIn(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new QueryFileUnreadable(file, error);
  }
}

function variablesIn(text = "{}"): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    throw new QueryVariablesInvalid(error);
  }
  throw new QueryVariablesInvalid(undefined);
}

/** Whoever can start this command can read the store anyway. */
async function viewerFor({ db, config }: Runtime, token: string | undefined, now: Date): Promise<Viewer> {
  if (token !== undefined) {
    const signedIn = await new SignIn(await tokensFor(config)).authenticate(
      db,
      { authorization: `Bearer ${token}` },
      now,
    );
    return sighted(db, wireServices(), signedIn, now);
  }
  const clientIds = await allClientIds(db);
  return {
    kind: "internal",
    id: "command-line",
    name: "command line",
    personId: null,
    sight: null,
    clientIds,
    rights: new Set(RIGHTS),
  };
}
