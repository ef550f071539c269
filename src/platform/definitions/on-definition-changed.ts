import type { Day } from "../../shared/day";
import type { Tx } from "../database";
import type { DefinitionContext } from "./definition-context";

/** A contract whose figures from a day on rest on changed definitions. */
export interface ChangedContract {
  readonly clientId: string;
  readonly contractId: string;
  readonly from: Day;
}

/** Told within the transaction that changes the definitions. */
export type OnDefinitionChanged = (tx: Tx, changed: ChangedContract, context: DefinitionContext) => Promise<void>;

/** Tells once per act and contract, and again only for earlier days: one act may change hundreds of definitions. */
export function oncePerContract(tell: (tx: Tx, changed: ChangedContract) => Promise<unknown>): OnDefinitionChanged {
  const told = new WeakMap<DefinitionContext, Map<string, Day>>();
  return async (tx, changed, context) => {
    const earliest = told.get(context) ?? new Map<string, Day>();
    told.set(context, earliest);
    const from = earliest.get(changed.contractId);
    if (from !== undefined && from <= changed.from) return;
    earliest.set(changed.contractId, changed.from);
    await tell(tx, changed);
  };
}
