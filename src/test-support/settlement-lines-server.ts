import express, { type ErrorRequestHandler } from "express";
import type { Server } from "node:http";
import { settlementRouter, type SettlementRouterParts } from "../settlements/settlement.http";
import { DomainError } from "../shared/errors";

const asStatus: ErrorRequestHandler = (error, _request, response, _next) =>
  void response.status(error instanceof DomainError ? 404 : 500).end();

/** Settlements' lines as CSV over HTTP, and nothing else. */
export function linesServed(
  db: SettlementRouterParts["db"],
  authenticate: SettlementRouterParts["authenticate"],
): Promise<Server> {
  const app = express().use("/settlements", settlementRouter({ db, authenticate })).use(asStatus);
  return new Promise<Server>((done) => {
    const opened = app.listen(0, "127.0.0.1", () => done(opened));
  });
}
