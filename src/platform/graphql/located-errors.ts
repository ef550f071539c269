import { GraphQLError, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import { DomainError } from "../../shared/errors";

/**
 * Refusals carry the path into the input, and graphql takes an error with a path for one that knows its place in the
 * answer. So they are wrapped on their way out of resolvers.
 */
export function locateErrors(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve) field.resolve = wrapping(field.resolve);
    }
  }
}

type Resolve = GraphQLFieldResolver<unknown, unknown>;

const wrapping =
  (resolve: Resolve): Resolve =>
  (source, args, context, info) => {
    try {
      const result: unknown = resolve(source, args, context, info);
      return result instanceof Promise ? result.catch(rethrow) : result;
    } catch (error) {
      return rethrow(error);
    }
  };

function rethrow(error: unknown): never {
  if (error instanceof DomainError) throw new GraphQLError(error.message, { originalError: error });
  throw error;
}

/** The error that a resolver threw, out of all that graphql has wrapped around it. */
export function causeOf(error: GraphQLError): Error {
  const inner = error.originalError;
  return inner instanceof GraphQLError ? causeOf(inner) : (inner ?? error);
}
