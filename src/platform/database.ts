import { types as pgTypes, type Pool, type PoolClient } from "pg";
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, type QueryRunner } from "typeorm";

/** One open transaction. Functions that take it touch the database; its statements run one after the other. */
export type Tx = EntityManager;

/** What a transaction may see: row level security lets through these clients only. */
export interface TxScope {
  readonly clientIds: readonly string[];
  /** True for our own people and workers: people without a position and house-wide definitions are visible, too. */
  readonly internal: boolean;
  readonly readOnly?: boolean;
  /** Longest that one statement may take; absent: as the connection has it. */
  readonly statementTimeoutMs?: number;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly poolSize?: number;
  readonly applicationName?: string;
  readonly statementTimeoutMs?: number;
}

const INT8 = 20;
const DATE = 1082;
const DATE_ARRAY = 1182;

/** A connected data source. Days stay `YYYY-MM-DD` text, counts become numbers, numerics stay text. */
export async function openDatabase(options: DatabaseOptions): Promise<DataSource> {
  pgTypes.setTypeParser(INT8, Number);
  pgTypes.setTypeParser(DATE, (text: string) => text);
  pgTypes.setTypeParser(DATE_ARRAY as never, (text: string) => text.slice(1, -1).split(",").filter(Boolean));
  const source = new DataSource({
    type: "postgres",
    url: options.url,
    entities: options.entities as never,
    poolSize: options.poolSize ?? 10,
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    applicationName: options.applicationName ?? "regia",
    extra: { options: `-c statement_timeout=${options.statementTimeoutMs ?? 120_000} -c timezone=UTC` },
  });
  return source.initialize();
}

/** Runs `work` in one transaction that sees the scope's clients: all of it lands, or none. */
export async function inTransaction<T>(db: DataSource, scope: TxScope, work: (tx: Tx) => Promise<T>): Promise<T> {
  const open = await openTransaction(db, scope);
  try {
    const result = await open.within(() => work(open.tx));
    await open.commit();
    return result;
  } catch (error) {
    await open.rollback();
    throw error;
  }
}

/** A transaction that its opener ends, for requests whose end is elsewhere than their beginning. End it exactly once. */
export interface OpenTransaction {
  readonly tx: Tx;
  /** Runs work that belongs to the transaction, with what is known beside it. */
  readonly within: Within;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

export type Within = <T>(work: () => T) => T;

/** What is known beside every transaction of the process: definitions kept in memory, as fresh as the transaction. */
export interface Surroundings {
  /** One row, read together with the opening: no round trip of its own. */
  readonly sql: string;
  enter(db: DataSource, opened: { tx: Tx; scope: TxScope; found: object | undefined }): Promise<Within>;
}

let surroundings: Surroundings | null = null;

/** Said once, by the module that keeps the definitions. */
export function surroundTransactions(by: Surroundings): void {
  surroundings = by;
}

export async function openTransaction(db: DataSource, scope: TxScope): Promise<OpenTransaction> {
  const runner = db.createQueryRunner();
  let within: Within = (work) => work();
  try {
    serialise(runner, (await runner.connect()) as PoolClient);
    const found = await open(runner.manager, openingSql(scope));
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    within = surroundings ? await surroundings.enter(db, { tx: runner.manager, scope, found }) : within;
  } catch (error) {
    await abandon(runner);
    throw error;
  }
  const end = async (sql: string): Promise<void> => {
    try {
      await rows(runner.manager, sql);
    } finally {
      Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 });
      await runner.release();
    }
  };
  return {
    tx: runner.manager,
    within,
    commit: () => end("COMMIT"),
    rollback: () => end("ROLLBACK").catch(() => undefined),
  };
}

/** Several statements in one round trip; answers the first row of the last one, if that has any. */
async function open(tx: Tx, sql: string): Promise<object | undefined> {
  const lane = laneOf(tx);
  return lane.run(async () => {
    const results = (await lane.client.query(sql)) as unknown as { rows: object[] }[];
    return results.at(-1)?.rows[0];
  });
}

