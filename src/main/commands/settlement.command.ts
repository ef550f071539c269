import type { Command } from "commander";
import type { DataSource } from "typeorm";
import { allClientIds } from "../../clients/tenant.queries";
import { inTransaction } from "../../platform/database";
import { settlementTrace } from "../../settlements/engine/settlement-trace.rules";
import { settlementsOn, type PeriodSettlement } from "../../settlements/settlement-csv.queries";
import { CSV_HEADER, csvRows } from "../../settlements/settlement-csv.rules";
import { day, type Day } from "../../shared/day";
import { NotFound } from "../../shared/errors";
import type { CommandLine, CommonOptions } from "../command-line";
import { contractNamed } from "./named-contract.queries";

interface SettlementOptions extends CommonOptions {
  readonly contract: string;
  readonly month: string;
  readonly client?: string;
  readonly csv?: boolean;
}

export function registerSettlement(program: Command, line: CommandLine): void {
  line
    .command(program, "settlement", "tell how the money of a closed period came about, or print its lines as CSV")
    .requiredOption("--contract <code>", "whose money")
    .requiredOption("--month <yyyy-mm>", "the month, or any day of the period: 2026-10, 2026-10-15")
    .option("--client <code>", "whose contract, where several clients use the same code")
    .option("--csv", "the lines of every version, for an invoicing system")
    .action((options: SettlementOptions) =>
      line.runWith(options, async ({ db }, context) => {
        const found = await settlementsNamed(db, options);
        context.print({ settlements: found.map(jsonOf) }, options.csv ? csvOf(found) : found.flatMap(traceOf));
      }),
    );
}

/** Every version of a period's settlement, proposals too: it is whoever runs the house that asks. */
export async function settlementsNamed(
  db: DataSource,
  { contract, client, month }: Pick<SettlementOptions, "contract" | "client" | "month">,
): Promise<PeriodSettlement[]> {
  const on = dayIn(month);
  const scope = { clientIds: await allClientIds(db), internal: true, readOnly: true };
  return inTransaction(db, scope, async (tx) => {
    const found = await settlementsOn(tx, await contractNamed(tx, contract, client), on);
    if (found.length === 0) throw new NotFound("settlement", `${contract} ${month}`, ["month"]);
    return found;
  });
}

/** `2026-10`, or a day of the period. */
const dayIn = (month: string): Day => day(/^\d{4}-\d{2}$/.test(month) ? `${month}-01` : month);

const jsonOf = ({ of, settled, lines }: PeriodSettlement) => ({
  ...of,
  lines,
  trace: settlementTrace(settled, of.currency),
});

/** One file: what each version adds. */
export const csvOf = (found: readonly PeriodSettlement[]): string =>
  (CSV_HEADER + found.map(({ of, lines }) => csvRows(of, lines)).join("")).trimEnd();

/** A decided dispute adds its lines to what was worked out; the others are told whole. */
export const traceOf = ({ of, settled, cause, lines }: PeriodSettlement): string[] => [
  `Version ${of.version}, ${of.state}:`,
  ...(cause === "dispute"
    ? lines.map(({ no, reason }) => `  ${no}. ${reason}`)
    : settlementTrace(settled, of.currency).map((one) => `  ${one}`)),
];
