import { clientByCode } from "../clients/client.lookups";
import type { Tx } from "../platform/database";
import { lockDefinitions } from "../platform/definitions/by-code";
import type { DefinitionContext } from "../platform/definitions/definition-context";

/** Finds what codes name, each once: thousands of positions name the same few contracts, services and teams. */
export class CodeReader {
  private readonly found = new Map<string, Promise<unknown>>();

  constructor(
    readonly tx: Tx,
    private readonly context: DefinitionContext,
  ) {}

  once<T>(key: readonly unknown[], load: () => Promise<T>): Promise<T> {
    const text = JSON.stringify(key);
    const known = this.found.get(text) ?? load();
    this.found.set(text, known);
    return known as Promise<T>;
  }

  /** The client of a code, locked for writing definitions. */
  client(code: string): Promise<string> {
    return this.once([code], async () => {
      const { clientId } = await clientByCode(this.tx, this.context, code);
      await lockDefinitions(this.tx, clientId);
      return clientId;
    });
  }
}
