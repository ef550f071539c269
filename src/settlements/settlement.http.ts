import { Router, type Request } from "express";
import type { DataSource } from "typeorm";
import { inTransaction } from "../platform/database";
import type { Viewer } from "../platform/viewer";
import { NotFound } from "../shared/errors";
import { InvalidId, parseGlobalId } from "../shared/ids";
import { settlementCsv } from "./settlement-csv.queries";

export interface SettlementRouterParts {
  readonly db: DataSource;
  readonly authenticate: (headers: Request["headers"]) => Promise<Viewer>;
}

/** `GET /settlements/ID/lines.csv`: the lines of a settlement, for whoever may see it. */
export function settlementRouter({ db, authenticate }: SettlementRouterParts): Router {
  const router = Router();
  router.get("/:id/lines.csv", async (request, response, next) => {
    try {
      const viewer = await authenticate(request.headers);
      const id = named(request.params.id);
      const scope = { clientIds: viewer.clientIds, internal: viewer.kind === "internal", readOnly: true };
      const csv = await inTransaction(db, scope, (tx) => settlementCsv(tx, viewer, id));
      if (csv === undefined) throw new NotFound("settlement", request.params.id);
      response.set("x-content-type-options", "nosniff").set("cache-control", "private, no-store");
      response.attachment("lines.csv").type("text/csv; charset=utf-8").send(csv);
    } catch (error) {
      next(error);
    }
  });
  return router;
}

function named(id: string): string {
  try {
    const ref = parseGlobalId(id);
    if (ref.type === "Settlement") return ref.id;
  } catch (error) {
    if (!(error instanceof InvalidId)) throw error;
  }
  throw new NotFound("settlement", id);
}
