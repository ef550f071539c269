import { InvalidArgumentError, type Command } from "commander";
import type { DataSource } from "typeorm";
import { allClientIds } from "../../clients/tenant.queries";
import { checkText, writtenCheck } from "../../cascade/cascade-text";
import { CascadeService } from "../../cascade/cascade.service";
import { inTransaction } from "../../platform/database";
import { day } from "../../shared/day";
import type { CommandContext, CommandLine, CommonOptions } from "../command-line";
import type { Runtime } from "../runtime";
import { contractNamed } from "./named-contract.queries";

interface CascadeOptions extends CommonOptions {
  readonly client?: string;
  readonly from?: string;
  readonly validOn?: string;
  readonly asOf?: Date;
}

export function registerCascade(program: Command, line: CommandLine): void {
  line
    .command(program, "cascade", "check whether a contract's setup hands its targets down to whoever can reach them")
    .argument("<contract>", "code of the contract")
    .option("--client <code>", "whose contract; needed where several clients use the same code")
    .option("--from <day>", "look at this day and all later ones; today when left out")
    .option("--valid-on <day>", "look at this day alone")
    .option("--as-of <instant>", "look at the setup as it was believed then, for example 2026-06-30T12:00:00Z", instant)
    .action((contract: string, options: CascadeOptions) =>
      line.runWith(options, ({ db }: Runtime, context) => cascadeCommand(db, context, { ...options, contract })),
    );
}

function instant(text: string): Date {
  const read = new Date(text);
  if (/^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(read.getTime())) return read;
  throw new InvalidArgumentError("Write an instant such as 2026-06-30T12:00:00Z.");
}

async function cascadeCommand(
  db: DataSource,
  context: CommandContext,
  { contract, client, from, validOn, asOf }: CascadeOptions & { contract: string },
): Promise<void> {
  const clientIds = await allClientIds(db);
  const check = await inTransaction(db, { clientIds, internal: true }, async (tx) => {
    const { clientId, contractId } = await contractNamed(tx, contract, client);
    return new CascadeService().check(tx, {
      ...{ clientId, contractId, clientIds, now: new Date() },
      from: from === undefined ? null : day(from),
      validOn: validOn === undefined ? null : day(validOn),
      asOf: asOf ?? null,
    });
  });
  context.print(writtenCheck(check), checkText(check));
}
