import type { Json } from "../../shared/canonical-hash";
import { newId } from "../../shared/ids";
import { AuditRecord } from "../audit-record.entity";
import type { Tx } from "../database";
import { changeOf, type Change } from "./change";
import type { DefinitionContext } from "./definition-context";

export interface ToRecord {
  /** Nil: something of the whole house. */
  readonly clientId: string;
  readonly kind: string;
  readonly key: string;
  readonly before: Json | null;
  /** Null: it is withdrawn. */
  readonly after: Json | null;
}

/** Says what changed, and keeps a record of it in the same transaction. Nothing changed: nothing is kept. */
export async function recordChange(tx: Tx, context: DefinitionContext, record: ToRecord): Promise<Change> {
  const change = changeOf(record.kind, record.key, record.before, record.after);
  if (change.outcome === "unchanged") return change;
  await tx.insert(AuditRecord, {
    clientId: record.clientId,
    id: newId(),
    at: context.now,
    actor: context.actor,
    act: `${record.kind}.${change.outcome}`,
    subject: record.key,
    before: record.before as never,
    after: record.after as never,
    requestId: context.requestId,
  });
  return change;
}
