import type { DataSource } from "typeorm";
import { httpApi, type HttpApi } from "../api/http";
import { databaseDependency, type Dependency } from "../api/health";
import { apiSchema } from "../api/schema";
import { importsRouter, ingestRouter } from "../facts/ingest.http";
import { IngestService } from "../facts/ingest.service";
import { hurry } from "../facts/settle.jobs";
import { inTransaction } from "../platform/database";
import type { Log } from "../platform/log";
import type { JobQueue } from "../platform/queue";
import { rememberedTokens } from "../platform/remembered-tokens";
import { SignIn } from "../platform/sign-in";
import { tokensFor } from "../platform/tokens";
import { isBoundToPositions, type Viewer } from "../platform/viewer";
import { packageRouter } from "../reviews/package.http";
import { settlementRouter } from "../settlements/settlement.http";
import type { Runtime } from "./runtime";
import { registryOf, type Services } from "./services";

/** A request gets this long; its statements end with it. */
export const DEADLINE_MS = 15_000;

export interface ApiOptions {
  readonly services: Services;
  readonly queue: JobQueue | null;
  /** What must work besides the database. */
  readonly dependencies: readonly Dependency[];
}

/** The HTTP side of the program over an open runtime. */
export async function openApi({ db, config, log }: Runtime, options: ApiOptions): Promise<HttpApi> {
  const { services, queue } = options;
  const signIn = new SignIn(rememberedTokens(await tokensFor(config)));
  const authenticate = async (headers: Parameters<SignIn["authenticate"]>[1], now: Date) =>
    sighted(db, services, await signIn.authenticate(db, headers, now), now);
  const clock = (): Date => new Date();
  const access = { db, authenticate: (headers: Parameters<typeof authenticate>[0]) => authenticate(headers, clock()) };
  const ingest = new IngestService({ db, log, clock, onFactsAppended: nudging(queue, log) });
  const api = await httpApi({
    ...{ db, log, queue, authenticate, schema: apiSchema(), services: registryOf(services) },
    deadlineMs: DEADLINE_MS,
    clock,
    dependencies: [databaseDependency(db), ...queueDependency(queue), ...options.dependencies],
    routers: [
      { path: "/packages", router: packageRouter(access) },
      { path: "/settlements", router: settlementRouter(access) },
      { path: "/ingest", router: ingestRouter({ ...access, ingest }) },
      { path: "/imports", router: importsRouter(access) },
    ],
  });
  return {
    ...api,
    stop: async () => {
      await api.stop();
      await ingest.idle();
    },
  };
}

/** Whoever is there for the work sees what the positions held answer for; the others are as they signed in. */
export function sighted(db: DataSource, { sights }: Pick<Services, "sights">, viewer: Viewer, now: Date) {
  if (!isBoundToPositions(viewer)) return viewer;
  const scope = { clientIds: viewer.clientIds, internal: true, readOnly: true };
  return inTransaction(db, scope, (tx) => sights.narrowed(tx, viewer, now));
}

const queueDependency = (queue: JobQueue | null): Dependency[] =>
  queue ? [{ name: "queue", check: async () => void (await queue.counts()) }] : [];

/** A nudge that does not arrive is no loss: what is due is a row, and the timer finds it. */
const nudging =
  (queue: JobQueue | null, log: Log) =>
  (clientId: string): void => {
    if (!queue) return;
    void Promise.resolve(hurry(queue, clientId, "ingest")).catch((error: unknown) =>
      log.warn("job.not-queued", { error }),
    );
  };
