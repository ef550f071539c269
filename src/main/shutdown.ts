import type { Log } from "../platform/log";

/**
 * The order in which a process ends: it takes in nothing new while requests in hand finish; then jobs in hand finish or
 * are handed back; then nothing nudges any more. Pools and the embedded database follow when the runtime closes.
 */
export const SHUTDOWN_STAGES = ["intake", "work", "queue"] as const;
export type ShutdownStage = (typeof SHUTDOWN_STAGES)[number];

/** Ends one thing within `graceMs`, after which it is left behind. */
export type End = (graceMs: number) => Promise<unknown>;

/** What a process that runs until it is told to stop hands to the things it starts. */
export interface Serving {
  onShutdown(stage: ShutdownStage, name: string, end: End): void;
  /** Ends the process in order, and then with this error. */
  fail(error: unknown): void;
}

export interface ServingOptions {
  /** Aborted by Ctrl-C and SIGTERM; a second signal ends the process at once (`interrupt.ts`). */
  readonly signal: AbortSignal;
  readonly log: Log;
  /** For all stages together. */
  readonly graceMs?: number;
  /** For tests. */
  readonly exit?: (code: number) => void;
}

const DEFAULT_GRACE_MS = 20_000;
/** For pools and the embedded database, after the stages. */
const CLOSING_MS = 10_000;

/** Starts things, waits for the signal or a failure, and ends them in order; also when the start itself fails. */
export async function serveUntilStopped(
  options: ServingOptions,
  start: (serving: Serving) => Promise<void>,
): Promise<void> {
  const ends: StagedEnd[] = [];
  let fail: Serving["fail"] = () => undefined;
  const stopped = new Promise<void>((resolve, reject) => {
    fail = reject;
    if (options.signal.aborted) resolve();
    options.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  stopped.catch(() => undefined);
  try {
    await start({ onShutdown: (stage, name, end) => void ends.push({ stage, name, end }), fail });
    await stopped;
  } finally {
    await endInOrder(ends, options);
  }
}

interface StagedEnd {
  readonly stage: ShutdownStage;
  readonly name: string;
  readonly end: End;
}

async function endInOrder(ends: readonly StagedEnd[], options: ServingOptions): Promise<void> {
  const graceMs = options.graceMs ?? DEFAULT_GRACE_MS;
  const until = Date.now() + graceMs;
  exitIfStuck(graceMs + CLOSING_MS, options);
  options.log.info("shutdown.begun", { graceMs });
  for (const stage of SHUTDOWN_STAGES) {
    const ofStage = ends.filter((one) => one.stage === stage).reverse();
    await Promise.all(ofStage.map((one) => endOne(one, Math.max(0, until - Date.now()), options.log)));
  }
}

/** A thing gets a second more than its grace, to leave its affairs in order when the grace is over. */
async function endOne(one: StagedEnd, graceMs: number, log: Log): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => (timer = setTimeout(() => resolve("late"), graceMs + 1_000)));
  try {
    const outcome = await Promise.race([one.end(graceMs), late]);
    if (outcome === "late") log.warn("shutdown.left-behind", { what: one.name });
    else log.debug("shutdown.ended", { what: one.name });
  } catch (error) {
    log.error("shutdown.failed", { what: one.name, error });
  } finally {
    clearTimeout(timer);
  }
}

/** Does not itself keep the process alive. */
function exitIfStuck(afterMs: number, { log, exit = process.exit }: ServingOptions): void {
  const giveUp = (): void => {
    log.error("shutdown.forced", { afterMs });
    exit(1);
  };
  setTimeout(giveUp, afterMs).unref();
}
