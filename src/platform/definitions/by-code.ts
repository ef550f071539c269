import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from "typeorm";
import { DomainError } from "../../shared/errors";
import { nearest } from "../../shared/nearest";
import { rows, type Tx } from "../database";

/** A document names something that is not there, or not for this viewer: deliberately silent on which of the two. */
export class UnknownReference extends DomainError {
  readonly code = "NOT_FOUND";
  constructor(
    /** `contract`, `service`: what was looked for. */
    readonly kind: string,
    readonly key: string,
    options: { path: readonly string[]; meant: string | null },
  ) {
    const remedy = options.meant
      ? `Did you mean "${options.meant}"? If not, define the ${kind} first.`
      : `Check the spelling, or define the ${kind} first.`;
    super(`There is no ${kind} "${key}".`, { path: options.path, remedy });
  }
}

/** The row that a code names within `where`; refuses with the nearest code there is. */
export async function byCode<T extends ObjectLiteral & { code: string }>(
  tx: Tx,
  entity: EntityTarget<T>,
  where: FindOptionsWhere<T> & { code: string },
  reference: { kind: string; path?: readonly string[] },
): Promise<T> {
  const found = await tx.findOneBy(entity, where);
  if (found) return found;
  const { code, ...scope } = where;
  const others = await tx.find(entity, { where: scope as FindOptionsWhere<T>, take: 1_000 });
  const meant = nearest(
    code,
    others.map((one) => one.code),
  );
  throw new UnknownReference(reference.kind, code, { path: reference.path ?? [reference.kind], meant });
}

/** Definitions of one client, or with the nil id of the house, are written one transaction after the other. */
export async function lockDefinitions(tx: Tx, clientId: string): Promise<void> {
  await rows(tx, "select pg_advisory_xact_lock(hashtext('definitions'), hashtext($1))", [clientId]);
}
