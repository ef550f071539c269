import express, { type ErrorRequestHandler } from "express";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { sha256 } from "../shared/canonical-hash";
import { DomainError } from "../shared/errors";
import { globalId, newId } from "../shared/ids";
import { aViewer } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { packageRouter } from "./package.http";
import { ReviewedHouse } from "./reviewed-house.builder";

let database: TestDatabase;
let house: ReviewedHouse;
let server: Server;
let id: string;
beforeAll(async () => {
  database = await createTestDatabase();
  house = await ReviewedHouse.open(database.asInternal);
  await house.at.oneMorning();
  await house.at.settle();
  id = globalId("ReviewPackage", (await house.compile()).id);
  const authenticate = async ({ authorization = "" }) => aViewer({ kind: "client", clientIds: [authorization] });
  const asCode: ErrorRequestHandler = (error, _request, response, _next) =>
    void response.status(error instanceof DomainError ? 404 : 500).json({ code: (error as DomainError).code });
  const app = express()
    .use("/packages", packageRouter({ db: database.db, authenticate }))
    .use(asCode);
  server = await new Promise<Server>((done) => {
    const opened = app.listen(0, "127.0.0.1", () => done(opened));
  });
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  await database.drop();
});

const get = (name: string, client = house.at.clientId): Promise<Response> =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/packages/${name}`, {
    headers: { authorization: client },
  });

describe("packages as files", () => {
  it("have the hashes that are stored with them", async () => {
    const [stored] = await house.versions();

    const [page, document] = [await get(`${id}.html`), await get(`${id}.json`)];

    expect(sha256(await page.text())).toBe(stored?.htmlHash);
    expect(sha256(await document.text())).toBe(stored?.contentHash);
    expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
    expect(document.headers.get("content-type")).toMatch(/^application\/json/);
    expect([page.headers.get("etag"), document.headers.get("etag")]).toEqual([
      `"${stored?.htmlHash}"`,
      `"${stored?.contentHash}"`,
    ]);
  });

  it("do not exist for another client", async () => {
    const response = await get(`${id}.html`, newId());

    expect([response.status, await response.json()]).toEqual([404, { code: "NOT_FOUND" }]);
  });

  it.each(["x.html", "nothing", ".json", "x.html.json"])("do not exist as %s", async (name) => {
    expect((await get(name)).status).toBe(404);
  });

  it("do not exist in other formats or as other things", async () => {
    const names = [
      `${id}.pdf`,
      id,
      `${globalId("Review", newId())}.html`,
      `${globalId("ReviewPackage", newId())}.html`,
    ];

    for (const name of names) expect((await get(name)).status).toBe(404);
  });
});
