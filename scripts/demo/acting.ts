import { executeDocument } from "../../src/api/execute-document";
import { apiSchema } from "../../src/api/schema";
import type { Runtime } from "../../src/main/runtime";
import { registryOf, type Services } from "../../src/main/services";
import type { Viewer } from "../../src/platform/viewer";
import { newId, NIL_ID } from "../../src/shared/ids";

const DEADLINE_MS = 30_000;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- documents of the demo, read where they are asked
type Asked = Record<string, any>;

/** Runs documents as somebody. */
export type Act = (by: Viewer, source: string, variables?: Record<string, unknown>) => Promise<Asked>;

/** Whatever is refused ends the demo. */
export function actor({ db, log }: Runtime, services: Services, now: Date): Act {
  const parts = { db, log, queue: null, deadlineMs: DEADLINE_MS, schema: apiSchema(), services: registryOf(services) };
  return async (by, source, variables = {}) => {
    const caller = { viewer: by, now, requestId: newId() };
    const { data, errors } = await executeDocument(parts, { source, variables }, caller);
    const payloads = Object.values(data ?? {}) as { errors?: unknown[] }[];
    const refused = [...(errors ?? []), ...payloads.flatMap((one) => one?.errors ?? [])];
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
    return data ?? {};
  };
}

export const viewer = (parts: Pick<Viewer, "name" | "clientIds"> & Partial<Viewer>): Viewer => ({
  ...{ kind: "internal", id: NIL_ID, personId: null, sight: null, rights: new Set() },
  ...parts,
});
