import { day } from "../../shared/day";
import { isId } from "../../shared/ids";
import { rows } from "../database";
import { InvalidCursor } from "./bad-input.errors";
import { connection, type Connection, type Page } from "./connection";
import type { ApiContext, LoaderContext, LoaderFactory } from "./context";
import { batchLoaderBy } from "./loader";

/** A column that a list is sorted by. The last one is an id, so that the order is total. */
export interface SortColumn<R> {
  readonly sql: string;
  readonly type: "text" | "date" | "uuid" | "bigint";
  readonly of: (row: R) => string;
}

/** How rows of one kind are listed. `where` names `client_id = any($1)`, the viewer's clients; `$2` on are `params`. */
export interface RowList<R> {
  readonly columns: string;
  readonly from: string;
  readonly where: string;
  readonly sort: readonly SortColumn<R>[];
  /** Last first, by all columns of the sort. */
  readonly isDescending?: boolean;
  readonly params?: (asking: LoaderContext, filter: Page["filter"]) => readonly unknown[];
}

/** One page of everything there is for the viewer. */
export async function pageOfAll<R extends object>(
  ctx: ApiContext,
  list: RowList<R>,
  page: Page,
): Promise<Connection<R>> {
  const { sql, values } = pageStatement(ctx, list, page, []);
  const found = await rows<R>(ctx.tx, sql, values);
  return connection(page, found, keyOf(list), async () => {
    const { from, where } = list;
    const given = paramsOf(ctx, list, page);
    const [counted] = await rows<{ n: number }>(ctx.tx, `select count(*) as n from ${from} where ${where}`, given);
    return counted!.n;
  });
}

interface ChildPage {
  readonly parentId: string;
  readonly page: Page;
}

/** A list under each of many parents: one statement for the same page of all of them. */
export interface ChildList<R> {
  readonly list: RowList<R>;
  readonly pages: LoaderFactory<ChildPage, R[]>;
  readonly counts: LoaderFactory<ChildPage, number>;
}

/** `parent` is the column that holds the parent's id. */
export function childList<R extends object>(list: RowList<R>, parent: string): ChildList<R> {
  return {
    list,
    pages: (asking) =>
      batchLoaderBy<ChildPage, R[]>(textOf, (_tx, _viewer, keys) => perPage(keys, childPages(asking, list, parent)))(
        asking,
      ),
    counts: (asking) =>
      batchLoaderBy<ChildPage, number>(textOf, (_tx, _viewer, keys) =>
        perPage(keys, childCounts(asking, list, parent)),
      )(asking),
  };
}

/** One page of what a parent has. */
export async function pageUnder<R extends object>(
  ctx: ApiContext,
  child: ChildList<R>,
  parentId: string,
  page: Page,
): Promise<Connection<R>> {
  const found = await ctx.loader(child.pages).load({ parentId, page });
  return connection(page, found, keyOf(child.list), () => ctx.loader(child.counts).load({ parentId, page }));
}

const textOf = ({ parentId, page }: ChildPage): string => `${parentId} ${JSON.stringify(page)}`;

const keyOf =
  <R>({ sort }: RowList<R>) =>
  (row: R): string[] =>
    sort.map((column) => column.of(row));

type PerPage<V> = (parentIds: readonly string[], page: Page) => Promise<ReadonlyMap<string, V>>;

/** Keys of one request nearly always ask for the same page of several parents. */
async function perPage<V>(keys: readonly ChildPage[], load: PerPage<V>): Promise<V[]> {
  const groups = new Map<string, { page: Page; parentIds: string[] }>();
  for (const { parentId, page } of keys) {
    const group = groups.get(JSON.stringify(page)) ?? { page, parentIds: [] };
    group.parentIds.push(parentId);
    groups.set(JSON.stringify(page), group);
  }
  const found = new Map<string, ReadonlyMap<string, V>>();
  for (const [text, { page, parentIds }] of groups) found.set(text, await load(parentIds, page));
  return keys.map(({ parentId, page }) => found.get(JSON.stringify(page))!.get(parentId)!);
}

const childPages =
  <R extends object>(asking: LoaderContext, list: RowList<R>, parent: string): PerPage<R[]> =>
  async (parentIds, page) => {
    const { sql, values } = pageStatement(asking, list, page, [`${parent} = parent.id`]);
    const each = `select parent.id as "parentId", page.* from unnest($${values.length + 1}::uuid[]) as parent(id)
      cross join lateral (${sql}) as page`;
    const found = await rows<R & { parentId: string }>(asking.tx, each, [...values, parentIds]);
    const grouped = new Map<string, R[]>(parentIds.map((id) => [id, []]));
    for (const row of found) grouped.get(row.parentId)!.push(row);
    return grouped;
  };

const childCounts =
  <R>(asking: LoaderContext, list: RowList<R>, parent: string): PerPage<number> =>
  async (parentIds, page) => {
    const given = paramsOf(asking, list, page);
    const sql = `select ${parent} as id, count(*) as n from ${list.from}
      where ${list.where} and ${parent} = any($${given.length + 1}) group by 1`;
    const found = await rows<{ id: string; n: number }>(asking.tx, sql, [...given, parentIds]);
    const counts = new Map(parentIds.map((id) => [id, 0]));
    for (const { id, n } of found) counts.set(id, n);
    return counts;
  };

const paramsOf = <R>(asking: LoaderContext, { params }: RowList<R>, { filter }: Page): unknown[] => [
  asking.viewer.clientIds,
  ...(params?.(asking, filter) ?? []),
];

function pageStatement<R>(asking: LoaderContext, list: RowList<R>, page: Page, further: readonly string[]) {
  const given = paramsOf(asking, list, page);
  const columns = list.sort.map(({ sql }) => sql).join(", ");
  const order = list.isDescending ? list.sort.map(({ sql }) => `${sql} desc`).join(", ") : columns;
  const marks = list.sort.map(({ type }, index) => `$${given.length + 1 + index}::${type}`).join(", ");
  const beyond = page.after ? [`(${columns}) ${list.isDescending ? "<" : ">"} (${marks})`] : [];
  const sql = `select ${list.columns} from ${list.from} where ${[list.where, ...further, ...beyond].join(" and ")}
    order by ${order} limit ${page.first + 1}`;
  return { sql, values: page.after ? [...given, ...cursorValues(list, page.after)] : given };
}

/** What a cursor holds came from outside. */
function cursorValues<R>({ sort }: RowList<R>, after: NonNullable<Page["after"]>): string[] {
  return after.map((value, index) => {
    const { type } = sort[index]!;
    const fits = { text: () => true, date: isDay, uuid: isId, bigint: isWhole }[type];
    if (typeof value !== "string" || !fits(value)) throw new InvalidCursor();
    return value;
  });
}

const isWhole = (text: string): boolean => /^\d{1,18}$/.test(text);

function isDay(text: string): boolean {
  try {
    return day(text) === text;
  } catch {
    return false;
  }
}
