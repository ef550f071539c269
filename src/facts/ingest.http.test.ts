import express, { type ErrorRequestHandler } from "express";
import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { pause, until } from "../test-support/waiting";
import { DomainError } from "../shared/errors";
import type { Viewer } from "../platform/viewer";
import { anIngestBench, contactCsv, someContacts, viewerOf, type IngestBench } from "./ingest.builder";
import { importsRouter, ingestRouter } from "./ingest.http";

let database: TestDatabase;
let bench: IngestBench;
let viewer: Viewer;
let server: Server;
let url: string;

beforeAll(async () => {
  database = await createTestDatabase();
  bench = await anIngestBench({ db: database.db });
  const authenticate = () => Promise.resolve(viewer);
  const app = express();
  app.use("/ingest", ingestRouter({ db: database.db, ingest: bench.ingest, authenticate }));
  app.use("/imports", importsRouter({ db: database.db, authenticate }));
  app.use(showingErrors);
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => (viewer = bench.viewer));
afterAll(async () => {
  server.close();
  await database.drop();
});

const showingErrors: ErrorRequestHandler = (error: Error, _request, response, _next) => {
  response
    .status(error instanceof DomainError ? 400 : 500)
    .json({ code: (error as DomainError).code, text: error.message });
};

interface Answer {
  readonly id: string;
  readonly state: string;
  readonly rows: Record<string, number>;
  readonly rejects: string | null;
  readonly code?: string;
  readonly error: { code: string } | null;
}

const post = async (path: string, body: string | Buffer): Promise<{ status: number; body: Answer }> => {
  const response = await fetch(url + path, { method: "POST", body: new Uint8Array(Buffer.from(body)) });
  return { status: response.status, body: (await response.json()) as Answer };
};

test("an upload is answered with its report, and the rejected rows come back as a file", async () => {
  const rows = [...someContacts(3), ...someContacts(1, () => ({ external_id: "bad", person: 'no"body,' }))];

  const { status, body } = await post(
    "/ingest/contact?name=calls.csv",
    gzipSync(contactCsv(rows).replace('no"body,', '"no""body,"')),
  );

  expect(status).toBe(200);
  expect(body).toMatchObject({ state: "finished", rows: { accepted: 3, rejected: 1 }, fileName: "calls.csv" });
  const file = await fetch(url + body.rejects);
  expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const [header, line] = (await file.text()).split("\n");
  expect(header).toBe("line,field,value,code,reason");
  expect(line).toMatch(/^5,person,"no""body,",UNKNOWN_PERSON,"Nobody is called ""no""body,""/);
});

test("a refused file is answered at once, however much of it is still to come", async () => {
  const { status, body } = await post("/ingest/contact", `a;b;c\n${"1;2;3\n".repeat(2_000_000)}`);

  expect(status).toBe(422);
  expect(body).toMatchObject({ state: "refused", error: { code: "MISSING_COLUMN" } });
});

test("a connection that is cut leaves an interrupted import with the complete rows", async () => {
  const file = contactCsv(someContacts(500, (n) => ({ external_id: `cut-${n}` })));
  const upload = httpRequest(`${url}/ingest/contact?name=cut.csv`, { method: "POST" });
  upload.on("error", () => undefined);
  upload.write(file.slice(0, file.indexOf("cut-300,") + 20));
  await pause(200);

  upload.destroy();

  const ended = (): Promise<object[]> =>
    database.adminRows(
      "select state, error, rows_accepted from import where file_name = 'cut.csv' and state <> 'running'",
    );
  await until(async () => (await ended()).length > 0);
  expect(await ended()).toMatchObject([
    { state: "interrupted", error: { code: "CONNECTION_CUT" }, rows_accepted: 299 },
  ]);
});

test.each([
  ["/ingest/contact?profile=nope", "NOT_FOUND"],
  ["/ingest/contact?client=nope", "NOT_FOUND"],
  ["/ingest/contact?profle=regia", "UNKNOWN_FIELD"],
  ["/ingest/calls", "INVALID_FIELD"],
])("%s is refused as %s", async (path, code) => {
  const { status, body } = await post(path, contactCsv(someContacts(1)));

  expect({ status, code: body.code }).toEqual({ status: 400, code });
});

test("without the right, and for somebody else's client, nothing is taken in and nothing is shown", async () => {
  const { body: done } = await post("/ingest/contact", contactCsv(someContacts(1, () => ({ service: "nope" }))));
  viewer = { ...bench.viewer, rights: new Set(["facts:read"]) };
  expect((await post("/ingest/contact", contactCsv(someContacts(1)))).body.code).toBe("FORBIDDEN");

  const other = await anIngestBench({ db: database.db });
  viewer = viewerOf(other.clientId);

  expect((await post(`/ingest/contact?client=${bench.clientCode}`, contactCsv(someContacts(1)))).body.code).toBe(
    "NOT_FOUND",
  );
  expect((await fetch(url + done.rejects)).status).toBe(400);
  viewer = { ...viewerOf(bench.clientId), rights: new Set() };
  expect((await fetch(url + done.rejects)).status).toBe(400);
});

test("an import that is not there is not found", async () => {
  for (const id of ["nonsense", Buffer.from("Import:019f0000-0000-7000-8000-000000000000").toString("base64url")]) {
    const answer = await fetch(`${url}/imports/${id}/rejects.csv`);
    expect(((await answer.json()) as Answer).code).toBe("NOT_FOUND");
  }
});
