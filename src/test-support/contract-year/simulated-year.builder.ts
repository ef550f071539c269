import { Contract } from "../../contracts/contract.entity";
import { inTransaction } from "../../platform/database";
import type { Simulation } from "../../settlements/simulator/simulation";
import type { SimulationRequest } from "../../settlements/simulator/simulation.service";
import type { ContractYear } from "./contract-year.builder";

type Asked = Pick<SimulationRequest, "from" | "until" | "drafts">;

const AS_IT_STANDS = { name: "as it stands", written: null };

/** The past of the contract with forty clauses, replayed now. */
export async function simulateYear(
  { house }: ContractYear,
  asked: Partial<Asked> = {},
): Promise<readonly Simulation[]> {
  const now = house.clock.now();
  const [found] = await house.database.adminRows<{ clientId: string; id: string }>(
    `select client_id as "clientId", id from contract where code = 'harbour-care'`,
  );
  const clientIds = [found!.clientId];
  return inTransaction(house.database.db, { clientIds, internal: true }, async (tx) => {
    const contract = await tx.findOneByOrFail(Contract, found!);
    const context = { actor: "test", now, requestId: null, clientIds, internal: true };
    return house.services.simulations.simulate(tx, context, {
      ...{ contract, as: { client: "harbour", contract: "harbour-care" }, draws: 0, seed: 1 },
      ...{ from: contract.startsOn, until: null, drafts: [AS_IT_STANDS], ...asked },
    });
  });
}

/** Lines of a simulated period, in the order of their texts: `SL-CREDIT SL credit 2400.00`. */
export const simulatedLines = ({ money }: Simulation["periods"][number]): string[] =>
  (money?.lines ?? [])
    .map(({ clause, objective, kind, amount }) => {
      return `${clause} ${objective ?? "-"} ${kind} ${(Number(amount) / 100).toFixed(2)}`;
    })
    .sort();
