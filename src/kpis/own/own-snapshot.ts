import { AsyncLocalStorage } from "node:async_hooks";
import type { DataSource } from "typeorm";
import { rows, surroundTransactions, type Tx, type TxScope, type Within } from "../../platform/database";
import { NIL_ID } from "../../shared/ids";
import { NO_OWN_DEFINITIONS, ownDefinitions, readOwnDefinitionsFrom, type OwnDefinitions } from "../catalogue/own";
import { loadOwnDefinitions } from "./own-definitions.queries";

/**
 * Measures and KPIs of one's own, beside the catalogue in memory. Each transaction learns the revision with its opening
 * statement, and reads the definitions only when that has changed; its code then sees those of its clients and of the
 * house, also those that the transaction itself has just written.
 */
interface Seen {
  definitions: OwnDefinitions;
}

const seen = new AsyncLocalStorage<Seen>();
/** By database: two in one process do not mix. */
const latest = new WeakMap<DataSource, OwnDefinitions>();

const REVISION = "select revision::float8 as revision from own_revision";

readOwnDefinitionsFrom(() => seen.getStore()?.definitions ?? NO_OWN_DEFINITIONS);
surroundTransactions({
  sql: REVISION,
  enter: async (db, { tx, scope, found }) => {
    const { revision } = (found ?? { revision: 0 }) as { revision: number };
    const known = latest.get(db) ?? NO_OWN_DEFINITIONS;
    const fresh = known.revision === revision ? known : await refreshed(db, tx, scope, revision);
    const store: Seen = { definitions: visible(fresh, scope) };
    const within: Within = (work) => seen.run(store, work);
    return within;
  },
});

async function refreshed(db: DataSource, tx: Tx, scope: TxScope, revision: number): Promise<OwnDefinitions> {
  const definitions = await inSightOfAll(tx, scope, () => loadOwnDefinitions(tx, revision));
  const kept = latest.get(db);
  if (!kept || kept.revision < revision) latest.set(db, definitions);
  return definitions;
}

/** The process keeps everybody's definitions; the transaction goes back to its own scope before its work begins. */
async function inSightOfAll<T>(tx: Tx, scope: TxScope, work: () => Promise<T>): Promise<T> {
  await rows(tx, "set local app.internal = 'on'");
  const all = await rows<{ id: string }>(tx, "select client_id as id from tenant");
  await rows(tx, `set local app.client_ids = '${all.map(({ id }) => id).join(",")}'`);
  const found = await work();
  await rows(tx, `set local app.client_ids = '${scope.clientIds.join(",")}'`);
  await rows(tx, `set local app.internal = '${scope.internal ? "on" : "off"}'`);
  return found;
}

function visible(all: OwnDefinitions, { clientIds }: TxScope): OwnDefinitions {
  if (all.kpis.size === 0 && all.measures.size === 0) return all;
  const reach = new Set([...clientIds, NIL_ID]);
  const mine = <T extends { readonly clientId: string }>(known: ReadonlyMap<string, T>): Map<string, T> =>
    new Map([...known].filter(([, one]) => reach.has(one.clientId)));
  return { revision: all.revision, measures: mine(all.measures), kpis: mine(all.kpis) };
}

/** Lets the rest of the transaction see what it has just written. Others see it after the commit. */
export async function seeOwnChanges(tx: Tx): Promise<void> {
  await rows(tx, "update own_revision set revision = revision + 1 where id = 1");
  const store = seen.getStore();
  if (!store) return;
  store.definitions = await loadOwnDefinitions(tx, ownDefinitions().revision);
}

/**
 * For work that reads, late in a transaction, what others have committed since it began. Answers whether there was
 * anything new.
 */
export async function freshenOwnDefinitions(tx: Tx): Promise<boolean> {
  const store = seen.getStore();
  const [now] = await rows<{ revision: number }>(tx, REVISION, [], "own-revision");
  if (!store || !now || store.definitions.revision === now.revision) return false;
  store.definitions = await loadOwnDefinitions(tx, now.revision);
  return true;
}
