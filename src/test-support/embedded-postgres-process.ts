import { startEmbeddedPostgres } from "../platform/embedded-postgres";
import { quietLog } from "../platform/log";

/** A process for tests to kill: runs an embedded PostgreSQL on the folder named until it gets SIGTERM. */
async function main(): Promise<void> {
  const server = await startEmbeddedPostgres({ folder: String(process.argv[2]), keeping: "durable", log: quietLog });
  const alive = setInterval(() => undefined, 1000);
  process.once("SIGTERM", () => {
    clearInterval(alive);
    void server.stop();
  });
  process.stdout.write(`ready ${server.adminUrl()}\n`);
}

void main();
