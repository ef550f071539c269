import { serverAudits } from "graphql-http";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { plainLog } from "../platform/log";
import type { JobQueue } from "../platform/queue";
import { SignInUnavailable, Unauthenticated } from "../platform/sign-in.errors";
import { aViewer, testServices } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import type { Dependency } from "./health";
import { httpApi, type HttpApi } from "./http";
import { apiSchema } from "./schema";

let database: TestDatabase;
let api: HttpApi;
let server: Server;
let origin: string;
const logged: string[] = [];
const queue: { isAlive: boolean } & Dependency = {
  name: "queue",
  isAlive: true,
  check: () => (queue.isAlive ? Promise.resolve() : Promise.reject(new Error("gone"))),
};

/** Three jobs wait. */
const someJobs = { counts: () => Promise.resolve({ waiting: 3 }) } as unknown as JobQueue;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await httpApi({
    ...{ db: database.db, schema: apiSchema(), services: testServices(), queue: someJobs, deadlineMs: 5_000 },
    log: plainLog("info", (line) => logged.push(line)),
    authenticate: ({ authorization }) => {
      if (authorization === "Bearer early") return Promise.reject(new SignInUnavailable(new Error("no keys")));
      if (authorization !== "Bearer good") return Promise.reject(new Unauthenticated("the token is wrong"));
      return Promise.resolve(aViewer({}));
    },
    clock: () => new Date(),
    dependencies: [queue],
    routers: [],
  });
  server = createServer(api.app).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => void logged.splice(0));
afterAll(async () => {
  await api.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await database.drop();
});

const JSON_BODY = { "content-type": "application/json", authorization: "Bearer good" };

const post = (body: string, headers: Record<string, string> = JSON_BODY): Promise<Response> =>
  fetch(`${origin}/graphql`, { method: "POST", headers, body });

const ask = async (query: string, headers?: Record<string, string>) => {
  const response = await post(JSON.stringify({ query }), headers);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever came
  return { status: response.status, headers: response.headers, ...((await response.json()) as any) };
};

/** What GraphQL over HTTP recommends and we do not do: 200 for requests that cannot be executed, form posts, bare GETs. */
const ALLOWED = new Set(["572B", "FDE2", "7B9B", "5A70", "D6D5", "6A70"]);

describe("GraphQL over HTTP", () => {
  const fetchFn = (input: string, init: RequestInit = {}) =>
    fetch(input, { ...init, headers: { ...(init.headers as object), authorization: "Bearer good" } });
  const audits = serverAudits({ url: () => `${origin}/graphql`, fetchFn });

  test.each(audits.map((audit) => [audit.id, audit.name] as const))("%s %s", async (id) => {
    const result = await audits.find((audit) => audit.id === id)!.fn();

    expect({ id, status: ALLOWED.has(id) ? "allowed" : result.status }).toEqual({
      id,
      status: ALLOWED.has(id) ? "allowed" : "ok",
    });
  });
});

describe("a request", () => {
  it("is answered for its viewer alone, with cost and the request's id", async () => {
    const { status, headers, data, extensions } = await ask("{ viewer { kind rights } }", {
      ...JSON_BODY,
      "x-request-id": "my-own-id-1",
    });

    expect([status, data.viewer.kind]).toEqual([200, "INTERNAL"]);
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("x-request-id")).toBe("my-own-id-1");
    expect(extensions).toEqual({ cost: 1, costLimit: 50_000, requestId: "my-own-id-1" });
  });

  it("without sign-in is refused, whatever it asks", async () => {
    for (const query of ["{ viewer { name } }", "{ __schema { types { name } } }"]) {
      const { status, headers, data, errors } = await ask(query, { "content-type": "application/json" });
      expect([status, data, errors[0].extensions.code]).toEqual([401, undefined, "UNAUTHENTICATED"]);
      expect(headers.get("www-authenticate")).toBe("Bearer");
    }
  });

  it("is told when sign-in is out of order", async () => {
    const { status, errors } = await ask("{ viewer { name } }", { ...JSON_BODY, authorization: "Bearer early" });

    expect([status, errors[0].extensions.code]).toEqual([503, "SIGN_IN_UNAVAILABLE"]);
  });

  it("may look at the schema once signed in", async () => {
    const { data } = await ask('{ __schema { queryType { name } } __type(name: "Figure") { description } }');

    expect(data.__schema.queryType.name).toBe("Query");
    expect(data.__type.description).toContain("measured value");
  });

  it("from a page of somebody else is blocked", async () => {
    const simple = { authorization: "Bearer good", "content-type": "text/plain" };

    expect((await post(JSON.stringify({ query: "{ viewer { name } }" }), simple)).status).toBe(400);
  });

  it("whose body is no JSON, or too long, is told so in JSON", async () => {
    for (const [body, status, message] of [
      ["{oops", 400, "not valid JSON"],
      [JSON.stringify({ query: `{ viewer { name } } #${"x".repeat(110_000)}` }), 413, "larger than 100 kB"],
    ] as const) {
      const response = await post(body);
      const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
      expect([response.status, errors[0]?.extensions.code]).toEqual([status, "BAD_USER_INPUT"]);
      expect(errors[0]?.message).toContain(message);
    }
  });

  it("for a field that does not exist gets no hints", async () => {
    const { status, errors } = await ask("{ viewer { nam } }");

    expect([status, errors[0].extensions.code]).toEqual([400, "GRAPHQL_VALIDATION_FAILED"]);
    expect(errors[0].message).not.toContain("Did you mean");
  });

  it("that lacks a variable is told which", async () => {
    const query = "query One($code: String!) { client(code: $code) { name } }";

    const { status, errors } = await ask(query);

    expect(status).toBe(400);
    expect(errors[0].message).toBe('Variable "$code" of required type "String!" was not provided.');
    expect(errors[0].extensions).toEqual({ code: "BAD_USER_INPUT" });
  });

  it("to a path that does not exist is told so in JSON", async () => {
    const response = await fetch(`${origin}/nowhere`);

    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
  });
});

