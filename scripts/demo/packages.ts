import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inTransaction } from "../../src/platform/database";
import { latestReviews, packageFile } from "../../src/reviews/package.queries";
import { rows } from "../../src/platform/database";
import type { Runtime } from "../../src/main/runtime";
import type { Services } from "../../src/main/services";

/** Compiles the package of each forum's latest reviewed period where there is none yet; writes the pages as files. */
export async function compilePackages(
  { db }: Runtime,
  services: Services,
  options: { readonly clientIds: readonly string[]; readonly folder: string; readonly now: Date },
): Promise<string[]> {
  const { clientIds, folder, now } = options;
  mkdirSync(folder, { recursive: true });
  return inTransaction(db, { clientIds, internal: true }, async (tx) => {
    for (const clientId of clientIds) await services.reviews.schedule(tx, clientId, now);
    const paths: string[] = [];
    for (const { clientId, reviewId, forumCode } of await latestReviews(tx, clientIds, now)) {
      const [known] = await rows<{ id: string }>(tx, LATEST, [clientId, reviewId]);
      const id =
        known?.id ?? (await services.packages.compile(tx, { clientId, reviewId, compiledBy: "regia demo" }, now)).id;
      const file = await packageFile(tx, clientIds, id);
      const path = join(folder, `${forumCode}.html`);
      writeFileSync(path, file?.html ?? "");
      paths.push(path);
    }
    return paths;
  });
}

const LATEST = `select id from review_package where client_id = $1 and review_id = $2 order by version desc limit 1`;
