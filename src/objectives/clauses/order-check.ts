import { DomainError } from "../../shared/errors";
import { STAGES, type Stage } from "./clause";
import { InvalidOrder } from "./clause.errors";

/** Steps whose order among themselves is the contract's to choose. */
const CHOICES: readonly (readonly Stage[])[] = [
  ["repeat", "floor", "objective_cap"],
  ["pool_cap", "earn_back"],
];

/** Why each step cannot come before the ones it needs. */
const NEEDS: Readonly<Record<Stage, string>> = {
  exclusions: "what does not count has to be known",
  value: "the value has to be known",
  minimum_sample: "it has to be known whether there were facts enough",
  outcome: "it has to be known whether the objective was met",
  guards: "it has to be known whether a guard lets the clause apply",
  single_incident: "it has to be known which credit of an incident stands",
  amount: "an amount has to be known",
  repeat: "the amount of the objective has to be whole",
  floor: "the amount of the objective has to be whole",
  objective_cap: "the amount of the objective has to be whole",
  pool_cap: "what the period owes has to be known",
  earn_back: "what is held back has to be known",
  line: "lines come last",
};

/** Rank in the evaluation; steps that may be swapped share one. */
const rankOf = (stage: Stage): number => {
  const group = CHOICES.find((one) => one.includes(stage));
  return STAGES.indexOf(group ? group[0]! : stage);
};

/**
 * An order names every step once, and none before what it needs. Chosen freely is the order of repeat, floor and
 * objective_cap among themselves, and of pool_cap and earn_back.
 */
export function orderTroubles(order: readonly Stage[]): DomainError[] {
  const missing = STAGES.filter((stage) => !order.includes(stage));
  if (missing.length > 0)
    return [
      new InvalidOrder(`The order leaves out ${missing.join(", ")}.`, {
        path: ["order"],
        remedy: `Name every step once: ${STAGES.join(", ")}. Or leave the order out.`,
      }),
    ];
  return order.flatMap((stage, index) => {
    const path = ["order", String(index)];
    if (order.indexOf(stage) < index)
      return [new InvalidOrder(`"${stage}" is named twice.`, { path, remedy: "Name every step once." })];
    const needed = order.slice(index + 1).find((later) => rankOf(later) < rankOf(stage));
    if (!needed) return [];
    const remedy = `Put "${stage}" behind "${needed}". Free is the order of repeat, floor and objective_cap, and of pool_cap and earn_back.`;
    return [new InvalidOrder(`"${stage}" comes before "${needed}", but first ${NEEDS[needed]}.`, { path, remedy })];
  });
}
