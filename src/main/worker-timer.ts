import type { Log } from "../platform/log";

/** Runs work now, and again `everySeconds` after it ended; never two at a time. */
export interface Timer {
  /** Milliseconds since the work last ended well. */
  sinceSuccessMs(): number;
  /** Waits for the work in hand. */
  stop(): Promise<void>;
}

export interface TimerOptions {
  readonly name: string;
  readonly everySeconds: number;
  readonly log: Log;
  /** Long work looks at the signal between its steps. */
  readonly work: (now: Date, stopping: AbortSignal) => Promise<unknown>;
}

/**
 * The clock behind the queue: what is due is done even when no nudge arrives. Failures are logged and the next round
 * tries again. Pauses are scattered, so that several processes do not keep in step.
 */
export function startTimer(options: TimerOptions): Timer {
  const stopping = new AbortController();
  let succeededAt = Date.now();
  const once = async (): Promise<void> => {
    try {
      await options.work(new Date(), stopping.signal);
      succeededAt = Date.now();
    } catch (error) {
      options.log.warn("timer.failed", { timer: options.name, error });
    }
  };
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await once();
      await pause(options.everySeconds * 1_000 * (0.9 + 0.2 * Math.random()), stopping.signal);
    }
  };
  const ended = loop();
  return {
    sinceSuccessMs: () => Date.now() - succeededAt,
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end);
  });
}
