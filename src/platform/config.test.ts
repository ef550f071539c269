import { ConfigurationInvalid, readConfig } from "./config";

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return (error as ConfigurationInvalid).problems;
  }
};

describe("readConfig", () => {
  it("needs nothing", () => {
    const config = readConfig({});

    expect(config).toEqual({
      databaseUrl: undefined,
      migrationDatabaseUrl: undefined,
      databasePoolSize: 10,
      queueUrl: undefined,
      host: "127.0.0.1",
      port: 4000,
      dataFolder: ".data",
      signIn: undefined,
      logLevel: undefined,
      settleEverySeconds: 60,
    });
  });

  it("takes an empty value for one that is not set", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: "" })).toEqual(readConfig({}));
  });

  it("names every problem at once", () => {
    expect(
      problemsOf({ PORT: "40O0", LOG_LEVEL: "loud", QUEUE_URL: "localhost:6379", SETTLE_EVERY_SECONDS: "0" }),
    ).toEqual([
      "QUEUE_URL must be an address that begins with redis:// or rediss://",
      'PORT is "40O0": it must be a whole number from 0 to 65535',
      'LOG_LEVEL is "loud": it must be one of silent, error, warn, info, debug',
      'SETTLE_EVERY_SECONDS is "0": it must be a whole number from 1 to 86400',
    ]);
  });

  it("does not repeat addresses, which may hold passwords", () => {
    const [problem] = problemsOf({ DATABASE_URL: "mysql://regia:hunter2@db/regia" });

    expect(problem).toBe("DATABASE_URL must be an address that begins with postgres:// or postgresql://");
  });

  it("takes the three sign-in variables together or not at all", () => {
    expect(problemsOf({ JWT_ISSUER: "https://id.example" })).toEqual([
      "JWT_JWKS_URL is missing: it belongs to JWT_ISSUER",
      "JWT_AUDIENCE is missing: it belongs to JWT_ISSUER",
    ]);
    const all = { JWT_JWKS_URL: "https://id.example/keys", JWT_ISSUER: "https://id.example", JWT_AUDIENCE: "regia" };
    expect(readConfig(all).signIn).toEqual({
      jwksUrl: "https://id.example/keys",
      issuer: "https://id.example",
      audience: "regia",
    });
  });
});
