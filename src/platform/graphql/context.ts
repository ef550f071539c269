import type DataLoader from "dataloader";
import type { Tx } from "../database";
import { JobsAfterCommit } from "../queue-after-commit";
import type { Viewer } from "../viewer";

/** What a loader may use: the request's transaction, who asks, and when. */
export interface LoaderContext {
  readonly tx: Tx;
  readonly viewer: Viewer;
  readonly now: Date;
}

/** A batch loader, declared once as a value and made on first use per request. */
export type LoaderFactory<K, V> = (context: LoaderContext) => DataLoader<K, V>;

/** A class whose one instance `main/services.ts` has wired. */
export type ServiceClass<T> = abstract new (...args: never[]) => T;
export type ServiceRegistry = ReadonlyMap<ServiceClass<unknown>, unknown>;

export interface ContextParts extends LoaderContext {
  readonly requestId: string;
  readonly services: ServiceRegistry;
}

/** One request: its transaction, its viewer and its loaders. Passed to every resolver as `@Ctx() ctx: ApiContext`. */
export class ApiContext implements LoaderContext {
  readonly tx: Tx;
  readonly viewer: Viewer;
  readonly now: Date;
  readonly requestId: string;
  /** Jobs to be queued once this request is committed: `ctx.jobs.enqueue(settleStale, { reason: "ingest" })`. */
  readonly jobs = new JobsAfterCommit();
  private readonly services: ServiceRegistry;
  private loaders = new Map<unknown, unknown>();
  private readonly notes = new Map<unknown, unknown>();

  constructor(parts: ContextParts) {
    this.tx = parts.tx;
    this.viewer = parts.viewer;
    this.now = parts.now;
    this.requestId = parts.requestId;
    this.services = parts.services;
  }

  /** This request's loader of that kind: `ctx.loader(kpiByCode).load("ASA")`. */
  loader<K, V>(factory: LoaderFactory<K, V>): DataLoader<K, V> {
    const known = this.loaders.get(factory) as DataLoader<K, V> | undefined;
    if (known) return known;
    const made = factory(this);
    this.loaders.set(factory, made);
    return made;
  }

  /** The wired instance of a service: `ctx.service(ContractService)`. */
  service<T>(of: ServiceClass<T>): T {
    const found = this.services.get(of);
    if (!found) throw new Error(`No ${of.name} was wired: add it in main/services.ts.`);
    return found as T;
  }

  /** A value worked out once per request, kept under the function that makes it. */
  once<T>(make: (context: ApiContext) => T): T {
    if (!this.notes.has(make)) this.notes.set(make, make(this));
    return this.notes.get(make) as T;
  }

  /** After a write, what was loaded before it is no longer true. */
  forgetLoaded(): void {
    this.loaders = new Map();
    this.notes.clear();
  }
}
