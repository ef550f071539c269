import {
  getNamedType,
  GraphQLError,
  isCompositeType,
  isListType,
  isNonNullType,
  type GraphQLOutputType,
} from "graphql";
import type { DocumentNode, GraphQLField, GraphQLSchema } from "graphql";
import { fieldExtensionsEstimator, getComplexity, type ComplexityEstimator } from "graphql-query-complexity";
import { ERROR } from "./api.errors";
import { recentlyUsed } from "../platform/recently-used";

/** About how many objects one operation may make us load. */
export const COST_LIMIT = 50_000;
/** What a list without `first` or `last` is taken to hold. */
const USUAL_LIST_LENGTH = 10;
const REMEMBERED = 2_000;

export interface Operation {
  readonly document: DocumentNode;
  readonly hash: string;
  readonly name: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * How many objects an operation asks for at most: 1 for each object, times `first` or `last` for lists that have it,
 * times 10 for lists that do not. Plain values are free.
 */
export function costEstimator(schema: GraphQLSchema): (operation: Operation) => number {
  const known = recentlyUsed<string, number>(REMEMBERED);
  return ({ document, hash, name, variables }) =>
    known(`${hash}/${name ?? ""}/${JSON.stringify(variables)}`, () =>
      refusingVariables(() =>
        getComplexity({
          schema,
          query: document,
          operationName: name,
          variables,
          estimators: [fieldExtensionsEstimator(), costOfField],
        }),
      ),
    );
}

/** Counting is the first to look at variables: one that is missing or of the wrong type is the sender's to mend. */
function refusingVariables(count: () => number): number {
  try {
    return count();
  } catch (error) {
    if (!(error instanceof GraphQLError) || error.extensions.code) throw error;
    const extensions = { code: ERROR.badUserInput, http: { status: 400 } };
    throw new GraphQLError(error.message, { nodes: error.nodes, extensions });
  }
}

export function refuseIfTooCostly(cost: number): void {
  if (cost <= COST_LIMIT) return;
  throw new GraphQLError(`The operation costs ${cost}; ${COST_LIMIT} is the limit.`, {
    extensions: {
      code: ERROR.costLimit,
      cost,
      limit: COST_LIMIT,
      remedy: "Ask for fewer items (`first`, `last`), or for fewer lists inside lists.",
      http: { status: 400 },
    },
  });
}

const costOfField: ComplexityEstimator = ({ field, args, childComplexity, type }) => {
  if (!isCompositeType(getNamedType(field.type))) return 0;
  const each = 1 + childComplexity;
  return Math.ceil(each * lengthOf(field, args, type.name));
};

function lengthOf(field: GraphQLField<unknown, unknown>, args: Record<string, unknown>, parent: string): number {
  const asked = args.first ?? args.last;
  if (typeof asked === "number") return Math.max(1, asked);
  const isPartOfPage = parent.endsWith("Connection");
  return isList(field.type) && !isPartOfPage ? USUAL_LIST_LENGTH : 1;
}

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);
