import type { Closing } from "./expression";
import type { MeasureInUse } from "./measure-definition";

/** A formula whose measures are known, each with the parameters it needs and no others. */
export type BoundExpression =
  | { readonly kind: "number"; readonly value: string; readonly position: number }
  | BoundMeasure
  | {
      readonly kind: "closing";
      readonly closing: Closing;
      readonly of: BoundExpression;
      readonly position: number;
    }
  /** How many days the period has. */
  | { readonly kind: "days"; readonly position: number }
  | { readonly kind: "negation"; readonly of: BoundExpression; readonly position: number }
  | {
      readonly kind: "operation";
      readonly operator: "+" | "-" | "*" | "/";
      readonly left: BoundExpression;
      readonly right: BoundExpression;
      readonly position: number;
    };

export interface BoundMeasure extends MeasureInUse {
  readonly kind: "measure";
  readonly position: number;
}
