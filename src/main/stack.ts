import type { Log } from "../platform/log";

/** Things that were opened, to be ended in the opposite order. */
export interface Stack {
  add(name: string, end: () => Promise<void>): void;
  /** One failing end does not keep the others from ending. Safe to call twice: the second waits for the first. */
  close(): Promise<void>;
}

export function stack(log: Log): Stack {
  const opened: { name: string; end: () => Promise<void> }[] = [];
  let closing: Promise<void> | undefined;
  const endAll = async (): Promise<void> => {
    for (let one = opened.pop(); one; one = opened.pop()) {
      try {
        await one.end();
        log.debug("closed", { what: one.name });
      } catch (error) {
        log.error("close.failed", { what: one.name, error });
      }
    }
  };
  return { add: (name, end) => void opened.push({ name, end }), close: () => (closing ??= endAll()) };
}
