import { compare, rational, type Rational } from "../../shared/rational";

export const GRADES = ["A", "B", "C", "D", "E"] as const;
export type GradeName = (typeof GRADES)[number];

export interface Grade {
  readonly name: GradeName;
  /** Why it is no better one. */
  readonly why: string;
}

interface Graded {
  readonly met: Rational | null;
  readonly atMinimum: Rational | null;
  readonly notices: number;
}

/** What each grade takes, best first: shares of weighted results that met their targets and reached their minimum. */
export const BOUNDS: readonly { readonly name: GradeName; readonly met: string; readonly atMinimum: string }[] = [
  { name: "A", met: "0.95", atMinimum: "1" },
  { name: "B", met: "0.9", atMinimum: "0.98" },
  { name: "C", met: "0.8", atMinimum: "0.95" },
  { name: "D", met: "0.65", atMinimum: "0.9" },
];

/**
 * The best grade whose bounds are all reached; equal is reached. With a default, or a ground for termination, in the
 * periods no better than D. Null: nothing was judged.
 * | met    | at minimum | defaults | grade |
 * | 96 %   | 100 %      | 0        | A     |
 * | 96 %   |  99 %      | 0        | B     |
 * | 96 %   | 100 %      | 1        | D     |
 * | 60 %   | 100 %      | 0        | E     |
 */
export function gradeOf({ met, atMinimum, notices }: Graded): Grade | null {
  if (met === null || atMinimum === null) return null;
  const at = BOUNDS.findIndex((one) => reaches(met, one.met) && reaches(atMinimum, one.atMinimum));
  const byShares: GradeName = BOUNDS[at]?.name ?? "E";
  if (notices > 0 && byShares < "D")
    return { name: "D", why: `By its results it is ${byShares}; with a default in these periods it is D at best.` };
  const better = at < 0 ? BOUNDS.at(-1)! : BOUNDS[at - 1];
  return { name: byShares, why: better ? whyNot(better, met) : "Every bound is reached." };
}

const reaches = (value: Rational, bound: string): boolean => compare(value, rational(bound)) >= 0;

function whyNot({ name, met, atMinimum }: (typeof BOUNDS)[number], value: Rational): string {
  const [what, bound] = reaches(value, met) ? ["at their minimum", atMinimum] : ["met", met];
  return `For ${name} ${percent(bound)} of weighted results must be ${what}.`;
}

const percent = (share: string): string => `${Number(share) * 100} %`;
