import {
  isAbstractType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from "graphql";
import { writtenIn, writtenScalar } from "./schema-walk.values";

type Field = GraphQLField<unknown, unknown>;

/** What stands for ids and texts in generated documents. */
export interface WalkValues {
  /** A global id, for an argument or input field of this name. */
  readonly id: (name: string) => string;
  /** A code or other text, for an argument or input field of this name. */
  readonly text: (name: string) => string;
}

/** A field with generated arguments and with everything below it, down to some depth. */
export function fieldText(field: Field, values: WalkValues, depth: number): string {
  const type = getNamedType(field.type);
  const below = isObjectType(type) ? selectionOf(type, values, depth) : isAbstractType(type) ? " { __typename }" : "";
  return `${field.name}${argumentsText(field.args, values)}${below}`;
}

/** All plain values of a type, and `depth` levels of the objects in it; lists by their nodes. */
export function selectionOf(type: GraphQLObjectType, values: WalkValues, depth: number): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (!isObjectType(named)) return [fieldText(field, values, 0)];
    const isPassage = type.name.endsWith("Connection") && field.name === "nodes";
    const isPart = !type.name.endsWith("Connection") || field.name === "nodes";
    return isPart && (depth > 0 || isPassage) ? [fieldText(field, values, isPassage ? depth : depth - 1)] : [];
  });
  return ` { __typename ${fields.join(" ")} }`;
}

function argumentsText(args: readonly GraphQLArgument[], values: WalkValues): string {
  const given = args.filter(({ name }) => !LEFT_OUT.has(name)).map((arg) => `${arg.name}: ${literal(arg, values)}`);
  return given.length === 0 ? "" : `(${given.join(", ")})`;
}

/** Cursors are only those that a list gave; keys would make one request the repetition of another. */
const LEFT_OUT = new Set(["after", "idempotencyKey"]);

interface Named {
  readonly name: string;
  readonly type: GraphQLInputType;
}

function literal({ name, type }: Named, values: WalkValues): string {
  const inner = getNullableType(type);
  if (isListType(inner)) return `[${literal({ name, type: inner.ofType as GraphQLInputType }, values)}]`;
  if (isEnumType(inner)) return inner.getValues()[0]?.name ?? "";
  if (isInputObjectType(inner)) return objectLiteral(Object.values(inner.getFields()), inner.name, values);
  return scalarLiteral(inner.name, name, values);
}

function objectLiteral(fields: readonly Named[], type: string, values: WalkValues): string {
  if (type === "PeriodInput") return `{ kind: MONTH, containing: "2026-06-15" }`;
  const given = fields.filter(({ name }) => !LEFT_OUT.has(name)).filter((field) => isGiven(field, type));
  return `{ ${given.map((field) => `${field.name}: ${fieldLiteral(field, type, values)}`).join(", ")} }`;
}

function fieldLiteral(field: Named, type: string, values: WalkValues): string {
  return writtenIn(type, field.name) ?? literal(field, values);
}

/** Optional days and numbers could only make an input refused before anything is looked up. */
function isGiven({ name, type }: Named, parent: string): boolean {
  const written = writtenIn(parent, name);
  if (written !== undefined) return written !== null;
  return isNonNullType(type) || MEANT.has(getNamedType(type).name) || isInputObjectType(getNamedType(type));
}

const MEANT = new Set(["ID", "String", "TimeZone"]);

function scalarLiteral(scalar: string, name: string, values: WalkValues): string {
  if (scalar === "ID") return JSON.stringify(values.id(name));
  return writtenScalar(scalar, name) ?? JSON.stringify(values.text(name));
}
