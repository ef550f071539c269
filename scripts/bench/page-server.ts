/**
 * One of the two servers that are compared, in a process of its own:
 *
 *   node page-server.js api DATABASE_URL KEY_FOLDER
 *   node page-server.js bare DATABASE_URL CLIENT_ID TEAM_ID
 */
import "reflect-metadata";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "pg";
import { httpApi } from "../../src/api/http";
import { databaseDependency } from "../../src/api/health";
import { apiSchema } from "../../src/api/schema";
import { entities } from "../../src/main/data-source";
import { openDatabase } from "../../src/platform/database";
import { quietLog } from "../../src/platform/log";
import { rememberedTokens } from "../../src/platform/remembered-tokens";
import { SignIn } from "../../src/platform/sign-in";
import { localTokens } from "../../src/platform/tokens";
import { PAGE_SQL } from "./page-query";

const CONNECTIONS = 8;

async function main([mode, url = "", ...rest]: string[]): Promise<void> {
  const server = mode === "api" ? await api(url, rest[0] ?? "") : bare(url, rest);
  server.listen(0, "127.0.0.1", () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
}

/** The whole of ours: sign-in, limits, one transaction under row level security for each request. */
async function api(url: string, keyFolder: string): Promise<Server> {
  const db = await openDatabase({ url, entities, poolSize: CONNECTIONS });
  const signIn = new SignIn(rememberedTokens(await localTokens(keyFolder)));
  const { app } = await httpApi({
    ...{ db, schema: apiSchema(), services: new Map(), queue: null, log: quietLog, deadlineMs: 10_000 },
    authenticate: (headers, now) => signIn.authenticate(db, headers, now),
    clock: () => new Date(),
    dependencies: [databaseDependency(db)],
    routers: [],
  });
  return createServer(app);
}

/** The least there could be: one prepared statement, as superuser, whose text goes out as it is. */
function bare(url: string, params: readonly string[]): Server {
  const pool = new Pool({ connectionString: url, max: CONNECTIONS });
  return createServer((request, response) => {
    request.resume().on("end", () => {
      void pool.query<{ page: string }>({ name: "page", text: PAGE_SQL, values: [...params] }).then(({ rows }) => {
        response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(rows[0]?.page);
      });
    });
  });
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error);
  process.exitCode = 1;
});
