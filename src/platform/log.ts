import { pino, type Logger } from "pino";

export const LOG_LEVELS = ["silent", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type LogDetails = Readonly<Record<string, unknown>>;

/** Events, not prose: `log.info("facts.appended", { batchId, added })`. Ids and counts only, no names or payloads. */
export interface Log {
  /** Someone must act now. */
  error(event: string, details?: LogDetails): void;
  /** Something went wrong and healed itself. */
  warn(event: string, details?: LogDetails): void;
  /** A use case ended. */
  info(event: string, details?: LogDetails): void;
  debug(event: string, details?: LogDetails): void;
  /** A log whose lines all carry these details, such as a request id. */
  with(details: LogDetails): Log;
}

/** One JSON object a line on stderr, so that stdout stays free for results. */
export function jsonLog(level: LogLevel): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    messageKey: "event",
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return over(pino(options, pino.destination({ dest: 2, sync: true })));
}

/** Lines a person at a terminal reads: `  facts.appended  batchId=… added=120`. */
export function plainLog(level: LogLevel, write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const enabled = (of: LogLevel): boolean => LOG_LEVELS.indexOf(of) <= LOG_LEVELS.indexOf(level);
  const logging = (bound: LogDetails): Log => {
    const at = (of: LogLevel) => (event: string, details?: LogDetails) => {
      if (enabled(of)) write(`${plainLine(of, event, { ...bound, ...details })}\n`);
    };
    return {
      error: at("error"),
      warn: at("warn"),
      info: at("info"),
      debug: at("debug"),
      with: (details) => logging({ ...bound, ...details }),
    };
  };
  return logging({});
}

/** For tests and for commands that print their own progress. */
export const quietLog: Log = plainLog("silent");

function over(logger: Logger): Log {
  return {
    error: (event, details) => logger.error(plainErrors(details), event),
    warn: (event, details) => logger.warn(plainErrors(details), event),
    info: (event, details) => logger.info(plainErrors(details), event),
    debug: (event, details) => logger.debug(plainErrors(details), event),
    with: (details) => over(logger.child(plainErrors(details))),
  };
}

function plainLine(level: LogLevel, event: string, details: LogDetails): string {
  const mark = level === "error" ? "✗ " : level === "warn" ? "! " : "  ";
  const parts = Object.entries(plainErrors(details)).map(([key, value]) => `${key}=${shown(value)}`);
  return [mark + event, ...parts].join("  ");
}

const shown = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? "undefined"));

/** Errors have no enumerable properties, so JSON would show them as `{}`. */
function plainErrors(details: LogDetails = {}): Record<string, unknown> {
  const plain = (value: unknown): unknown =>
    value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value;
  return Object.fromEntries(Object.entries(details).map(([key, value]) => [key, plain(value)]));
}
