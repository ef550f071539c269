import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateKeyPair, SignJWT } from "jose";
import { newId } from "../shared/ids";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { AccessService } from "./access.service";
import { SignIn } from "./sign-in";
import { LOCAL_ISSUER, localTokens, type LocalTokens } from "./tokens";

const now = new Date("2026-04-01T10:00:00Z");
const [clientA, clientB] = [newId(), newId()];
const access = new AccessService();

let database: TestDatabase;
let folder: string;
let tokens: LocalTokens;
let signIn: SignIn;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "regia-sign-in-"));
  tokens = await localTokens(folder);
  signIn = new SignIn(tokens);
  await database.adminRows("insert into tenant (client_id, code) values ($1, 'a'), ($2, 'b')", [clientA, clientB]);
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const register = (subject: string, more: object): Promise<string> =>
  database.asInternal([], (tx) =>
    access.putPrincipal(tx, { issuer: LOCAL_ISSUER, subject, kind: "internal", name: subject, ...more }),
  );
const authenticate = (credential: string, at = now) =>
  signIn.authenticate(database.db, { authorization: `Bearer ${credential}` }, at);
const reasonFor = (headers: Record<string, string>): Promise<string> =>
  signIn.authenticate(database.db, headers, now).then(
    () => "let in",
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe("a token", () => {
  it("lets our own people reach every client, with the rights kept in the database", async () => {
    const id = await register("ivana", { rights: ["facts:read", "people:read"] });

    const viewer = await authenticate(await tokens.issue("ivana", now));

    expect(viewer).toEqual({
      kind: "internal",
      id,
      name: "ivana",
      personId: null,
      sight: null,
      clientIds: [clientA, clientB].sort(),
      rights: new Set(["facts:read", "people:read"]),
    });
  });

  it("lets a client's people reach that client alone", async () => {
    await register("buyer", { kind: "client", reaches: [clientA, newId()] });

    const viewer = await authenticate(await tokens.issue("buyer", now));

    expect(viewer.kind).toBe("client");
    expect(viewer.clientIds).toEqual([clientA]);
    expect(viewer.rights.size).toBe(0);
  });

  it("counts with what the database says now, not with what it said before", async () => {
    const id = await register("mover", { kind: "client", reaches: [clientA] });
    const token = await tokens.issue("mover", now);

    const same = await register("mover", { kind: "client", reaches: [clientB], rights: ["facts:read"] });

    expect(same).toBe(id);
    expect(await authenticate(token)).toMatchObject({ clientIds: [clientB], rights: new Set(["facts:read"]) });
  });

  it("is good until it expires, and 5 seconds for clocks that differ", async () => {
    await register("guest", {});
    const token = await tokens.issue("guest", now, 1);

    await expect(authenticate(token, new Date("2026-04-01T11:00:04Z"))).resolves.toMatchObject({ name: "guest" });
    await expect(authenticate(token, new Date("2026-04-01T11:00:06Z"))).rejects.toThrow("the token has expired");
  });

  it("is signed by a key that survives a restart and that only its owner can read", async () => {
    await register("loyal", {});
    const token = await tokens.issue("loyal", now);

    const restarted = new SignIn(await localTokens(folder));

    await expect(restarted.authenticate(database.db, { authorization: `bearer ${token}` }, now)).resolves.toMatchObject(
      { name: "loyal" },
    );
    expect(statSync(join(folder, "sign-in-key.json")).mode & 0o777).toBe(0o600);
  });
});

describe("whoever is not let in", () => {
  it("learns why", async () => {
    const unsigned = `${part({ alg: "none" })}.${part({ sub: "ivana", exp: 2_000_000_000 })}.`;
    const stranger = await tokens.issue("stranger", now);
    const [head, body] = stranger.split(".");

    expect(await reasonFor({})).toContain("the request carries no token or API key");
    expect(await reasonFor({ authorization: "Basic aXZhbmE6eA==" })).toContain("the credential is malformed");
    expect(await reasonFor({ authorization: "Bearer nonsense" })).toContain("the token is malformed");
    expect(await reasonFor({ authorization: `Bearer ${unsigned}` })).toContain("algorithm is not accepted");
    expect(await reasonFor({ authorization: `Bearer ${stranger}` })).toContain(
      'nobody is registered here as "stranger"',
    );
    expect(await reasonFor({ authorization: `Bearer ${head}.${body}.${"A".repeat(86)}` })).toContain(
      "signature is wrong",
    );
    expect(await reasonFor({ authorization: `Bearer ${stranger}`, "x-api-key": "regia_x" })).toContain(
      "two credentials",
    );
  });

  it("cannot come with a token meant for somebody else", async () => {
    const { privateKey } = await generateKeyPair("EdDSA");
    const foreign = await new SignJWT({})
      .setProtectedHeader({ alg: "EdDSA" })
      .setIssuer(LOCAL_ISSUER)
      .setAudience("regia")
      .setSubject("ivana")
      .setExpirationTime("1h")
      .sign(privateKey);

    expect(await reasonFor({ authorization: `Bearer ${foreign}` })).toContain("signature is wrong");
  });
});

describe("an API key", () => {
  const create = (more: object = {}) =>
    database.asInternal([], (tx) =>
      access.createApiKey(tx, { name: "feed", reaches: [clientB], scopes: ["facts:write"], ...more }, now),
    );

  it("lets a system in, limited to its clients and scopes, by either header", async () => {
    const { id, key } = await create();

    const viewer = await authenticate(key);

    expect(viewer).toEqual({
      kind: "integration",
      id,
      name: "feed",
      personId: null,
      sight: null,
      clientIds: [clientB],
      rights: new Set(["facts:write"]),
    });
    expect(await signIn.authenticate(database.db, { "x-api-key": key }, now)).toEqual(viewer);
  });

  it("is kept as a hash only", async () => {
    const { id, key } = await create();

    const [row] = await database.adminRows<{ secret_hash: string }>("select * from api_key where id = $1", [id]);

    expect(JSON.stringify(row)).not.toContain(key.slice(-43));
    expect(row?.secret_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is refused when its secret is wrong, unknown, revoked or expired", async () => {
    const good = await create();
    const short = await create({ expiresAt: new Date("2026-04-01T09:59:59Z") });
    const wrong = `${good.key.slice(0, -3)}${good.key.endsWith("AAA") ? "BBB" : "AAA"}`;

    expect(await reasonFor({ "x-api-key": wrong })).toContain("the API key is not known");
    expect(await reasonFor({ "x-api-key": `regia_${"0".repeat(32)}_${good.key.slice(-43)}` })).toContain("not known");
    expect(await reasonFor({ "x-api-key": short.key })).toContain("the API key has expired");
    await database.asInternal([], (tx) => access.revokeApiKey(tx, good.id, now));
    expect(await reasonFor({ "x-api-key": good.key })).toContain("the API key was revoked");
  });

  it("is listed without its secret, and its clients are found by their codes", async () => {
    const { id, key } = await create({ name: "listed" });

    const listed = await database.asInternal([], (tx) => access.listApiKeys(tx));

    const [found] = listed.filter((one) => one.id === id);
    expect(found).toEqual({
      id,
      name: "listed",
      clients: ["b"],
      scopes: ["facts:write"],
      expiresAt: null,
      revokedAt: null,
    });
    expect(JSON.stringify(listed)).not.toContain(key.slice(-43));
    expect(await database.asInternal([], (tx) => access.clientIds(tx, ["b", "a"]))).toEqual([clientA, clientB]);
    await expect(database.asInternal([], (tx) => access.clientIds(tx, ["a", "z"]))).rejects.toThrow('no client "z"');
    await expect(database.asInternal([], (tx) => access.revokeApiKey(tx, "z", now))).rejects.toThrow('no API key "z"');
  });

  it("must have a client to reach and scopes that exist", async () => {
    await expect(create({ reaches: [] })).rejects.toThrow('"feed" reaches no client.');
    await expect(create({ scopes: ["facts:write", "everything"] })).rejects.toThrow('There is no right "everything".');
  });
});

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
