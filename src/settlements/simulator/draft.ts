import type { DefinitionContext } from "../../platform/definitions/definition-context";
import type { Tx } from "../../platform/database";

/** The contract whose history is replayed, by its codes. */
export interface HistoryCodes {
  readonly client: string;
  readonly contract: string;
}

/** What a draft said, once it stands in the transaction. */
export interface AppliedDraft {
  /** Codes of its objectives; null: it says nothing of objectives, so that those of the contract stay. */
  readonly objectives: readonly string[] | null;
  /** Whether it says what money follows; otherwise the contract's terms stay. */
  readonly hasTerms: boolean;
  /** Documents that mean nothing to a simulation: `Service phone`. */
  readonly ignored: readonly string[];
}

/**
 * Writes a draft over the contract's own definitions. The caller rolls back. Refuses with everything that is wrong, paths
 * as fields of the documents.
 */
export interface DraftWriter {
  write(
    tx: Tx,
    context: DefinitionContext,
    draft: { readonly yaml: string; readonly as: HistoryCodes },
  ): Promise<AppliedDraft>;
}
