import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, type JWK } from "jose";
import { SignInUnavailable, Unauthenticated } from "./sign-in.errors";
import { remoteTokens } from "./tokens";

describe("tokens of an identity provider", () => {
  let provider: Server;
  let keys: JWK[] | null;
  const config = { jwksUrl: "", issuer: "https://id.example", audience: "regia" };

  beforeAll(async () => {
    provider = createServer((_, response) => {
      response.writeHead(keys ? 200 : 503, { "content-type": "application/json" });
      response.end(JSON.stringify({ keys: keys ?? [] }));
    });
    await new Promise<void>((done) => provider.listen(0, "127.0.0.1", done));
    config.jwksUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/keys`;
  });
  afterAll(() => void provider.close());

  const providerToken = async (claims: { iss?: string; aud?: string; kid?: string } = {}) => {
    const { publicKey, privateKey } = await generateKeyPair("ES256");
    keys = [{ ...(await exportJWK(publicKey)), kid: claims.kid ?? "k1", alg: "ES256" }];
    return new SignJWT({})
      .setProtectedHeader({ alg: "ES256", kid: claims.kid ?? "k1" })
      .setIssuer(claims.iss ?? config.issuer)
      .setAudience(claims.aud ?? config.audience)
      .setSubject("u-7")
      .setExpirationTime("1h")
      .sign(privateKey);
  };

  it("are checked with the provider's keys, issuer and audience", async () => {
    const good = await providerToken();
    await expect(remoteTokens(config).verify(good, new Date())).resolves.toEqual({
      issuer: config.issuer,
      subject: "u-7",
    });

    const others = await providerToken({ aud: "payroll" });
    await expect(remoteTokens(config).verify(others, new Date())).rejects.toThrow(`the token's "aud" is not ours`);

    const foreign = await providerToken({ iss: "https://evil.example" });
    await expect(remoteTokens(config).verify(foreign, new Date())).rejects.toThrow(Unauthenticated);
  });

  it("go on being checked with the keys last seen while the provider is down", async () => {
    const provider = remoteTokens(config, { cacheMaxAge: 0, cooldownDuration: 0 });
    const known = await providerToken();
    await provider.verify(known, new Date());
    const fresh = await providerToken({ kid: "k2" });
    keys = null;

    await expect(provider.verify(known, new Date())).resolves.toMatchObject({ subject: "u-7" });
    await expect(provider.verify(fresh, new Date())).rejects.toThrow(SignInUnavailable);
  });

  it("are not called wrong when the provider cannot be asked", async () => {
    const token = await providerToken();
    keys = null;

    await expect(remoteTokens(config).verify(token, new Date())).rejects.toThrow(SignInUnavailable);
  });
});
