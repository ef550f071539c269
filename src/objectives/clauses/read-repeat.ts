import { Decimal } from "../../shared/decimal";
import { Gathering } from "../../shared/gathering";
import type { Repeat } from "./clause";
import { InvalidClause } from "./clause.errors";
import type { WrittenClause } from "./clause.schema";
import { readNumber } from "./read-amount.rules";

type WrittenRepeat = NonNullable<WrittenClause["repeat"]>;

/** What failing again costs, in one of its two forms; paths begin inside it. */
export function readRepeat({ multiplier, within, inARow }: WrittenRepeat): Repeat {
  if (inARow === null) return readMultiplier(multiplier, within);
  const other = multiplier !== null ? "multiplier" : within !== null ? "within" : null;
  if (other === null) return { inARow: readInARow(inARow) };
  throw new InvalidClause(`"${other}" and "inARow" are two ways to say what failing again costs.`, {
    path: [other],
    remedy: "Write inARow alone, or multiplier with within.",
  });
}

function readMultiplier(multiplier: string | null, within: number | null): Repeat {
  if (multiplier === null)
    throw new InvalidClause("By what failing again multiplies is not said.", {
      path: ["multiplier"],
      remedy: "Write multiplier: 2, or inARow: [1, 2, 3] for the first, second and third failure in a row.",
    });
  return { multiplier: readFactor(multiplier, ["multiplier"]), within: within ?? 1 };
}

function readInARow(inARow: readonly string[]): string[] {
  const gathering = new Gathering();
  const factors = inARow.map((one, index) => gathering.attemptNow(() => readFactor(one, ["inARow", String(index)])));
  gathering.throwIfAny();
  const index = factors.findIndex((one, at) => at > 0 && new Decimal(one!).lt(factors[at - 1]!));
  if (index === -1) return factors.map((one) => one!);
  throw new InvalidClause(`Failure ${index + 1} in a row would cost less than failure ${index}.`, {
    path: ["inARow", String(index)],
    remedy: `Write ${factors[index - 1]} or more.`,
  });
}

function readFactor(written: string, path: readonly string[]): string {
  const factor = readNumber(written, path);
  if (new Decimal(factor).gte(1)) return factor;
  throw new InvalidClause(`Failing again would cost ${written} of what it costs the first time.`, {
    path,
    remedy: "Write 1 or more: 2 doubles.",
  });
}
