import type { KpiInUse } from "../kpis/kpi-definition";
import { formulaOf } from "../kpis/kpi-formula.rules";
import type { Day } from "../shared/day";
import type { ContractDefinitions } from "./definitions.queries";
import type { Subject } from "./subject.rules";
import { objectivesInForce, type ObjectiveInForce } from "./target-choice.rules";

/**
 * Whether a figure of a subject can be added up at all: money of contracts in different currencies cannot. Figures
 * without money can.
 */
export function countsInOneCurrency({ scope }: Subject, definitions: ContractDefinitions, kpi: KpiInUse): boolean {
  if (scope !== "all") return true;
  const { contract, elsewhere } = definitions;
  const isOneCurrency = elsewhere.every((one) => one.contract.currency === contract.currency);
  return isOneCurrency || formulaOf(kpi).measures.every(({ measure }) => measure.unit !== "money");
}

/** What one contract promised is no target for all contracts of a client together. */
export const objectivesFor = ({ scope }: Subject, definitions: ContractDefinitions, on: Day): ObjectiveInForce[] =>
  scope === "all" && definitions.elsewhere.length > 0
    ? []
    : objectivesInForce(definitions.objectives, definitions.objectiveVersions, on);
