import type { DefinitionContext } from "../../platform/definitions/definition-context";
import type { Tx } from "../../platform/database";

/** A draft by its parts, each as the service that defines it takes it. */
export interface DraftParts {
  /** None: those of the contract stay. */
  readonly objectives: readonly Readonly<Record<string, unknown>>[];
  /** All versions; null: the contract's terms stay. */
  readonly settlementTerms: readonly unknown[] | null;
}

/** Text with documents as setup files have them, or parts. */
export type WrittenDraft = string | DraftParts;

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
 * as fields of the documents or, of parts, as `objectives 0 versions 0 target` and `settlementTerms versions 0 fee`.
 */
export interface DraftWriter {
  write(
    tx: Tx,
    context: DefinitionContext,
    draft: { readonly written: WrittenDraft; readonly as: HistoryCodes },
  ): Promise<AppliedDraft>;
}
