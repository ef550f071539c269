import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import type { DataSource } from "typeorm";
import { inTransaction } from "../../platform/database";
import { yamlText, type SetupFile } from "../../setup/setup-document";
import type { CommandContext, CommandLine, CommonOptions } from "../command-line";
import type { Runtime } from "../runtime";
import { wireServices, type Services } from "../services";
import { allClientIds } from "../../clients/tenant.queries";

interface ExportOptions extends CommonOptions {
  readonly client?: string;
}

export function registerExport(program: Command, line: CommandLine): void {
  line
    .command(program, "export [folder]", "write what is defined as YAML documents, into a folder or to the screen")
    .option("--client <code>", "of one client, with the roles and people that work for it")
    .action((folder: string | undefined, options: ExportOptions) =>
      line.runWith(options, (runtime, context) => exportCommand(runtime, context, { folder, ...options })),
    );
}

async function exportCommand(
  { db }: Runtime,
  context: CommandContext,
  { folder, client = null }: { folder?: string | undefined; client?: string | null },
): Promise<void> {
  const files = await exportSetup(wireServices(), db, { client, now: new Date() });
  if (folder === undefined)
    return context.print({ files }, files.map(({ documents }) => yamlText(documents)).join("---\n"));
  for (const file of files) write(folder, file);
  const names = files.map(({ name }) => join(folder, name));
  context.print({ files: names }, [
    ...names,
    "",
    `${names.length} files written. Read them back with: regia apply ${folder}`,
  ]);
}

/** The documents that would make what is defined now. */
export async function exportSetup(
  services: Services,
  db: DataSource,
  { client, now }: { client: string | null; now: Date },
): Promise<SetupFile[]> {
  const clientIds = await allClientIds(db);
  const context = { actor: "regia export", now, requestId: null, clientIds, internal: true };
  return inTransaction(db, { clientIds, internal: true, readOnly: true }, (tx) =>
    services.exports.files(tx, context, client),
  );
}

function write(folder: string, { name, documents }: SetupFile): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, yamlText(documents));
}
