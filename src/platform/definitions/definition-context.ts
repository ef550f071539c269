/** Who defines something, and when. */
export interface DefinitionContext {
  /** For the audit record: `principal 0192…`, `regia apply`. */
  readonly actor: string;
  readonly now: Date;
  readonly requestId: string | null;
  /** Clients that can be reached. Grows by each client that is defined. */
  readonly clientIds: string[];
  /** Our own people and workers, who alone define what belongs to the whole house. */
  readonly internal: boolean;
}
