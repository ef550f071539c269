import type { Parameters } from "./kpi-definition";
import type { MeasureInUse } from "./measure-definition";

type Predicate = (fact: unknown, parameters: Parameters) => boolean;
type Amount = (fact: unknown, parameters: Parameters) => number;

/** Whether a measure counts a fact of its stream. Each stream knows the shape of its own facts; here they are passed on. */
export const countsFact = ({ measure, parameters }: MeasureInUse, fact: unknown): boolean =>
  (measure.counts as Predicate)(fact, parameters);

/** What a fact that a measure counts adds to it. */
export const amountOfFact = ({ measure, parameters }: MeasureInUse, fact: unknown): number =>
  (measure.amount as Amount)(fact, parameters);

/** What any fact of its stream adds to a measure: nothing where it does not count. */
export const addsOfFact = (use: MeasureInUse, fact: unknown): number =>
  countsFact(use, fact) ? amountOfFact(use, fact) : 0;
