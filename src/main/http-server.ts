import type { Express } from "express";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AddressInUse } from "./serve.errors";

/** Uploads may take long; a request that sends nothing for this long is given up. */
const IDLE_MS = 120_000;
const HEADERS_MS = 15_000;

export interface HttpServer {
  readonly url: string;
  /** Takes no new requests, lets those in hand finish within `graceMs`, then cuts them off. */
  close(graceMs: number): Promise<void>;
}

export async function startHttpServer(app: Express, host: string, port: number): Promise<HttpServer> {
  const server = createServer({ requestTimeout: 0, headersTimeout: HEADERS_MS, keepAliveTimeout: 5_000 }, app);
  server.timeout = IDLE_MS;
  await listening(server, host, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}`,
    close: (graceMs) => close(server, graceMs),
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new AddressInUse(host, port) : error),
    );
    server.listen(port, host, resolve);
  });
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that was in use when the server closed would otherwise wait for another request.
  const tidy = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(tidy);
  clearTimeout(cut);
}
