import { Max, Min } from "class-validator";
import { ArgsType, Field, FieldResolver, Int, ObjectType, Resolver, Root, type ClassType } from "type-graphql";
import type { Json } from "../../shared/canonical-hash";
import { cursorsFor, decodeCursor, type SortKey } from "./cursor";

/** Arguments of every list; extend the class for filters and order. */
@ArgsType()
export class ConnectionArgs {
  @Min(1)
  @Max(100)
  @Field(() => Int, { defaultValue: 50, description: "How many to return, 1 to 100." })
  first: number = 50;

  @Field(() => String, {
    nullable: true,
    description: "`pageInfo.endCursor` of the page before. Absent: from the beginning.",
  })
  after?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "Where a page stands in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more follow after this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether this page came after a cursor. Lists are read forwards only." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first item; null on an empty page." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "Cursor of the last item; null on an empty page." })
  endCursor!: string | null;
}

/** One page as resolvers return it. `count` runs only when `totalCount` is asked for. */
export interface Connection<R> {
  readonly edges: readonly { readonly cursor: string; readonly node: R }[];
  readonly nodes: readonly R[];
  readonly pageInfo: PageInfo;
  readonly count: () => Promise<number> | number;
}

/** What a statement needs: fetch `first + 1` rows after `after` (null: from the beginning). */
export interface Page {
  readonly first: number;
  readonly after: SortKey | null;
  /** The list's other arguments; a cursor is good only for the same ones. */
  readonly filter: Json;
}

export const pageOf = (args: { first: number; after?: string | null }, filter: Json, keyLength: number): Page => ({
  first: args.first,
  after: args.after == null ? null : decodeCursor(args.after, filter, keyLength),
  filter,
});

/** The connection over the rows of one page; `found` holds one row more when another page follows. */
export function connection<R>(
  page: Page,
  found: readonly R[],
  keyOf: (row: R) => SortKey,
  count: () => Promise<number> | number,
): Connection<R> {
  return new RowsOfPage(page, found, keyOf, count);
}

/** Cursors are made when they are asked for: most pages are read without them. */
class RowsOfPage<R> implements Connection<R> {
  readonly nodes: readonly R[];

  constructor(
    private readonly page: Page,
    private readonly found: readonly R[],
    private readonly keyOf: (row: R) => SortKey,
    readonly count: () => Promise<number> | number,
  ) {
    this.nodes = found.slice(0, page.first);
  }

  get edges(): Connection<R>["edges"] {
    const cursorOf = cursorsFor(this.page.filter);
    return this.nodes.map((node) => ({ cursor: cursorOf(this.keyOf(node)), node }));
  }

  get pageInfo(): PageInfo {
    const cursorOf = cursorsFor(this.page.filter);
    const [first, last] = [this.nodes[0], this.nodes.at(-1)];
    return {
      hasNextPage: this.found.length > this.page.first,
      hasPreviousPage: this.page.after !== null,
      startCursor: first === undefined ? null : cursorOf(this.keyOf(first)),
      endCursor: last === undefined ? null : cursorOf(this.keyOf(last)),
    };
  }
}

/**
 * The GraphQL classes of a list of `type`: `XConnection`, `XEdge`, and the resolver of `totalCount`, which
 * `api/schema.ts` lists with the others. `many` is the plural used in descriptions.
 */
export function connectionOf<T extends object>(name: string, many: string, type: () => ClassType<T>) {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One of the ${many} of a list, with its cursor.` })
  class Edge {
    @Field(() => String, { description: "Pass it as `after` to continue behind this item." })
    cursor!: string;

    @Field(() => type(), { description: "The item." })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of ${many}, in a stable order.` })
  class ConnectionType {
    @Field(() => [Edge], { description: "The items with their cursors." })
    edges!: readonly Edge[];

    @Field(() => [type()], { description: "The items without cursors." })
    nodes!: readonly T[];

    @Field(() => PageInfo, { description: "Where this page stands in the list." })
    pageInfo!: PageInfo;

    readonly count!: () => Promise<number> | number;
  }

  @Resolver(() => ConnectionType)
  class ConnectionResolver {
    @FieldResolver(() => Int, { description: `How many ${many} the whole list has. Counted only when asked for.` })
    totalCount(@Root() page: Connection<T>): Promise<number> | number {
      return page.count();
    }
  }

  return { Connection: ConnectionType, Resolver: ConnectionResolver };
}
