import { Router, type Request } from "express";
import type { DataSource } from "typeorm";
import { inTransaction } from "../platform/database";
import type { Viewer } from "../platform/viewer";
import { NotFound } from "../shared/errors";
import { InvalidId, parseGlobalId } from "../shared/ids";
import { packageFile, type PackageFile } from "./package.queries";

export interface PackageRouterParts {
  readonly db: DataSource;
  readonly authenticate: (headers: Request["headers"]) => Promise<Viewer>;
}

/** `GET /packages/ID.html` and `.json`: the frozen files, for whoever may see the client. */
export function packageRouter({ db, authenticate }: PackageRouterParts): Router {
  const router = Router();
  router.get("/:name", async (request, response, next) => {
    try {
      const viewer = await authenticate(request.headers);
      const { id, format } = named(request.params.name);
      const scope = { clientIds: viewer.clientIds, internal: viewer.kind === "internal", readOnly: true };
      const file = await inTransaction(db, scope, (tx) => packageFile(tx, viewer, id));
      if (!file) throw new NotFound("package", request.params.name);
      response.set("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
      response.set("x-content-type-options", "nosniff").set("etag", `"${hashOf(file, format)}"`);
      response.type(format).send(bodyOf(file, format));
    } catch (error) {
      next(error);
    }
  });
  return router;
}

type Format = "html" | "json";

const bodyOf = (file: PackageFile, format: Format): string => (format === "html" ? file.html : file.document);

/** SHA-256 of the body. */
const hashOf = (file: PackageFile, format: Format): string => (format === "html" ? file.htmlHash : file.contentHash);

/** `ID.html`; anything else is a package that does not exist. */
function named(name: string): { id: string; format: Format } {
  const [id = "", format, ...rest] = name.split(".");
  try {
    const ref = parseGlobalId(id);
    const isFormat = (format === "html" || format === "json") && rest.length === 0;
    if (ref.type === "ReviewPackage" && isFormat) return { id: ref.id, format };
  } catch (error) {
    if (!(error instanceof InvalidId)) throw error;
  }
  throw new NotFound("package", name);
}
