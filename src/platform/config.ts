import { z } from "zod";
import { DomainError } from "../shared/errors";
import { LOG_LEVELS, type LogLevel } from "./log";

/** Everything that differs from one deployment to another. Read once, at the start of a process. */
export interface Config {
  /** Absent: an embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | undefined;
  /** The owner of the schema; needed by `regia migrate` alone. */
  readonly migrationDatabaseUrl: string | undefined;
  readonly databasePoolSize: number;
  /** `redis://…`; absent: the queue lives in the same PostgreSQL. */
  readonly queueUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  /** Absent: a key of our own in the data folder signs. */
  readonly signIn: SignInConfig | undefined;
  /** Absent: `info` for servers, `warn` for short commands. */
  readonly logLevel: LogLevel | undefined;
  readonly settleEverySeconds: number;
}

export interface SignInConfig {
  readonly jwksUrl: string;
  readonly issuer: string;
  readonly audience: string;
}

export class ConfigurationInvalid extends DomainError {
  readonly code = "CONFIGURATION_INVALID";
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((one) => `  - ${one}`).join("\n")}`, {
      remedy: "Mend these environment variables; docs/configuration.md lists them all.",
    });
  }
}

/** Checks every variable and names all problems at once. An empty value counts as not set; a bad one never as the default. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = ENVIRONMENT.safeParse(given);
  if (!parsed.success) throw new ConfigurationInvalid(parsed.error.issues.map((one) => problem(one, given)));
  const { JWT_JWKS_URL: jwksUrl, JWT_ISSUER: issuer, JWT_AUDIENCE: audience, ...rest } = parsed.data;
  return {
    databaseUrl: rest.DATABASE_URL,
    migrationDatabaseUrl: rest.MIGRATION_DATABASE_URL,
    databasePoolSize: rest.DATABASE_POOL_SIZE,
    queueUrl: rest.QUEUE_URL,
    host: rest.HOST,
    port: rest.PORT,
    dataFolder: rest.DATA_DIR,
    signIn: jwksUrl && issuer && audience ? { jwksUrl, issuer, audience } : undefined,
    logLevel: rest.LOG_LEVEL,
    settleEverySeconds: rest.SETTLE_EVERY_SECONDS,
  };
}

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`);

const url = (protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that begins with ${protocols.map((one) => `${one}//`).join(" or ")}`,
  });

const POSTGRES = ["postgres:", "postgresql:"];

const ENVIRONMENT = z
  .object({
    DATABASE_URL: url(POSTGRES).optional(),
    MIGRATION_DATABASE_URL: url(POSTGRES).optional(),
    DATABASE_POOL_SIZE: whole(2, 500).default(10),
    QUEUE_URL: url(["redis:", "rediss:"]).optional(),
    HOST: z.string().default("127.0.0.1"),
    PORT: whole(0, 65_535).default(4000),
    DATA_DIR: z.string().default(".data"),
    JWT_JWKS_URL: url(["https:", "http:"]).optional(),
    JWT_ISSUER: z.string().optional(),
    JWT_AUDIENCE: z.string().optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}` }).optional(),
    SETTLE_EVERY_SECONDS: whole(1, 86_400).default(60),
  })
  .check(({ value, issues }) => {
    for (const [name, why] of missing(value)) {
      issues.push({ code: "custom", path: [name], message: `is missing: ${why}`, input: undefined });
    }
  });

/** Variables that only make sense together. */
function missing(given: Partial<Record<string, unknown>>): [string, string][] {
  const signIn = ["JWT_JWKS_URL", "JWT_ISSUER", "JWT_AUDIENCE"];
  const present = signIn.filter((name) => given[name]);
  const absent = present.length > 0 ? signIn.filter((name) => !given[name]) : [];
  const found = absent.map((name): [string, string] => [name, `it belongs to ${present.join(" and ")}`]);
  if (given.MIGRATION_DATABASE_URL && !given.DATABASE_URL) {
    found.push(["DATABASE_URL", "MIGRATION_DATABASE_URL is the owner of that database"]);
  }
  return found;
}

/** Addresses may hold passwords, so their values are not repeated. */
function problem(issue: z.core.$ZodIssue, given: Readonly<Record<string, string | undefined>>): string {
  const name = String(issue.path[0]);
  const value = given[name];
  return value === undefined || name.endsWith("_URL")
    ? `${name} ${issue.message}`
    : `${name} is "${value}": it ${issue.message}`;
}
