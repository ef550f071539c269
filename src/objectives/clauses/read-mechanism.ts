import { Gathering } from "../../shared/gathering";
import { parseInput } from "../../shared/input";
import { nearest } from "../../shared/nearest";
import { Decimal } from "../../shared/decimal";
import type { Clause, Mechanism, MechanismKind } from "./clause";
import { InvalidClause } from "./clause.errors";
import type { RawKind } from "./clause.schema";
import { MECHANISM_SCHEMAS, type WrittenMechanism } from "./mechanism.schema";
import { refusePayForWorse } from "./monotone-pay.rules";
import type { PromisedObjective } from "./promised-objective";
import { readAmount, readNumber, readShare } from "./read-amount.rules";
import { readBands } from "./read-bands.rules";
import { readBonusMalus, readPerPoint, readTable } from "./read-value-mechanisms.rules";

export interface MechanismSetting {
  /** Of the contract. */
  readonly currency: string;
  readonly side: Clause["side"];
  /** What values are written in; null: the clause is about no objective. */
  readonly kpi: PromisedObjective["kpi"] | null;
}

/** A mechanism as written, in exact numbers; paths begin inside it. */
export function readMechanism(raw: RawKind, setting: MechanismSetting): Mechanism {
  const written = parseInput(mechanismSchema(raw["kind"]), raw) as WrittenMechanism;
  switch (written.kind) {
    case "bands":
    case "table":
    case "per_point":
    case "bonus_malus":
      return readByValue(written, setting);
    case "allocation":
    case "fixed":
    case "per_event":
    case "escalating":
    case "erroneous_reporting":
      return readPlain(written, setting);
    case "points_ladder":
      return readLadder(written, setting);
    case "default_counter":
      return readCounter(written, setting);
    case "ratchet":
      return readRatchet(written);
  }
}

function mechanismSchema(kind: unknown) {
  if (typeof kind === "string" && Object.hasOwn(MECHANISM_SCHEMAS, kind))
    return MECHANISM_SCHEMAS[kind as MechanismKind];
  const known = Object.keys(MECHANISM_SCHEMAS);
  const meant = typeof kind === "string" ? nearest(kind, known) : null;
  const message = kind === undefined ? "The mechanism says no kind." : `There is no mechanism "${String(kind)}".`;
  const remedy = meant ? `Did you mean "${meant}"?` : `Write one of ${known.join(", ")}.`;
  throw new InvalidClause(message, { path: ["kind"], remedy });
}

type ByValue = "bands" | "table" | "per_point" | "bonus_malus";

function readByValue(written: WrittenMechanism<ByValue>, setting: MechanismSetting): Mechanism {
  const { kpi, currency, side } = setting;
  if (!kpi)
    throw new InvalidClause(`"${written.kind}" looks at a value, and the clause names no objective.`, {
      path: ["kind"],
      remedy: "Name the objectives of the clause.",
    });
  switch (written.kind) {
    case "bands": {
      const { kind, pays, reading } = written;
      return { kind, pays, reading, bands: readBands(written, { kpi, currency, side }) };
    }
    case "table":
      return readTable(written, { kpi, currency, side });
    case "per_point":
      return readPerPoint(written, { kpi, currency, side });
    case "bonus_malus":
      return readBonusMalus(written, { kpi, currency, side });
  }
}

type Plain = "allocation" | "fixed" | "per_event" | "escalating" | "erroneous_reporting";

function readPlain(written: WrittenMechanism<Plain>, setting: MechanismSetting): Mechanism {
  if (written.kind === "allocation") return readAllocation(written);
  const gathering = new Gathering();
  const amount = gathering.attemptNow(() => readAmount(written.pays, written.amount, setting, ["amount"]));
  if (written.kind === "per_event") gathering.attemptNow(() => refuseTwoTolerances(written));
  const toleratedShare =
    written.kind === "per_event" && written.toleratedShare !== null
      ? gathering.attemptNow(() => readShare(written.toleratedShare!, ["toleratedShare"]))
      : null;
  gathering.throwIfAny();
  if (written.kind !== "per_event") return { ...written, amount: amount! };
  const { toleratedCount } = written;
  return {
    ...written,
    amount: amount!,
    toleratedShare: toleratedShare!,
    toleratedCount: toleratedCount?.toString() ?? null,
  };
}

function refuseTwoTolerances({ toleratedShare, toleratedCount }: WrittenMechanism<"per_event">): void {
  if (toleratedShare === null || toleratedCount === null) return;
  throw new InvalidClause("Two tolerances are written.", {
    path: ["toleratedCount"],
    remedy: "Write toleratedShare, a share of all events, or toleratedCount, a number of them.",
  });
}

function readAllocation({ kind, allocation, criticality }: WrittenMechanism<"allocation">): Mechanism {
  const gathering = new Gathering();
  const share = gathering.attemptNow(() => readShare(allocation, ["allocation"], null));
  const critical = gathering.attemptNow(() => readShare(criticality, ["criticality"]));
  gathering.throwIfAny();
  return { kind, allocation: share!, criticality: critical! };
}

function readLadder(written: WrittenMechanism<"points_ladder">, setting: MechanismSetting): Mechanism {
  const gathering = new Gathering();
  const rungs = written.rungs.map(({ points, pays }, index) => {
    const path = ["rungs", String(index)];
    const from = gathering.attemptNow(() => readNumber(points, [...path, "points"]));
    const amount = gathering.attemptNow(() => readAmount(written.pays, pays, setting, [...path, "pays"]));
    return { points: from!, pays: amount!, path };
  });
  const { perPoint } = written;
  const each = perPoint && gathering.attemptNow(() => readAmount(written.pays, perPoint, setting, ["perPoint"]));
  gathering.throwIfAny();
  const worstFirst = rungs.toSorted((a, b) => new Decimal(b.points).comparedTo(a.points));
  const twice = worstFirst.find(({ points }, at) => at > 0 && new Decimal(points).eq(worstFirst[at - 1]!.points));
  if (twice)
    throw new InvalidClause(`Two rungs begin at ${twice.points} points.`, {
      path: [...twice.path, "points"],
      remedy: "Keep one of the two.",
    });
  refusePayForWorse(
    worstFirst.map(({ pays, path }) => ({ pays, path: [...path, "pays"] })),
    "credit",
  );
  const upwards = worstFirst.toReversed().map(({ points, pays }) => ({ points, pays }));
  return { ...written, rungs: upwards, perPoint: each! };
}

function readCounter(written: WrittenMechanism<"default_counter">, setting: MechanismSetting): Mechanism {
  const { pays, failures, within } = written;
  const gathering = new Gathering();
  const amount = pays && gathering.attemptNow(() => readAmount(pays.pays, pays.amount, setting, ["pays", "amount"]));
  if (failures > within)
    gathering.add(
      new InvalidClause(`${failures} failures within ${within} periods can never happen.`, {
        path: ["failures"],
        remedy: `Write at most ${within} failures, or a longer window.`,
      }),
    );
  gathering.throwIfAny();
  return { ...written, pays: pays && { pays: pays.pays, amount: amount! } };
}

function readRatchet({ kind, periods, share, most }: WrittenMechanism<"ratchet">): Mechanism {
  const gathering = new Gathering();
  const part = gathering.attemptNow(() => readShare(share, ["share"]));
  const limit = most === null ? null : gathering.attemptNow(() => readShare(most, ["most"]));
  gathering.throwIfAny();
  return { kind, periods, share: part!, most: limit! };
}
