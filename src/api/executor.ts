import { BREAK, execute, getOperationAST, valueFromASTUntyped, visit } from "graphql";
import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema } from "graphql";
import { getVariableValues } from "graphql/execution/values";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import type { ApiContext } from "../platform/graphql/context";
import type { Operation } from "./cost";
import { recentlyUsed } from "../platform/recently-used";

const DOCUMENTS_KEPT = 500;
const MOST_VARIABLE_ERRORS = 20;

type Run = (operation: Operation, context: ApiContext) => ExecutionResult | Promise<ExecutionResult>;

interface KnownDocument {
  uses: number;
  compiled: CompiledQuery | "not compilable" | null;
}

/**
 * Executes queries as compiled functions from the second time they are asked, which for a page of scorecards takes a
 * third of the time of walking the document. A document asked once, and what the compiler does not do exactly as
 * graphql does (mutations, introspection, `@skip`, `@include`), is walked.
 */
export function compilingExecutor(schema: GraphQLSchema): Run {
  const known = recentlyUsed<string, KnownDocument>(DOCUMENTS_KEPT);
  return (operation, context) => {
    const document = known(`${operation.hash}/${operation.name ?? ""}`, () => ({ uses: 0, compiled: null }));
    document.uses += 1;
    if (document.uses > 1) document.compiled ??= compile(schema, operation);
    if (document.compiled === null || document.compiled === "not compilable") return walk(schema, operation, context);
    const errors = wrongVariables(schema, operation);
    return errors ? { errors } : document.compiled.query(undefined, context, withDefaults(operation));
  };
}

export const walk = (schema: GraphQLSchema, operation: Operation, context: ApiContext) =>
  execute({
    schema,
    document: operation.document,
    operationName: operation.name,
    variableValues: operation.variables,
    contextValue: context,
    options: { maxCoercionErrors: MOST_VARIABLE_ERRORS },
  });

function compile(schema: GraphQLSchema, operation: Operation): CompiledQuery | "not compilable" {
  if (!isCompilable(operation.document, operation.name)) return "not compilable";
  const compiled = compileQuery(schema, operation.document, operation.name, {
    disablingCapturingStackErrors: true,
  });
  return isCompiledQuery(compiled) ? compiled : "not compilable";
}

const WALKED_DIRECTIVES = new Set(["skip", "include"]);
const WALKED_FIELDS = new Set(["__schema", "__type"]);

function isCompilable(document: DocumentNode, name: string | undefined): boolean {
  if (getOperationAST(document, name)?.operation !== "query") return false;
  let compilable = true;
  const giveUp = (): typeof BREAK => {
    compilable = false;
    return BREAK;
  };
  visit(document, {
    Directive: (node) => (WALKED_DIRECTIVES.has(node.name.value) ? giveUp() : undefined),
    Field: (node) => (WALKED_FIELDS.has(node.name.value) ? giveUp() : undefined),
  });
  return compilable;
}

/** Variables are checked by graphql itself, so that the messages are the same either way. */
function wrongVariables(schema: GraphQLSchema, operation: Operation): readonly GraphQLError[] | undefined {
  const definitions = operationOf(operation)?.variableDefinitions ?? [];
  if (definitions.length === 0) return undefined;
  const options = { maxErrors: MOST_VARIABLE_ERRORS };
  return getVariableValues(schema, definitions, operation.variables, options).errors;
}

/** The compiler refuses a variable that may not be null when it was left to its default. */
function withDefaults(operation: Operation): Record<string, unknown> {
  const definitions = operationOf(operation)?.variableDefinitions ?? [];
  const defaults = definitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...operation.variables };
}

const operationOf = ({ document, name }: Operation) => getOperationAST(document, name);
