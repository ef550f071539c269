import { Router } from "express";
import type { DataSource } from "typeorm";

/** Something the process needs; resolves when it works. */
export interface Dependency {
  readonly name: string;
  check(): Promise<void>;
}

export const databaseDependency = (db: DataSource): Dependency => ({
  name: "database",
  check: async () => void (await db.query("select 1")),
});

const PATIENCE_MS = 3_000;

/**
 * `/healthz`: the process answers; restart it when it does not. `/readyz`: it can do its work; send it no requests
 * while it cannot.
 */
export function healthRoutes(dependencies: readonly Dependency[]): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => void response.json({ status: "ok" }));
  router.get("/readyz", async (_request, response) => {
    const states = await Promise.all(dependencies.map(stateOf));
    const isReady = states.every(([, state]) => state === "ok");
    response
      .status(isReady ? 200 : 503)
      .json({ status: isReady ? "ok" : "unavailable", ...Object.fromEntries(states) });
  });
  return router;
}

async function stateOf({ name, check }: Dependency): Promise<[string, string]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => (timer = setTimeout(() => resolve("slow"), PATIENCE_MS)));
  const state = check().then(
    () => "ok",
    () => "unavailable",
  );
  const first = await Promise.race([state, late]);
  clearTimeout(timer);
  return [name, first];
}
