/** Starts the server of the last failed test run again, until Ctrl-C, and prints where its databases are. */
import { reopenTestServer, testDatabases } from "../src/test-support/test-server";

async function main(): Promise<void> {
  const server = await reopenTestServer();
  if (!server) return console.log("No failed run has left a database.");
  for (const name of await testDatabases(server)) console.log(server.adminUrl(name));
  console.log("Ctrl-C ends it.");
  const waiting = setInterval(() => undefined, 60_000);
  process.once("SIGINT", () => {
    clearInterval(waiting);
    void server.stop();
  });
}

if (require.main === module) void main();
