import { Decimal } from "../../shared/decimal";
import { Gathering } from "../../shared/gathering";
import type { Clause, Mechanism } from "./clause";
import { InvalidClause } from "./clause.errors";
import type { WrittenMechanism } from "./mechanism.schema";
import { refusePayForWorse, type PaidAt } from "./monotone-pay.rules";
import type { PromisedObjective } from "./promised-objective";
import { readAmount, readStep, readValue } from "./read-amount.rules";

interface Setting {
  readonly currency: string;
  readonly side: Clause["side"];
  readonly kpi: PromisedObjective["kpi"];
}

/** Knots from the worst value to the best. */
export function readTable(written: WrittenMechanism<"table">, setting: Setting): Mechanism {
  const { kpi, side } = setting;
  const gathering = new Gathering();
  const read = written.knots.map(({ at, pays }, index) => {
    const path = ["knots", String(index)];
    const value = gathering.attemptNow(() => readValue(at, kpi, setting, [...path, "at"]));
    const amount = gathering.attemptNow(() => readAmount(written.pays, pays, setting, [...path, "pays"]));
    return { at: value!, pays: amount!, path };
  });
  const { beyond } = written;
  const worst =
    beyond === null ? null : gathering.attemptNow(() => readAmount(written.pays, beyond, setting, ["beyond"]));
  gathering.throwIfAny();
  const sign = kpi.direction === "minimise" ? -1 : 1;
  const knots = read.toSorted((a, b) => sign * new Decimal(a.at).comparedTo(b.at));
  refuseTwice(knots);
  const ends: PaidAt[] = worst == null ? [] : [{ pays: worst, path: ["beyond"] }];
  refusePayForWorse([...ends, ...knots.map(({ pays, path }) => ({ pays, path: [...path, "pays"] }))], side);
  return { ...written, knots: knots.map(({ at, pays }) => ({ at, pays })), beyond: worst! };
}

function refuseTwice(knots: readonly { at: string; path: readonly string[] }[]): void {
  const twice = knots.find(({ at }, index) => index > 0 && new Decimal(at).eq(knots[index - 1]!.at));
  if (twice)
    throw new InvalidClause("Two knots are at the same value.", {
      path: [...twice.path, "at"],
      remedy: "Keep one of the two.",
    });
}

export function readPerPoint(written: WrittenMechanism<"per_point">, setting: Setting): Mechanism {
  const gathering = new Gathering();
  const step = gathering.attemptNow(() => readStep(written.step, setting.kpi, setting, ["step"]));
  const rate = gathering.attemptNow(() => readAmount(written.pays, written.rate, setting, ["rate"]));
  gathering.throwIfAny();
  return { ...written, step: step!, rate: rate! };
}

/** Both bounds, the malus on the worse side. */
export function readBonusMalus(written: WrittenMechanism<"bonus_malus">, setting: Setting): Mechanism {
  const { kpi } = setting;
  const gathering = new Gathering();
  const value = (field: "malusBeyond" | "bonusBeyond") =>
    gathering.attemptNow(() => readValue(written[field], kpi, setting, [field]));
  const rate = (field: "malusRate" | "bonusRate") =>
    gathering.attemptNow(() => readAmount(written.pays, written[field], setting, [field]));
  const [malusBeyond, bonusBeyond] = [value("malusBeyond"), value("bonusBeyond")];
  const [malusRate, bonusRate] = [rate("malusRate"), rate("bonusRate")];
  const step = gathering.attemptNow(() => readStep(written.step, kpi, setting, ["step"]));
  gathering.throwIfAny();
  const rise = new Decimal(bonusBeyond!).comparedTo(malusBeyond!);
  if (kpi.direction === "minimise" ? rise > 0 : rise < 0)
    throw new InvalidClause(
      `The bonus begins at ${written.bonusBeyond}, which is worse than ${written.malusBeyond}, where the malus ends.`,
      {
        path: ["bonusBeyond"],
        remedy: `${kpi.code} is to be ${kpi.direction}d: change the two about.`,
      },
    );
  const exact = { malusBeyond: malusBeyond!, bonusBeyond: bonusBeyond!, malusRate: malusRate!, bonusRate: bonusRate! };
  return { ...written, ...exact, step: step! };
}
