import type { Tx } from "../platform/database";
import { recordAct } from "../platform/record-act";
import type { Viewer } from "../platform/viewer";
import { ActIsOurs } from "./settlement.errors";

/** Who acts, when, and in which request. */
export interface Acting {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly requestId: string | null;
}

/** Nobody decides about money in a case of the own house: people of the client do not do our part. */
export function refuseClients({ viewer }: Pick<Acting, "viewer">, act: string): void {
  if (viewer.kind === "client") throw new ActIsOurs(act);
}

export const actorOf = ({ kind, id }: Pick<Viewer, "kind" | "id">): string => `${kind} ${id}`;

interface ToRecord {
  readonly clientId: string;
  /** `settlement.issued`. */
  readonly act: string;
  readonly subject: string;
  readonly before?: object | null;
  readonly after?: object | null;
}

export const record = (tx: Tx, { viewer, now, requestId }: Acting, what: ToRecord): Promise<void> =>
  recordAct(tx, { ...what, at: now, actor: actorOf(viewer), requestId });
