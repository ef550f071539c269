import { Option, type Command } from "commander";
import { inTransaction } from "../../platform/database";
import { AccessService, type ListedApiKey } from "../../platform/access.service";
import { RIGHTS } from "../../platform/viewer";
import type { CommandContext, CommandLine, CommonOptions } from "../command-line";
import type { Runtime } from "../runtime";

interface CreateOptions extends CommonOptions {
  readonly client: string[];
  readonly scope: string[];
  readonly days?: number;
}

/** API keys by which other systems sign in. */
export function registerKey(program: Command, line: CommandLine): void {
  const keys = program.command("key").description("API keys for other systems");
  line
    .command(keys, "create <name>", "make a key; it is shown once and never again")
    .requiredOption("--client <code...>", "clients that it reaches")
    .addOption(new Option("--scope <right...>", "what it may do").choices([...RIGHTS]).default([], "read results only"))
    .option("--days <number>", "days until it expires; otherwise it lasts until revoked", Number)
    .action((name: string, options: CreateOptions) =>
      line.runWith(options, (runtime, context) => create(name, options, runtime, context)),
    );
  line
    .command(keys, "revoke <id>", "refuse a key from now on")
    .action((id: string, options: CommonOptions) => line.runWith(options, (...given) => revoke(id, ...given)));
  line.command(keys, "list", "all keys, newest first").action((options: CommonOptions) => line.runWith(options, list));
}

const access = new AccessService();
const HOUSE = { clientIds: [], internal: true };

async function create(name: string, options: CreateOptions, { db }: Runtime, context: CommandContext): Promise<void> {
  const now = new Date();
  const expiresAt = options.days ? new Date(now.getTime() + options.days * 86_400_000) : null;
  const made = await inTransaction(db, HOUSE, async (tx) => {
    const reaches = await access.clientIds(tx, options.client);
    return access.createApiKey(tx, { name, reaches, scopes: options.scope, expiresAt }, now);
  });
  context.print({ ...made, expiresAt }, [made.key, `Id ${made.id}. Keep the key: it is not shown again.`]);
}

async function revoke(id: string, { db }: Runtime, context: CommandContext): Promise<void> {
  await inTransaction(db, HOUSE, (tx) => access.revokeApiKey(tx, id, new Date()));
  context.print({ revoked: id }, `Revoked ${id}.`);
}

async function list({ db }: Runtime, context: CommandContext): Promise<void> {
  const keys = await inTransaction(db, { ...HOUSE, readOnly: true }, (tx) => access.listApiKeys(tx));
  context.print(keys, keys.length === 0 ? "There are no keys." : keys.map(shown));
}

function shown(key: ListedApiKey): string {
  const end = key.revokedAt ? `revoked ${key.revokedAt.toISOString()}` : (key.expiresAt?.toISOString() ?? "no end");
  return [key.id, key.name, key.clients.join(","), key.scopes.join(",") || "read only", end].join("  ");
}
