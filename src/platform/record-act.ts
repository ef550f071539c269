import { newId } from "../shared/ids";
import { AuditRecord } from "./audit-record.entity";
import type { Tx } from "./database";

/** Something that people did besides defining: a value entered, a dispute decided. */
export interface ActToRecord {
  readonly clientId: string;
  readonly at: Date;
  readonly actor: string;
  /** `dispute.decided`. */
  readonly act: string;
  /** Kind and key of the thing. */
  readonly subject: string;
  readonly before?: object | null;
  readonly after?: object | null;
  readonly requestId: string | null;
}

/** Keeps a record of an act in the same transaction. */
export async function recordAct(tx: Tx, { before = null, after = null, ...act }: ActToRecord): Promise<void> {
  await tx.insert(AuditRecord, { ...act, id: newId(), before: before as never, after: after as never });
}
