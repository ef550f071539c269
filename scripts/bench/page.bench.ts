import autocannon from "autocannon";
import { spawn, type ChildProcess } from "node:child_process";
import { isDeepStrictEqual } from "node:util";
import { join } from "node:path";
import { LOCAL_ISSUER, localTokens } from "../../src/platform/tokens";
import type { BenchContext, Measurement } from "./measurement";
import { fillPageStore, SUBJECT_OF_VIEWER } from "./page-store";
import { pageRequest } from "./page-query";
import { pairedRatio, type Ratio } from "./ratio";

const CONNECTIONS = 8;

export const measurements: readonly Measurement[] = [
  {
    name: "page",
    says: "GraphQL page of 50 scorecards × 8 items ÷ same JSON by one SQL statement behind a bare server, requests/s",
    aim: { atLeast: 0.3 },
    run: measurePage,
  },
];

async function measurePage(context: BenchContext): Promise<Ratio> {
  const database = await context.newDatabase("page");
  const store = await fillPageStore(database.adminUrl, LOCAL_ISSUER);
  const token = await (await localTokens(context.folder)).issue(SUBJECT_OF_VIEWER, new Date());
  const body = pageRequest(store);
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const api = await startServer(["api", database.appUrl, context.folder]);
  const bare = await startServer(["bare", database.adminUrl, store.clientId, store.teamId]);
  try {
    const asked = (server: RunningServer): Load => ({ url: `${server.url}/graphql`, body, headers });
    await refuseUnlessEqual(asked(api), asked(bare));
    const seconds = context.quick ? 1 : 5;
    return await pairedRatio({
      first: ["ours requests/s", () => requestsPerSecond(asked(api), seconds)],
      second: ["bare requests/s", () => requestsPerSecond(asked(bare), seconds)],
      pairs: context.quick ? 2 : 6,
    });
  } finally {
    api.process.kill();
    bare.process.kill();
  }
}

interface RunningServer {
  readonly url: string;
  readonly process: ChildProcess;
}

function startServer(args: readonly string[]): Promise<RunningServer> {
  const child = spawn(process.execPath, [join(__dirname, "page-server.js"), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.once("exit", () => child.kill());
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`page-server ${args[0]} ended with ${code}`)));
    child.stdout.once("data", (port: Buffer) =>
      resolve({ url: `http://127.0.0.1:${port.toString().trim()}`, process: child }),
    );
  });
}

interface Load {
  readonly url: string;
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** A ratio of two different pages would say nothing. */
async function refuseUnlessEqual(a: Load, b: Load): Promise<void> {
  const [ours, bare] = await Promise.all([a, b].map(dataOf));
  if (!isDeepStrictEqual(ours, bare)) throw new Error("The two servers do not give the same page.");
}

async function dataOf({ url, body, headers }: Load): Promise<unknown> {
  const response = await fetch(url, { method: "POST", body, headers });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  if (errors || !data) throw new Error(`${url} answered ${JSON.stringify(errors)}`);
  return data;
}

async function requestsPerSecond({ url, body, headers }: Load, seconds: number): Promise<number> {
  const result = await autocannon({ url, method: "POST", body, headers, connections: CONNECTIONS, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx + result.errors} requests failed.`);
  return result.requests.total / result.duration;
}
