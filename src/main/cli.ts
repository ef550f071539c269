#!/usr/bin/env node
import "reflect-metadata";
import { Command, CommanderError } from "commander";
import { commandLine, EXIT } from "./command-line";
import { registerApply } from "./commands/apply.command";
import { registerCascade } from "./commands/cascade.command";
import { registerCrucial } from "./commands/crucial.command";
import { registerExport } from "./commands/export.command";
import { registerIngest } from "./commands/ingest.command";
import { registerGrant } from "./commands/grant.command";
import { registerKey } from "./commands/key.command";
import { registerMigrate } from "./commands/migrate.command";
import { registerPackage } from "./commands/package.command";
import { registerQuery } from "./commands/query.command";
import { registerServe } from "./commands/serve.command";
import { registerSettle } from "./commands/settle.command";
import { registerSettlement } from "./commands/settlement.command";
import { registerSimulate } from "./commands/simulate.command";
import { registerTemplate } from "./commands/template.command";
import { registerToken } from "./commands/token.command";
import { registerVerify } from "./commands/verify.command";
import { registerWork } from "./commands/work.command";

/** Each command is a file of its own in `commands/`; this list is their order in the help. */
const REGISTER = [
  registerServe,
  registerMigrate,
  registerApply,
  registerExport,
  registerTemplate,
  registerIngest,
  registerSettle,
  registerSettlement,
  registerVerify,
  registerSimulate,
  registerPackage,
  registerCrucial,
  registerCascade,
  registerQuery,
  registerWork,
  registerGrant,
  registerKey,
  registerToken,
];

async function main(): Promise<void> {
  const program = new Command("regia")
    .description("Performance management for outsourced customer service.")
    .showHelpAfterError("Run with --help to see what is possible.")
    .addHelpText(
      "after",
      "\nExit codes: 0 done; 1 refused; 2 wrong usage or configuration; 3 unexpected error; 130 interrupted.",
    )
    .exitOverride();
  for (const register of REGISTER) register(program, commandLine);
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
}

void main();
