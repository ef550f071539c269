import { DomainError, Refusals } from "./errors";

/**
 * Collects refusals, so that a person mends them in one go instead of one at a time.
 *
 * ```ts
 * const gathering = new Gathering();
 * const calendar = await gathering.attempt(() => calendarByCode(tx, clientId, input.calendar));
 * gathering.throwIfAny();
 * ```
 */
export class Gathering {
  private readonly refusals: DomainError[] = [];

  /** The result, or undefined when it was refused. `under` is put before the path of what goes wrong. */
  async attempt<T>(work: () => T | Promise<T>, under: readonly string[] = []): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.add(error, under);
      return undefined;
    }
  }

  /** The same of what needs no waiting for. */
  attemptNow<T>(work: () => T, under: readonly string[] = []): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.add(error, under);
      return undefined;
    }
  }

  add(error: DomainError, under: readonly string[] = []): void {
    for (const one of refusalsIn(error))
      this.refusals.push(under.length > 0 ? atPath(one, [...under, ...one.path]) : one);
  }

  throwIfAny(): void {
    refuse(this.refusals);
  }
}

/** Throws what was found: nothing, the one, or all of them together. */
export function refuse(all: readonly DomainError[]): void {
  const [first, ...others] = all;
  if (first) throw others.length > 0 ? new Refusals(all) : first;
}

export const refusalsIn = (error: DomainError): readonly DomainError[] =>
  error instanceof Refusals ? error.all : [error];

/** The same refusal, further in. A copy: one refusal may have been met in several places. */
export const atPath = (error: DomainError, path: readonly string[]): DomainError =>
  Object.create(error, { path: { value: path, enumerable: true } }) as DomainError;
