import { getNamedType, isInputObjectType, isObjectType, type GraphQLField, type GraphQLSchema } from "graphql";
import { getMetadataStorage } from "type-graphql";

/** What type-graphql knows of a `@FieldResolver` method. */
interface KnownResolver {
  readonly kind: string;
  readonly target: new () => Record<string, (...values: unknown[]) => unknown>;
  readonly methodName: string;
  readonly schemaName: string;
  readonly middlewares?: readonly unknown[];
  readonly params?: readonly KnownParam[];
  getObjectType?(): new () => object;
}

interface KnownParam {
  readonly kind: string;
  readonly index: number;
  readonly name?: string;
  readonly propertyName?: string;
  readonly getType?: unknown;
}

/**
 * Field resolvers whose arguments are plain values are called as they are. type-graphql makes a promise of every
 * argument, which on a page of figures costs more than the figures. Arguments that are input objects keep
 * type-graphql's way, which makes instances of them and validates them.
 */
export function resolveDirectly(schema: GraphQLSchema): void {
  const storage = getMetadataStorage() as unknown as {
    fieldResolvers: readonly KnownResolver[];
    objectTypes: readonly { target: unknown; name: string }[];
  };
  const nameOf = new Map(storage.objectTypes.map(({ target, name }) => [target, name]));
  const instances = new Map<KnownResolver["target"], object>();
  for (const known of storage.fieldResolvers) {
    const type = schema.getType(nameOf.get(known.getObjectType?.()) ?? "");
    const field = isObjectType(type) ? type.getFields()[known.schemaName] : undefined;
    if (!field || !isPlain(known, field)) continue;
    const instance = instances.get(known.target) ?? new known.target();
    instances.set(known.target, instance);
    field.resolve = direct(known, instance as never);
  }
}

function isPlain(known: KnownResolver, field: GraphQLField<unknown, unknown>): boolean {
  if (known.kind !== "external" || known.middlewares?.length) return false;
  const isPlainParam = ({ kind, propertyName }: KnownParam): boolean =>
    !propertyName && (kind === "root" || kind === "context" || kind === "arg");
  return (
    (known.params ?? []).every(isPlainParam) && field.args.every(({ type }) => !isInputObjectType(getNamedType(type)))
  );
}

function direct({ methodName, params = [] }: KnownResolver, instance: Record<string, (...v: unknown[]) => unknown>) {
  const inOrder = [...params].sort((a, b) => a.index - b.index);
  return (root: unknown, args: Record<string, unknown>, context: unknown): unknown => {
    const values = inOrder.map(({ kind, name }) =>
      kind === "root" ? root : kind === "context" ? context : args[name as string],
    );
    return instance[methodName]?.(...values);
  };
}
