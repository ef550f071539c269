/**
 * What a formula says, as a tree. `position`: the first character in the text, counted from 1.
 *
 * A closing looks at the flows of a level (backlog, headcount) rather than at the period's own sum:
 *  | closing  | value over the period [from, until)                                                   |
 *  | at_end   | the sum of all days before `until`: the level when the period ends                    |
 *  | at_start | the sum of all days before `from`: the level when it begins                           |
 *  | day_sum  | the level at the end of each day of the period, added up; ÷ `days` is the mean level  |
 */
export type Expression =
  | { readonly kind: "number"; readonly value: string; readonly position: number }
  | { readonly kind: "measure"; readonly code: string; readonly position: number }
  | { readonly kind: "closing"; readonly closing: Closing; readonly of: Expression; readonly position: number }
  /** How many days the period has. */
  | { readonly kind: "days"; readonly position: number }
  | { readonly kind: "negation"; readonly of: Expression; readonly position: number }
  | {
      readonly kind: "operation";
      readonly operator: "+" | "-" | "*" | "/";
      readonly left: Expression;
      readonly right: Expression;
      readonly position: number;
    };

export const CLOSINGS = ["at_end", "at_start", "day_sum"] as const;
export type Closing = (typeof CLOSINGS)[number];
