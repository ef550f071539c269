import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Command } from "commander";
import type { DataSource } from "typeorm";
import { allClientIds } from "../../clients/tenant.queries";
import { Contract } from "../../contracts/contract.entity";
import { inTransaction, rows } from "../../platform/database";
import type { Draft, Simulation } from "../../settlements/simulator/simulation";
import { simulationText } from "../../settlements/simulator/simulation-text";
import { USUAL_SEED } from "../../settlements/simulator/simulation.service";
import { day, type Day } from "../../shared/day";
import { BadUserInput } from "../../platform/graphql/bad-input.errors";
import { NotFound } from "../../shared/errors";
import type { CommandContext, CommandLine, CommonOptions } from "../command-line";
import type { Runtime } from "../runtime";
import { wireServices, type Services } from "../services";
import { contractNamed } from "./named-contract.queries";

interface SimulateOptions extends CommonOptions {
  readonly contract: string;
  readonly client?: string;
  readonly against?: string;
  readonly from?: string;
  readonly until?: string;
  readonly draws?: string;
}

export function registerSimulate(program: Command, line: CommandLine): void {
  line
    .command(program, "simulate [file]", "replay a contract's past under a draft; nothing of the draft is kept")
    .requiredOption("--contract <code>", "whose past")
    .option("--client <code>", "whose contract, where several clients use the same code")
    .option("--against <file>", "a second draft, beside the first")
    .option("--from <day>", "first day (default: twelve months before)")
    .option("--until <day>", "the day after the last (default: today)")
    .option("--draws <count>", "how often history is drawn again for the spread")
    .action((file: string | undefined, options: SimulateOptions) =>
      line.runWith(options, (runtime, context) => simulateCommand(runtime, context, { file, options })),
    );
}

interface Asked {
  /** Left out: the contract as it stands. */
  readonly file: string | undefined;
  readonly options: SimulateOptions;
}

async function simulateCommand({ db }: Runtime, context: CommandContext, { file, options }: Asked): Promise<void> {
  const drafts = [file, ...(options.against === undefined ? [] : [options.against])].map(draftIn);
  const { from, until, draws, ...of } = options;
  const { simulations, contract } = await simulateNamed(wireServices(), db, {
    ...{ contract: of.contract, client: of.client, drafts, now: new Date() },
    ...{ from: from === undefined ? null : day(from), until: until === undefined ? null : day(until) },
    draws: draws === undefined ? null : Number(draws),
  });
  context.print({ simulations }, simulationText(simulations, `${contract.name} (${contract.code})`));
}

/** The draft in a file; none: the contract as it stands. */
export function draftIn(path: string | undefined): Draft {
  if (path === undefined) return { name: "as it stands", written: null };
  try {
    return { name: basename(path), written: readFileSync(path, "utf8") };
  } catch (error) {
    throw new BadUserInput(`The draft "${path}" cannot be read: ${(error as NodeJS.ErrnoException).code}.`, {
      path: ["file"],
      remedy: "Name a file with setup documents in YAML.",
    });
  }
}

export interface NamedSimulation {
  readonly contract: string;
  readonly client: string | undefined;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly draws: number | null;
  readonly drafts: readonly Draft[];
  readonly now: Date;
}

export interface Simulated {
  readonly contract: Pick<Contract, "code" | "name">;
  readonly simulations: readonly Simulation[];
}

/** Replays the past of a contract that is named by its code, and its client's where that is needed. */
export async function simulateNamed(services: Services, db: DataSource, asked: NamedSimulation): Promise<Simulated> {
  const clientIds = await allClientIds(db);
  return inTransaction(db, { clientIds, internal: true }, async (tx) => {
    const { clientId, contractId } = await contractNamed(tx, asked.contract, asked.client);
    const contract = await tx.findOneBy(Contract, { clientId, id: contractId });
    const [client] = await rows<{ code: string }>(tx, "select code from client where client_id = $1", [clientId]);
    if (!contract || !client) throw new NotFound("contract", asked.contract);
    const { from, until, draws, drafts, now } = asked;
    const context = { actor: "regia simulate", now, requestId: null, clientIds: [...clientIds], internal: true };
    const as = { client: client.code, contract: contract.code };
    const request = { contract, as, from, until, draws, seed: USUAL_SEED, drafts };
    return { contract, simulations: await services.simulations.simulate(tx, context, request) };
  });
}
