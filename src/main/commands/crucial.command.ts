import { InvalidArgumentError, type Command } from "commander";
import type { DataSource } from "typeorm";
import { allClientIds } from "../../clients/tenant.queries";
import type { KpiCheck } from "../../crucial/crucial.rules";
import { CrucialService } from "../../crucial/crucial.service";
import { worst, type Verdict } from "../../crucial/letter.rules";
import { inTransaction } from "../../platform/database";
import { day, dayOf } from "../../shared/day";
import type { CommandContext, CommandLine, CommonOptions } from "../command-line";
import type { Runtime } from "../runtime";
import { contractNamed } from "./named-contract.queries";

interface CrucialOptions extends CommonOptions {
  readonly client?: string;
  readonly periods: number;
  readonly asOf?: string;
}

const USUAL_PERIODS = 6;

export function registerCrucial(program: Command, line: CommandLine): void {
  line
    .command(program, "crucial", "check whether the KPIs of a contract are fit to steer by")
    .argument("<contract>", "code of the contract")
    .option("--client <code>", "whose contract; needed where several clients use the same code")
    .option("--periods <count>", "how many closed periods to look at", periodCount, USUAL_PERIODS)
    .option("--as-of <day>", "look at periods that ended by this day; today when left out")
    .action((contract: string, options: CrucialOptions) =>
      line.runWith(options, ({ db }: Runtime, context) => crucialCommand(db, context, { ...options, contract })),
    );
}

const MOST_PERIODS = 24;

function periodCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_PERIODS) return count;
  throw new InvalidArgumentError(`Write a whole number from 1 to ${MOST_PERIODS}.`);
}

async function crucialCommand(
  db: DataSource,
  context: CommandContext,
  { contract, client, periods, asOf }: CrucialOptions & { contract: string },
): Promise<void> {
  const now = new Date();
  const checks = await inTransaction(db, { clientIds: await allClientIds(db), internal: true }, async (tx) => {
    const only = await contractNamed(tx, contract, client);
    const on = asOf === undefined ? dayOf(now, only.timeZone) : day(asOf);
    return new CrucialService().check(tx, { ...only, on, count: periods, now });
  });
  context.print({ verdict: worst(checks.map(({ verdict }) => verdict)), kpis: checks.map(written) }, checkText(checks));
}

const written = ({ evidence: { kpi, service }, verdict, letters }: KpiCheck): object => ({
  ...{ kpi: kpi.kpiCode, dialect: kpi.dialect, parameters: kpi.parameters, service },
  ...{ verdict, letters },
});

const MARKS: Readonly<Record<Verdict, string>> = { pass: "✓", warn: "!", fail: "✗", not_applicable: "–" };

/** The check for people: a line for each KPI and letter, and the evidence under it. */
export function checkText(checks: readonly KpiCheck[]): string[] {
  if (checks.length === 0) return ["No KPI is in use under this contract."];
  return checks.flatMap(({ evidence: { kpi, service }, verdict, letters }) => [
    `${MARKS[verdict]} ${kpi.kpiCode} (${kpi.dialect})${service === null ? "" : ` of ${service}`}`,
    ...letters.flatMap((one) => [
      `    ${MARKS[one.verdict]} ${one.letter.replaceAll("_", " ")}`,
      ...one.evidence.map((line) => `        ${line}`),
    ]),
  ]);
}