describe("what asks too much is refused", () => {
  const nested = (levels: number): string =>
    levels === 0 ? "code" : `contracts { nodes { client { ${nested(levels - 1)} } } }`;

  test.each([
    ["DEPTH_LIMIT", `{ client(code: "x") { ${nested(5)} } }`],
    ["ALIAS_LIMIT", `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: viewer { name }`).join(" ")} }`],
    ["DIRECTIVE_LIMIT", `{ viewer { ${"name @include(if: true) ".repeat(31)} } }`],
    [
      "COST_LIMIT",
      `{ clients(first: 100) { nodes { contracts(first: 100) { nodes { teams(first: 100) { nodes { code } } } } } } }`,
    ],
    ["GRAPHQL_PARSE_FAILED", `{ viewer { ${"name ".repeat(2_001)} } }`],
    ["BAD_USER_INPUT", `{ clients(first: 101) { totalCount } }`],
  ])("%s", async (code, query) => {
    const { errors, data } = await ask(query);

    expect(errors[0].extensions.code).toBe(code);
    expect(data?.clients ?? null).toBeNull();
  });

  it("but a batch of operations is not taken at all", async () => {
    const response = await post(JSON.stringify([{ query: "{ viewer { name } }" }, { query: "{ viewer { name } }" }]));

    expect(response.status).toBe(400);
  });
});

describe("around the API", () => {
  it("a browser gets an explorer that loads nothing from elsewhere", async () => {
    const response = await fetch(`${origin}/`);
    const page = await response.text();

    expect(response.headers.get("content-type")).toContain("text/html");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(page).toContain("/graphql");
    const sources = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source ?? "");
    expect(sources.filter((source) => /^(https?:)?\/\//.test(source))).toEqual([]);
    const script = sources.find((source) => source.endsWith("main.js"));
    expect((await fetch(`${origin}/explorer/${script}`)).status).toBe(200);
  });

  it("health tells that it lives, readiness what it needs", async () => {
    const statusOf = async (path: string) => {
      const response = await fetch(`${origin}${path}`);
      return [response.status, await response.json()];
    };

    expect(await statusOf("/healthz")).toEqual([200, { status: "ok" }]);
    expect(await statusOf("/readyz")).toEqual([200, { status: "ok", queue: "ok" }]);
    queue.isAlive = false;
    expect(await statusOf("/readyz")).toEqual([503, { status: "unavailable", queue: "unavailable" }]);
    queue.isAlive = true;
  });

  it("metrics count operations, errors and statements, by nothing that outsiders choose", async () => {
    await ask("query SomethingPersonal { viewer { name } }");
    const text = await (await fetch(`${origin}/metrics`)).text();

    expect(text).toMatch(/regia_graphql_operation_seconds_count\{type="query",outcome="ok"\} [1-9]/);
    expect(text).toContain("regia_graphql_statements_bucket");
    expect(text).toMatch(/regia_http_request_seconds_count\{route="\/graphql",status="200"\}/);
    expect(text).toContain('regia_queue_jobs{state="waiting"} 3');
    expect(text).not.toContain("SomethingPersonal");
  });
});
