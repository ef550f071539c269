/** Turns Ctrl-C and SIGTERM into an abort signal; a second one ends the process at once. */
export function onInterrupt(): { readonly signal: AbortSignal; stopListening(): void } {
  const controller = new AbortController();
  const listener = (name: NodeJS.Signals): void => {
    if (controller.signal.aborted) process.exit(name === "SIGINT" ? 130 : 143);
    controller.abort(name);
  };
  process.on("SIGINT", listener).on("SIGTERM", listener);
  return {
    signal: controller.signal,
    stopListening: () => void process.off("SIGINT", listener).off("SIGTERM", listener),
  };
}
