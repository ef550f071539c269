/** Run by jest once, after all test files, in the process of the global set-up. */
export = async function globalTeardown(): Promise<void> {
  const { stopTestServer } = globalThis as { stopTestServer?: () => Promise<void> };
  await stopTestServer?.();
};