/** What was begun is undone before the connection goes back to the others. */
async function abandon(runner: QueryRunner): Promise<void> {
  if (lanes.has(runner)) await rows(runner.manager, "ROLLBACK").catch(() => undefined);
  await runner.release();
}

/**
 * Rows of one SQL statement. `name` makes it a prepared statement that the server plans once per connection; use it
 * for statements of fixed text on hot paths.
 */
export async function rows<R extends object>(tx: Tx, sql: string, params: unknown[] = [], name?: string): Promise<R[]> {
  const lane = laneOf(tx);
  return lane.run(async () => {
    const result = await lane.client.query<R>(
      name ? { name, text: sql, values: params } : { text: sql, values: params },
    );
    return result.rows;
  });
}

/**
 * Rows of one statement in a transaction of its own that sees no client: for what is read before it is known who asks.
 * Planned once per connection.
 */
export async function rowsOfNobody<R extends object>(
  db: DataSource,
  statement: { readonly name: string; readonly text: string },
  params: unknown[],
): Promise<R[]> {
  const pool = (db.driver as unknown as { master: Pool }).master;
  return (await pool.query<R>({ ...statement, values: params })).rows;
}

/** How many rows a writing statement touched. */
export async function affected(tx: Tx, sql: string, params: unknown[] = []): Promise<number> {
  const lane = laneOf(tx);
  return lane.run(async () => (await lane.client.query(sql, params)).rowCount ?? 0);
}

/** Lets `work` use the transaction's own connection, for COPY and cursors; other statements wait their turn. */
export async function withClient<T>(tx: Tx, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const lane = laneOf(tx);
  return lane.run(() => work(lane.client));
}

/** Runs `work` behind a savepoint: an error undoes what it did and leaves the transaction usable. */
export async function inSavepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const name = `step_${(laneOf(tx).savepoints += 1)}`;
  await rows(tx, `savepoint ${name}`);
  try {
    const result = await work();
    await rows(tx, `release savepoint ${name}`);
    return result;
  } catch (error) {
    await rows(tx, `rollback to savepoint ${name}`);
    throw error;
  }
}

/** Statements run in this transaction so far, its opening included. */
export const statementCount = (tx: Tx): number => laneOf(tx).statements;

class Lane {
  statements = 0;
  savepoints = 0;
  private tail: Promise<unknown> = Promise.resolve();

  constructor(readonly client: PoolClient) {}

  run<T>(work: () => Promise<T>): Promise<T> {
    this.statements += 1;
    const result = this.tail.then(work, work);
    this.tail = result.catch(() => undefined);
    return result;
  }
}

const lanes = new WeakMap<QueryRunner, Lane>();

function laneOf(tx: Tx): Lane {
  const lane = tx.queryRunner && lanes.get(tx.queryRunner);
  if (!lane) throw new Error("This is not an open transaction: use inTransaction().");
  return lane;
}

/** pg refuses two statements at once on one connection, and resolvers run side by side: queue them. */
function serialise(runner: QueryRunner, client: PoolClient): void {
  const lane = new Lane(client);
  lanes.set(runner, lane);
  const direct = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
  runner.query = ((...args: unknown[]) => lane.run(() => direct(...args))) as typeof runner.query;
}

/** One round trip. Literal SET LOCAL rather than set_config(), because that also reaches the workers of a spread database. */
function openingSql(scope: TxScope): string {
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
  const bad = scope.clientIds.find((id) => !uuid.test(id));
  if (bad !== undefined) throw new Error(`Not a client id: ${bad}`);
  const opening = [
    scope.readOnly ? "BEGIN READ ONLY" : "BEGIN",
    `SET LOCAL app.client_ids = '${scope.clientIds.join(",")}'`,
    `SET LOCAL app.internal = '${scope.internal ? "on" : "off"}'`,
  ];
  if (scope.statementTimeoutMs) opening.push(`SET LOCAL statement_timeout = ${Math.ceil(scope.statementTimeoutMs)}`);
  if (surroundings) opening.push(surroundings.sql);
  return opening.join("; ");
}
