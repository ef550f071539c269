import type { Command } from "commander";
import { join } from "node:path";
import { migrations } from "../../../migrations";
import { APP_LOGIN, startEmbeddedPostgres } from "../../platform/embedded-postgres";
import { migrate } from "../../platform/migrate";
import { MigrationAddressMissing } from "../migrate.errors";
import type { CommandContext, CommandLine, CommonOptions } from "../command-line";

export function registerMigrate(program: Command, line: CommandLine): void {
  line
    .command(program, "migrate", "bring the database's schema up to date")
    .action((options: CommonOptions) => line.run(options, migrateCommand));
}

async function migrateCommand(context: CommandContext): Promise<void> {
  const steps = context.config.databaseUrl ? await migrateServer(context) : await migrateEmbedded(context);
  const text = steps.length === 0 ? "The schema is up to date." : steps.map((step) => `applied ${step}`);
  context.print({ applied: steps }, text);
}

async function migrateServer({ config, log }: CommandContext): Promise<string[]> {
  if (!config.migrationDatabaseUrl || !config.databaseUrl) throw new MigrationAddressMissing();
  const { username, password } = new URL(config.databaseUrl);
  const [appLogin, appPassword] = [username, password].map(decodeURIComponent) as [string, string];
  return migrate({ url: config.migrationDatabaseUrl, migrations, appLogin, appPassword, log });
}

async function migrateEmbedded({ config, log }: CommandContext): Promise<string[]> {
  const folder = join(config.dataFolder, "postgres");
  const server = await startEmbeddedPostgres({ folder, keeping: "durable", whenInUse: "join", log });
  try {
    return await migrate({ url: server.adminUrl(), migrations, appLogin: APP_LOGIN, log });
  } finally {
    await server.stop();
  }
}
