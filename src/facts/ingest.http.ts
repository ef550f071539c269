import { Router, type Request, type RequestHandler, type Response } from "express";
import { pipeline } from "node:stream/promises";
import type { DataSource } from "typeorm";
import { z } from "zod";
import { inTransaction, rows } from "../platform/database";
import { requireRight } from "../platform/graphql/rights";
import type { Viewer } from "../platform/viewer";
import { NotFound } from "../shared/errors";
import { globalId, InvalidId, parseGlobalId } from "../shared/ids";
import { parseInput } from "../shared/input";
import { STREAMS } from "../shared/stream";
import type { ImportState } from "./import.entity";
import { maySeeImports } from "./import.loaders";
import type { ImportReport } from "./import-report";
import type { IngestService } from "./ingest.service";
import { rejectsFile } from "./rejects-file";

export interface IngestRouterParts {
  readonly db: DataSource;
  readonly ingest: IngestService;
  readonly authenticate: (headers: Request["headers"]) => Promise<Viewer>;
}

/**
 * `POST /ingest/contact?profile=phonenow&client=acme`, the file as the body: CSV or one JSON object per line, plain or
 * gzip. The answer is the report: 200 when the file was read to its end, 422 when it was refused, 400 when it ended
 * too early.
 */
export function ingestRouter({ ingest, authenticate }: IngestRouterParts): Router {
  const router = Router();
  router.post(
    "/:stream",
    passingErrors(async (request, response) => {
      const by = await authenticate(request.headers);
      requireRight(by, "facts:write");
      const asked = parseInput(uploadSchema, { ...request.params, ...request.query });
      const report = await ingest.ingestFile({ ...asked, fileName: asked.name, by, bytes: bodyOf(request) });
      if (!response.writableEnded && !response.destroyed) response.status(STATUS[report.state]).json(answer(report));
    }),
  );
  return router;
}

const uploadSchema = z.strictObject({
  stream: z.enum(STREAMS),
  profile: z.string().max(100).default("regia"),
  client: z.string().max(100).optional(),
  source: z.string().min(1).max(100).optional(),
  /** Everything before this instant has been sent, with this file. */
  completeThrough: z.iso
    .datetime({ offset: true, error: "Write an instant such as 2026-06-30T22:00:00Z." })
    .transform((text) => new Date(text))
    .optional(),
  /** For people who look at the import later. */
  name: z.string().max(300).optional(),
});

/** Ending early, as for a file that is refused, must not cut the connection: the sender is to read why. */
const bodyOf = (request: Request): AsyncIterable<Buffer> => request.iterator({ destroyOnReturn: false });

const STATUS: Readonly<Record<ImportState, number>> = { running: 200, finished: 200, refused: 422, interrupted: 400 };

/** The report as it is sent. */
export function answer(report: ImportReport): object {
  const { importId, ...rest } = report;
  const id = globalId("Import", importId);
  return { id, ...rest, rejects: report.rows.rejected > 0 ? `/imports/${id}/rejects.csv` : null };
}

/** `GET /imports/ID/rejects.csv`: line, field, value, code and reason of every rejected row. */
export function importsRouter({ db, authenticate }: Omit<IngestRouterParts, "ingest">): Router {
  const router = Router();
  router.get(
    "/:id/rejects.csv",
    passingErrors(async (request, response) => {
      const by = await authenticate(request.headers);
      if (!maySeeImports(by)) requireRight(by, "facts:read");
      const given = String(request.params.id);
      const scope = { clientIds: by.clientIds, internal: by.kind === "internal", readOnly: true };
      const id = importNamed(given);
      const found = await inTransaction(db, scope, (tx) =>
        rows(tx, "select 1 from import where client_id = any($1) and id = $2", [by.clientIds, id]),
      );
      if (found.length === 0) throw new NotFound("import", given);
      response.type("text/csv; charset=utf-8").attachment(`${given}.rejects.csv`);
      await pipeline(rejectsFile(db, scope, id), response);
    }),
  );
  return router;
}

function importNamed(given: string): string {
  try {
    const { type, id } = parseGlobalId(given);
    if (type === "Import") return id;
  } catch (error) {
    if (!(error instanceof InvalidId)) throw error;
  }
  throw new NotFound("import", given);
}

const passingErrors =
  (work: (request: Request, response: Response) => Promise<void>): RequestHandler =>
  (request, response, next) =>
    void work(request, response).catch(next);
