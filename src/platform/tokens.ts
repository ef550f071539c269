import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  SignJWT,
  type JWK,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  type RemoteJWKSetOptions,
} from "jose";
import type { Config, SignInConfig } from "./config";
import { SignInUnavailable, Unauthenticated } from "./sign-in.errors";

/** Who a token speaks of. What that person may do is in our database, never in the token. */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}

export interface Tokens {
  /** Throws Unauthenticated unless signed by the right key, for us, and in force at `now`. */
  verify(token: string, now: Date): Promise<Subject>;
}

/** Tokens of our own making, for the demo and for installations without an identity provider. */
export interface LocalTokens extends Tokens {
  issue(subject: string, now: Date, hours?: number): Promise<string>;
}

export const LOCAL_ISSUER = "regia-local";
const LOCAL_AUDIENCE = "regia";
const LOCAL_ALGORITHM = "EdDSA";
/** Fixed here, never taken from a token. */
const ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"];
const CLOCK_TOLERANCE_SECONDS = 5;
const KEY_FILE = "sign-in-key.json";

/** The identity provider's where one is configured, otherwise our own. */
export const tokensFor = async (config: Pick<Config, "signIn" | "dataFolder">): Promise<Tokens> =>
  config.signIn ? remoteTokens(config.signIn) : localTokens(config.dataFolder);

/** Signed by a key in the data folder, made on first use and readable by its owner alone. */
export async function localTokens(dataFolder: string): Promise<LocalTokens> {
  const jwk = await localKey(join(dataFolder, KEY_FILE));
  const publicKeys = createLocalJWKSet({ keys: [{ ...jwk, d: undefined }] });
  const key = await importJWK(jwk, LOCAL_ALGORITHM);
  const verified = checks(LOCAL_ISSUER, LOCAL_AUDIENCE, [LOCAL_ALGORITHM]);
  return {
    verify: (token, now) => verify(token, publicKeys, { ...verified, currentDate: now }),
    issue: (subject, now, hours = 12) =>
      new SignJWT()
        .setProtectedHeader({ alg: LOCAL_ALGORITHM, typ: "JWT" })
        .setIssuer(LOCAL_ISSUER)
        .setAudience(LOCAL_AUDIENCE)
        .setSubject(subject)
        .setIssuedAt(seconds(now))
        .setExpirationTime(seconds(now) + hours * 3600)
        .sign(key),
  };
}

/** Signed by an identity provider. When that is down, the keys last seen go on serving. */
export function remoteTokens(config: SignInConfig, options: RemoteJWKSetOptions = {}): Tokens {
  const remote = createRemoteJWKSet(new URL(config.jwksUrl), options);
  const verified = checks(config.issuer, config.audience, ALGORITHMS);
  const keys: JWTVerifyGetKey = async (...asked) => {
    try {
      return await remote(...asked);
    } catch (error) {
      const known = remote.jwks();
      if (!known || error instanceof errors.JWKSNoMatchingKey) throw error;
      return createLocalJWKSet(known)(...asked).catch(() => Promise.reject(error as Error));
    }
  };
  return { verify: (token, now) => verify(token, keys, { ...verified, currentDate: now }) };
}

const checks = (issuer: string, audience: string, algorithms: string[]): JWTVerifyOptions => ({
  issuer,
  audience,
  algorithms,
  clockTolerance: CLOCK_TOLERANCE_SECONDS,
  requiredClaims: ["sub", "exp"],
});

async function verify(token: string, keys: JWTVerifyGetKey, options: JWTVerifyOptions): Promise<Subject> {
  try {
    const { payload } = await jwtVerify(token, keys, options);
    return { issuer: String(payload.iss), subject: String(payload.sub) };
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (error instanceof errors.JWTClaimValidationFailed)
      throw new Unauthenticated(`the token's "${error.claim}" is not ours`, error);
    if (code in REASONS) throw new Unauthenticated(REASONS[code] ?? "", error);
    throw new SignInUnavailable(error);
  }
}

/** Whose fault it is: these are the token's. Anything else means that its key could not be fetched. */
const REASONS: Record<string, string> = {
  ERR_JWT_EXPIRED: "the token has expired",
  ERR_JWT_INVALID: "the token is malformed",
  ERR_JWS_INVALID: "the token is malformed",
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: "the token's signature is wrong",
  ERR_JOSE_ALG_NOT_ALLOWED: "the token's algorithm is not accepted",
  ERR_JOSE_NOT_SUPPORTED: "the token's algorithm is not accepted",
  ERR_JWKS_NO_MATCHING_KEY: "the token's key is unknown",
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: "the token does not say which key signed it",
};

async function localKey(file: string): Promise<JWK> {
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair(LOCAL_ALGORITHM, { extractable: true });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ ...(await exportJWK(privateKey)), alg: LOCAL_ALGORITHM }), {
      mode: 0o600,
      flag: "wx",
    });
  }
  return JSON.parse(readFileSync(file, "utf8")) as JWK;
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);
