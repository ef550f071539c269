import "reflect-metadata";
import { startTestServer } from "./test-server";

/** Run by jest once, before all test files. */
export = async function globalSetup(): Promise<void> {
  Object.assign(globalThis, { stopTestServer: await startTestServer() });
};
