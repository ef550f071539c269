import express from "express";
import { startHttpServer, type HttpServer } from "./http-server";

let server: HttpServer;
let finish: () => void;
let arrived: Promise<void>;

beforeEach(async () => {
  const app = express();
  const slow = new Promise<void>((resolve) => (finish = resolve));
  arrived = new Promise((resolve) => {
    app.get("/slow", async (_request, response) => {
      resolve();
      await slow;
      response.send("done");
    });
  });
  server = await startHttpServer(app, "127.0.0.1", 0);
});

afterEach(() => server.close(0));

test("requests in hand finish, new ones are not taken", async () => {
  const answer = fetch(`${server.url}/slow`).then((response) => response.text());
  await arrived;

  const closing = server.close(5_000);
  await expect(fetch(`${server.url}/slow`)).rejects.toThrow();
  finish();

  expect(await answer).toBe("done");
  await closing;
});

test("requests that do not finish in time are cut off", async () => {
  const answer = fetch(`${server.url}/slow`);
  await arrived;

  const refused = expect(answer).rejects.toThrow();
  await server.close(50);

  await refused;
});

test("an address that is taken is named, with the remedy", async () => {
  const port = Number(new URL(server.url).port);

  const second = startHttpServer(express(), "127.0.0.1", port);

  await expect(second).rejects.toMatchObject({
    code: "ADDRESS_IN_USE",
    message: expect.stringContaining(String(port)),
  });
});
