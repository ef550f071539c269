import type { Day } from "../../shared/day";
import type { Tx } from "../database";

/** Told, within the transaction, that a contract's figures from a day on rest on changed definitions. */
export type OnDefinitionChanged = (
  tx: Tx,
  changed: { readonly clientId: string; readonly contractId: string; readonly from: Day },
) => Promise<void>;
