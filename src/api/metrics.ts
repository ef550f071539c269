import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { getOperationAST } from "graphql";
import type { DataSource } from "typeorm";
import { allClientIds } from "../clients/tenant.queries";
import { countLateFeeds } from "../facts/feed.queries";
import { inTransaction } from "../platform/database";
import type { JobQueue } from "../platform/queue";
import type { Execute, Measured } from "./apollo";

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What the process tells Prometheus. No client, no operation name: both would let outsiders make series without end. */
export function metricsRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

export function operationMetrics(registry: Registry): Measured {
  const seconds = new Histogram({
    name: "regia_graphql_operation_seconds",
    help: "Time to execute GraphQL operations, by type and whether they had errors.",
    labelNames: ["type", "outcome"],
    buckets: SECONDS,
    registers: [registry],
  });
  const errors = new Counter({
    name: "regia_graphql_errors_total",
    help: "Top-level GraphQL errors of executed operations, by code.",
    labelNames: ["code"],
    registers: [registry],
  });
  return (execute: Execute): Execute =>
    async (operation, caller) => {
      const type = getOperationAST(operation.document, operation.name)?.operation ?? "unknown";
      const stop = seconds.startTimer({ type });
      let outcome = "refused";
      try {
        const result = await execute(operation, caller);
        outcome = result.errors ? "errors" : "ok";
        for (const error of result.errors ?? []) errors.inc({ code: String(error.extensions?.code) });
        return result;
      } finally {
        stop({ outcome });
      }
    };
}

/** Loaders keep this small whatever is asked; a growing tail means that some list asks row by row. */
export function statementMetrics(registry: Registry): (count: number) => void {
  const statements = new Histogram({
    name: "regia_graphql_statements",
    help: "SQL statements for each GraphQL operation, its transaction's beginning and end included.",
    buckets: [2, 4, 8, 16, 32, 64, 128, 256],
    registers: [registry],
  });
  return (count) => statements.observe(count);
}

/** Asked for when somebody looks; a queue that is away leaves the gauge empty. */
export function queueMetrics(registry: Registry, queue: JobQueue): void {
  new Gauge({
    name: "regia_queue_jobs",
    help: "Jobs in the queue, by state.",
    labelNames: ["state"],
    registers: [registry],
    async collect() {
      const counts = await queue.counts().catch(() => ({}));
      this.reset();
      for (const [state, count] of Object.entries(counts)) this.set({ state }, Number(count));
    },
  });
}

/** Feeds from which data is overdue; a database that is away leaves the gauge empty. */
export function feedMetrics(registry: Registry, db: DataSource): void {
  new Gauge({
    name: "regia_feeds_late",
    help: "Feeds of all clients from which data is overdue, as last told by the worker's timer.",
    registers: [registry],
    async collect() {
      const late = await lateFeeds(db).catch(() => null);
      this.reset();
      if (late !== null) this.set(late);
    },
  });
}

async function lateFeeds(db: DataSource): Promise<number> {
  const clientIds = await allClientIds(db);
  return inTransaction(db, { clientIds, internal: true, readOnly: true }, (tx) => countLateFeeds(tx, clientIds));
}

export function httpMetrics(registry: Registry): Histogram<"route" | "status"> {
  return new Histogram({
    name: "regia_http_request_seconds",
    help: "Time to answer HTTP requests, by mounted route and status.",
    labelNames: ["route", "status"],
    buckets: SECONDS,
    registers: [registry],
  });
}
