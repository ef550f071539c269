import { GraphQLObjectType, isAbstractType, type GraphQLSchema } from "graphql";
import { Field, ID, InterfaceType } from "type-graphql";
import { globalId, InvalidId, parseGlobalId } from "../../shared/ids";
import { BadUserInput } from "./bad-input.errors";
import type { ApiContext, LoaderFactory } from "./context";

/** Implemented by everything that has an id of its own. The row keeps its UUID; the schema makes it global. */
@InterfaceType("Node", {
  description: "A thing with an id of its own, to be found again through `node(id:)`.",
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class NodeType {
  @Field(() => ID, {
    description:
      "Global and opaque: pass it back as it is, do not take it apart. It never changes and is never reused.",
  })
  id!: string;
}

/** How things of one GraphQL type are found by id. A loader answers undefined for what its viewer may not see. */
export interface NodeKind {
  readonly type: string;
  readonly byId: LoaderFactory<string, object | undefined>;
}

export const nodeKind = (type: string, byId: LoaderFactory<string, never> | NodeKind["byId"]): NodeKind => ({
  type,
  byId: byId as NodeKind["byId"],
});

/** A row together with its GraphQL type, for fields whose type is an interface or a union. */
export const ofType = <R extends object>(type: string, row: R): R & { __typename: string } => ({
  ...row,
  __typename: type,
});

/** The thing behind a global id, or null: unknown, somebody else's and malformed ids look the same. */
export async function loadNode(ctx: ApiContext, kinds: readonly NodeKind[], id: string): Promise<object | null> {
  const ref = globalRef(id);
  const kind = ref && kinds.find((one) => one.type === ref.type);
  const row = kind && (await ctx.loader(kind.byId).load(ref.id));
  return row ? ofType(kind.type, row) : null;
}

/** The UUID in a global id of the given type; refuses ids of other types. For arguments and inputs. */
export function localId(type: string, id: string, path: readonly string[] = ["id"]): string {
  const ref = globalRef(id);
  if (ref?.type === type) return ref.id;
  throw new BadUserInput(`"${id.slice(0, 60)}" is not the id of a ${type}.`, {
    path,
    remedy: `Pass the \`id\` of a ${type} exactly as a response gave it.`,
  });
}

function globalRef(id: string): { type: string; id: string } | null {
  try {
    return parseGlobalId(id);
  } catch (error) {
    if (error instanceof InvalidId) return null;
    throw error;
  }
}

/**
 * Rows of interface and union types say their type themselves (`ofType`). type-graphql would ask for it with a promise,
 * for which the compiled executor does not wait.
 */
export function resolveTypesByName(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (row: { __typename: string }) => row.__typename;
  }
}

/** Rows hold UUIDs; whoever asks gets global ids. Done once, on the finished schema. */
export function makeIdsGlobal(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType) || !type.getInterfaces().some((one) => one.name === "Node")) continue;
    const id = type.getFields().id;
    if (id) id.resolve = (row: { id: string }) => globalId(type.name, row.id);
  }
}
