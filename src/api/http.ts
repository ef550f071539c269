import { expressMiddleware } from "@as-integrations/express5";
import express, {
  type ErrorRequestHandler,
  type Express,
  type RequestHandler,
  type Response,
  type Router,
} from "express";
import type { IncomingHttpHeaders } from "node:http";
import { DomainError } from "../shared/errors";
import { newId } from "../shared/ids";
import type { Log } from "../platform/log";
import type { Viewer } from "../platform/viewer";
import { ERROR, refusedAtTheDoor, statusOf } from "./api.errors";
import { apolloServer, type ApolloParts } from "./apollo";
import { explorerRoutes } from "./explorer";
import { healthRoutes, type Dependency } from "./health";
import { LIMITS } from "./limits";
import { feedMetrics, httpMetrics, metricsRegistry, operationMetrics, queueMetrics, statementMetrics } from "./metrics";

export interface HttpApiParts extends ApolloParts {
  readonly authenticate: (headers: IncomingHttpHeaders, now: Date) => Promise<Viewer>;
  readonly clock: () => Date;
  readonly dependencies: readonly Dependency[];
  /** Routes of features that are not GraphQL: uploads, packages as pages. */
  readonly routers: readonly { readonly path: string; readonly router: Router }[];
}

export interface HttpApi {
  readonly app: Express;
  stop(): Promise<void>;
}

/** The whole HTTP side of the API, ready to be given to a server. */
export async function httpApi(parts: HttpApiParts): Promise<HttpApi> {
  const registry = metricsRegistry();
  if (parts.queue) queueMetrics(registry, parts.queue);
  feedMetrics(registry, parts.db);
  const apollo = apolloServer({ ...parts, onStatements: statementMetrics(registry) }, operationMetrics(registry));
  await apollo.start();
  const app = express().disable("x-powered-by").disable("etag");
  app.use(requestIds, timed(httpMetrics(registry)));
  app.use(healthRoutes(parts.dependencies));
  app.get("/metrics", async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  app.use("/graphql", privately, express.json({ limit: LIMITS.bodyBytes }), graphqlOver(apollo, parts));
  for (const { path, router } of parts.routers) app.use(path, privately, router);
  app.use(explorerRoutes());
  app.use((request, response) => {
    answer(response, 404, { code: "NOT_FOUND", message: `There is nothing at ${request.path}.` });
  });
  app.use(readableErrors(parts.log));
  return { app, stop: () => apollo.stop() };
}

function graphqlOver(apollo: ReturnType<typeof apolloServer>, parts: HttpApiParts): RequestHandler {
  return expressMiddleware(apollo, {
    context: async ({ req, res }) => {
      const requestId = requestIdOf(res);
      const now = parts.clock();
      try {
        return { viewer: await parts.authenticate(req.headers, now), requestId, now };
      } catch (error) {
        const refusal = refusedAtTheDoor(error, requestId);
        if (refusal.extensions.code === ERROR.internal) parts.log.error("sign-in.failed", { requestId, error });
        throw refusal;
      }
    },
  });
}

const USABLE_ID = /^[\w-]{8,64}$/;
const requestIdOf = (response: Response): string => String(response.getHeader("x-request-id"));

/** A caller's own id is kept, so that its log and ours can be laid side by side. */
const requestIds: RequestHandler = (request, response, next) => {
  const given = request.headers["x-request-id"];
  response.setHeader("x-request-id", typeof given === "string" && USABLE_ID.test(given) ? given : newId());
  next();
};

/** What a viewer sees is for that viewer: no cache on the way keeps it. */
const privately: RequestHandler = (_request, response, next) => {
  response.setHeader("cache-control", "private, no-store");
  next();
};

const timed =
  (seconds: ReturnType<typeof httpMetrics>): RequestHandler =>
  (request, response, next) => {
    const stop = seconds.startTimer();
    const route = `/${request.path.split("/")[1] ?? ""}`;
    response.once("close", () =>
      stop({ route: KNOWN_ROUTES.has(route) ? route : "other", status: response.statusCode }),
    );
    next();
  };

const KNOWN_ROUTES = new Set(["/", "/graphql", "/ingest", "/packages", "/healthz", "/readyz", "/metrics"]);

/** Errors before or outside GraphQL, as JSON in the shape of GraphQL errors: never a page, never a stack. */
const readableErrors =
  (log: Log): ErrorRequestHandler =>
  (error: Error & { status?: number; type?: string }, _request, response, next) => {
    if (response.headersSent) return next(error);
    if (error instanceof DomainError) return refuse(response, error);
    const status = error.status ?? 500;
    if (status < 500) return answer(response, status, { code: ERROR.badUserInput, message: bodyProblem(error.type) });
    log.error("request.failed", { requestId: requestIdOf(response), error });
    answer(response, 500, { code: ERROR.internal, message: "Something went wrong on our side." });
  };

function refuse(response: Response, error: DomainError): void {
  const status = statusOf(error);
  if (status === 401) response.setHeader("www-authenticate", "Bearer");
  answer(response, status, { code: error.code, message: error.message, remedy: error.remedy ?? null });
}

function bodyProblem(type: string | undefined): string {
  if (type === "entity.parse.failed") return "The body is not valid JSON.";
  if (type === "entity.too.large") return `The body is larger than ${LIMITS.bodyBytes / 1024} kB.`;
  if (type === "charset.unsupported" || type === "encoding.unsupported")
    return "The body's encoding is not one we read.";
  return "The request cannot be read.";
}

interface Told {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string | null;
}

function answer(response: Response, status: number, { message, ...extensions }: Told): void {
  response
    .status(status)
    .json({ errors: [{ message, extensions: { ...extensions, requestId: requestIdOf(response) } }] });
}
