import { localApi, type LocalApi } from "../api/execute-document";
import { apiSchema } from "../api/schema";
import { registryOf, wireServices } from "../main/services";
import type { ServiceRegistry } from "../platform/graphql/context";
import { quietLog, type Log } from "../platform/log";
import { RIGHTS, type Viewer } from "../platform/viewer";
import { newId } from "../shared/ids";
import type { TestDatabase } from "./test-database";

export interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look at what came, whatever it is
  readonly data: any;
  readonly errors: readonly { readonly message: string; readonly code: string; readonly path: string }[];
  /** SQL statements it took, the transaction's beginning and end included. */
  readonly statements: number;
}

export type Ask = (source: string, variables?: Record<string, unknown>) => Promise<Answer>;

/** The API over a test database: no HTTP, otherwise everything a request goes through. */
export interface TestApi {
  /** What this viewer is answered: `const ask = api.as({ kind: "client", clientIds: [a] })`. */
  as(viewer: Partial<Viewer>, now?: Date): Ask;
  stop(): Promise<void>;
}

export const TEST_NOW = new Date("2026-07-10T10:00:00Z");

export async function testApi({ db }: TestDatabase, log: Log = quietLog): Promise<TestApi> {
  let statements = 0;
  const parts = { db, log, queue: null, deadlineMs: 20_000, services: testServices() };
  const api = await localApi({ ...parts, schema: apiSchema(), onStatements: (count) => (statements = count) });
  const ask = async (viewer: Viewer, now: Date, ...[source, variables]: Parameters<Ask>): Promise<Answer> => {
    statements = 0;
    const result = await api.execute({ source, variables }, { viewer, now, requestId: newId() });
    return { data: result.data, errors: (result.errors ?? []).map(shownError), statements };
  };
  return {
    as: (viewer, now = TEST_NOW) => {
      const whole = aViewer(viewer);
      return (source, variables) => ask(whole, now, source, variables);
    },
    stop: () => api.stop(),
  };
}

/** Every service as the program wires it. */
export const testServices = (): ServiceRegistry => registryOf(wireServices());

/** One of our own people with every right, unless it says otherwise. */
export const aViewer = (parts: Partial<Viewer>): Viewer => ({
  kind: "internal",
  id: newId(),
  name: "Test viewer",
  personId: null,
  sight: null,
  clientIds: [],
  rights: new Set(RIGHTS),
  ...parts,
});

type Shown = NonNullable<Awaited<ReturnType<LocalApi["execute"]>>["errors"]>[number];

const shownError = ({ message, path, extensions }: Shown): Answer["errors"][number] => ({
  message,
  code: String(extensions?.code),
  path: (path ?? []).join("."),
});
