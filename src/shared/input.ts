import type { z } from "zod";
import { DomainError, Refusals } from "./errors";
import { nearest } from "./nearest";

type Issue = z.core.$ZodIssue;

export class InvalidField extends DomainError {
  readonly code = "INVALID_FIELD";
}

export class MissingField extends DomainError {
  readonly code = "MISSING_FIELD";
  constructor(path: readonly string[]) {
    super(`"${path.at(-1)}" is missing.`, { path, remedy: `Add "${path.at(-1)}".` });
  }
}

export class UnknownField extends DomainError {
  readonly code = "UNKNOWN_FIELD";
  constructor(path: readonly string[], known: Iterable<string>) {
    const name = path.at(-1)!;
    const meant = nearest(name, known);
    const remedy = meant ? `Did you mean "${meant}"?` : `Known here: ${[...known].join(", ")}.`;
    super(`There is no field "${name}".`, { path, remedy });
  }
}

/** What a person wrote, checked against its schema; refuses with every problem at once. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.infer<S> {
  const result = schema.safeParse(raw, { reportInput: true });
  if (result.success) return result.data;
  const refusals = result.error.issues.flatMap((issue) => refusalsOf(issue, schema));
  throw refusals.length === 1 ? refusals[0]! : new Refusals(refusals);
}

function refusalsOf(issue: Issue, schema: z.ZodType): DomainError[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    const known = fieldsAt(schema, path);
    return issue.keys.map((key) => new UnknownField([...path, key], known));
  }
  if (issue.code === "invalid_union" && issue.discriminator !== undefined) return [unknownKind(issue, schema)];
  if (issue.code === "invalid_union" && issue.input !== undefined) return closestOf(issue, schema);
  if (issue.input === undefined && issue.code !== "custom") return [new MissingField(path)];
  const remedy = issue.code === "custom" ? (issue.params?.["remedy"] as string | undefined) : undefined;
  return [new InvalidField(messageOf(issue, path), { path, remedy: remedy ?? remedyOf(issue) })];
}

/** Alternatives that one field tells apart, which says none of them. */
function unknownKind(issue: z.core.$ZodIssueInvalidUnion, schema: z.ZodType): DomainError {
  const path = issue.path.map(String);
  const field = issue.discriminator!;
  const written = (issue.input as Readonly<Record<string, unknown>> | undefined)?.[field];
  if (written === undefined) return new MissingField(path);
  const known = valuesOf(schemaAt(schema, path.slice(0, -1)), field);
  return new InvalidField(`"${field}" cannot be ${shown(written)}.`, {
    path,
    remedy: `Write one of ${known.join(", ")}.`,
  });
}

/** What a field may say, in all alternatives. */
function valuesOf(union: unknown, field: string): string[] {
  const { options = [] } = (union as { def?: { options?: readonly unknown[] } } | undefined)?.def ?? {};
  return options.flatMap((one) => {
    const { def } = (unwrapped(inside(unwrapped(one), field)) ?? {}) as {
      def?: { values?: readonly unknown[]; entries?: object };
    };
    return [...(def?.values ?? []), ...Object.values(def?.entries ?? {})].map(String);
  });
}

/** Of the alternatives of a union, the complaint of the one that came furthest. */
function closestOf(issue: z.core.$ZodIssueInvalidUnion, schema: z.ZodType): DomainError[] {
  const nested = issue.errors.map((one) => one[0]).filter((one): one is Issue => one !== undefined);
  const deepest = nested.sort((a, b) => b.path.length - a.path.length)[0];
  if (!deepest) return [new InvalidField(`${shown(issue.input)} does not fit.`, { path: issue.path.map(String) })];
  const whole = { ...deepest, input: deepest.input ?? issue.input, path: [...issue.path, ...deepest.path] } as Issue;
  return refusalsOf(whole, schema);
}

const messageOf = (issue: Issue, path: readonly string[]): string =>
  issue.code === "custom"
    ? issue.message
    : `${path.length > 0 ? `"${nameOf(path)}"` : "This"} cannot be ${shown(issue.input)}.`;

/** The last field of a path; of an item of a list, the list's with its place: `order[1]`. */
function nameOf(path: readonly string[]): string {
  const last = path.at(-1)!;
  return /^\d+$/.test(last) && path.length > 1 ? `${path.at(-2)!}[${last}]` : last;
}

function remedyOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.expected === "string" && ["number", "boolean"].includes(typeof issue.input))
        return `Write it as text, in quotes: "${String(issue.input)}".`;
      return `Write ${ARTICLES[issue.expected] ?? issue.expected}.`;
    case "invalid_value":
      return `Write one of ${issue.values.map(String).join(", ")}.`;
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return "Write at least one character, or leave it out.";
      return issue.origin === "array" || issue.origin === "string"
        ? `Write at least ${issue.minimum}.`
        : `Write ${issue.minimum} or more.`;
    case "too_big":
      return issue.origin === "array" || issue.origin === "string"
        ? `Write at most ${issue.maximum}.`
        : `Write ${issue.maximum} or less.`;
    default:
      return `${issue.message}.`;
  }
}

const ARTICLES: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "named fields",
  record: "named fields",
};

/** A value as people recognise it, short. */
export function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function fieldsAt(schema: z.ZodType, path: readonly string[]): readonly string[] {
  const definition = (schemaAt(schema, path) as { shape?: object } | undefined)?.shape;
  return definition ? Object.keys(definition) : [];
}

function schemaAt(schema: z.ZodType, path: readonly string[]): unknown {
  let at: unknown = schema;
  for (const step of path) at = inside(unwrapped(at), step);
  return unwrapped(at);
}

function inside(schema: unknown, step: string): unknown {
  const { shape, element, valueType } = (schema ?? {}) as {
    shape?: Record<string, unknown>;
    element?: unknown;
    valueType?: unknown;
  };
  return shape?.[step] ?? element ?? valueType;
}

function unwrapped(schema: unknown): unknown {
  const { def } = (schema ?? {}) as { def?: { innerType?: unknown; in?: unknown } };
  const inner = def?.innerType ?? def?.in;
  return inner ? unwrapped(inner) : schema;
}
