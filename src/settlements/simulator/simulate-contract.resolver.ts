import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { clientByCode } from "../../clients/client.lookups";
import { contractByCode } from "../../contracts/contract.lookups";
import type { Contract } from "../../contracts/contract.entity";
import type { ApiContext } from "../../platform/graphql/context";
import { perform } from "../../platform/graphql/mutation";
import { MissingRight } from "../../platform/graphql/rights";
import { BadUserInput } from "../../platform/graphql/bad-input.errors";
import { NotFound } from "../../shared/errors";
import { seesMoneyOf } from "../visible-settlements";
import { withDraftPaths, writtenDrafts } from "./draft-input";
import { SimulationService, USUAL_SEED } from "./simulation.service";
import type { Simulation } from "./simulation";
import { differencesOf, simulationView } from "./simulation-view";
import {
  SimulateContractInput,
  SimulateContractsInput,
  type DraftInput,
  type SimulateInput,
} from "./simulate-contract.input";
import { SimulateContractPayload, SimulateContractsPayload } from "./simulate-contract.type";

const NOT_KEPT = "Nothing of the drafts is kept.";
/** A year of a contract is computed and settled many times over. */
const COST_OF_SIMULATION = 1_000;
const costOfSimulation = ({ childComplexity }: { readonly childComplexity: number }): number =>
  COST_OF_SIMULATION + childComplexity;

@Resolver()
export class SimulateContractResolver {
  @Mutation(() => SimulateContractPayload, {
    description: `Replays the past of a contract under a draft. ${NOT_KEPT} Needs \`contracts:simulate\`; ours only.`,
    complexity: costOfSimulation,
  })
  simulateContract(
    @Arg("input", () => SimulateContractInput, { description: "Which contract, which days, what draft." })
    { draft, ...input }: SimulateContractInput,
    @Ctx() ctx: ApiContext,
  ) {
    const act = { name: "simulateContract", requires: "contracts:simulate", input: { draft, ...input } } as const;
    requireOurs(ctx);
    return perform(ctx, act, async () => {
      const { contract, found } = await simulate(ctx, input, [draft]);
      return { simulation: simulationView(found[0]!, { clock: contract, now: ctx.now }) };
    });
  }

  @Mutation(() => SimulateContractsPayload, {
    description:
      `Replays the past of a contract under two drafts, side by side; either may be the contract as it stands. ${NOT_KEPT} ` +
      "Needs `contracts:simulate`; ours only.",
    complexity: costOfSimulation,
  })
  simulateContracts(
    @Arg("input", () => SimulateContractsInput, { description: "Which contract, which days, what drafts." })
    { drafts, ...input }: SimulateContractsInput,
    @Ctx() ctx: ApiContext,
  ) {
    const act = { name: "simulateContracts", requires: "contracts:simulate", input: { drafts, ...input } } as const;
    requireOurs(ctx);
    return perform(ctx, act, async () => {
      const { contract, found } = await simulate(ctx, input, drafts);
      const [first, second] = found;
      if (!first || !second)
        throw new BadUserInput("Two drafts are compared.", { path: ["drafts"], remedy: "Name two." });
      const reading = { clock: contract, now: ctx.now };
      const simulations = found.map((one) => simulationView(one, reading));
      return { simulations, ...differencesOf([first, second], reading) };
    });
  }
}

/** Whatever rights were given: a draft is not for the other side of the table. */
function requireOurs({ viewer }: ApiContext): void {
  if (viewer.kind !== "internal") throw new MissingRight("contracts:simulate");
}

async function simulate(
  ctx: ApiContext,
  input: SimulateInput,
  drafts: readonly DraftInput[],
): Promise<{ contract: Contract; found: readonly Simulation[] }> {
  const { viewer, now, requestId, tx } = ctx;
  const context = { actor: `internal ${viewer.id}`, now, requestId, clientIds: [...viewer.clientIds], internal: true };
  const { clientId } = await clientByCode(tx, context, input.client);
  const contract = await contractByCode(tx, clientId, input.contract);
  if (!seesMoneyOf(viewer, { clientId, contractId: contract.id }))
    throw new NotFound("contract", input.contract, ["contract"]);
  const request = {
    ...{ contract, as: { client: input.client, contract: input.contract }, drafts: writtenDrafts(drafts) },
    ...{
      from: input.from ?? null,
      until: input.until ?? null,
      draws: input.draws ?? null,
      seed: input.seed ?? USUAL_SEED,
    },
  };
  const simulations = ctx.service(SimulationService);
  return { contract, found: await withDraftPaths(drafts, () => simulations.simulate(tx, context, request)) };
}
