import type { Band, Guard, Mechanism } from "./clause";
import type { PromisedObjective } from "./promised-objective";
import { writtenAmount, writtenNumber, writtenShare, writtenValue } from "./written-amount.rules";

export interface WritingSetting {
  readonly currency: string;
  readonly kpi: PromisedObjective["kpi"] | null;
}

/** A mechanism as a document says it: `readMechanism` makes the same of it again. */
export function writtenMechanism(mechanism: Mechanism, { currency, kpi }: WritingSetting) {
  const amount = (pays: Parameters<typeof writtenAmount>[0], exact: string) => writtenAmount(pays, exact, currency);
  const value = (exact: string) => writtenValue(exact, kpi, currency);
  switch (mechanism.kind) {
    case "allocation": {
      const { kind, allocation, criticality } = mechanism;
      const critical = criticality === "1" ? null : writtenShare(criticality);
      return { kind, allocation: writtenShare(allocation), criticality: critical };
    }
    case "bands":
      return writtenBands(mechanism, { amount, value });
    case "per_point": {
      const { pays, step, rate } = mechanism;
      return { ...mechanism, step: value(step), rate: amount(pays, rate) };
    }
    case "table": {
      const { pays, knots, beyond } = mechanism;
      const written = knots.map((knot) => ({ at: value(knot.at), pays: amount(pays, knot.pays) }));
      return { ...mechanism, knots: written, beyond: beyond === null ? null : amount(pays, beyond) };
    }
    case "bonus_malus": {
      const { pays, malusBeyond, bonusBeyond, step, malusRate, bonusRate } = mechanism;
      const values = { malusBeyond: value(malusBeyond), bonusBeyond: value(bonusBeyond), step: value(step) };
      return { ...mechanism, ...values, malusRate: amount(pays, malusRate), bonusRate: amount(pays, bonusRate) };
    }
    case "ratchet": {
      const { share, most } = mechanism;
      return { ...mechanism, share: writtenShare(share), most: most && writtenShare(most) };
    }
    default:
      return writtenCounted(mechanism, amount);
  }
}

type Writes = (exact: string) => string;
type WritesAmount = (pays: Parameters<typeof writtenAmount>[0], exact: string) => string | number;

function writtenBands(
  { kind, pays, reading, bands }: Extract<Mechanism, { kind: "bands" }>,
  { amount, value }: { amount: WritesAmount; value: Writes },
) {
  const written = ({ from, pays: paid }: Band) => ({
    ...(from === null ? {} : { from: value(from) }),
    pays: amount(pays, paid),
  });
  return { kind, pays, reading: reading.kind === "continuous" ? null : { ...reading }, bands: bands.map(written) };
}

type Counted = Exclude<Mechanism, { kind: "allocation" | "bands" | "per_point" | "table" | "bonus_malus" | "ratchet" }>;

function writtenCounted(mechanism: Counted, amount: WritesAmount) {
  switch (mechanism.kind) {
    case "points_ladder": {
      const { pays, rungs, perPoint } = mechanism;
      const written = rungs.map((rung) => ({ points: writtenNumber(rung.points), pays: amount(pays, rung.pays) }));
      return { ...mechanism, rungs: written, perPoint: perPoint == null ? null : amount(pays, perPoint) };
    }
    case "default_counter": {
      const { pays } = mechanism;
      return { ...mechanism, pays: pays && { pays: pays.pays, amount: amount(pays.pays, pays.amount) } };
    }
    case "per_event": {
      const { pays, toleratedShare, toleratedCount } = mechanism;
      const count = toleratedCount === null ? null : writtenNumber(toleratedCount);
      const share = toleratedShare === null ? null : writtenShare(toleratedShare);
      return { ...mechanism, amount: amount(pays, mechanism.amount), toleratedShare: share, toleratedCount: count };
    }
    default:
      return { ...mechanism, amount: amount(mechanism.pays, mechanism.amount) };
  }
}

/** A guard as a document says it. */
export function writtenGuard(guard: Guard) {
  if (guard.kind === "binomial") return { kind: guard.kind, alpha: writtenShare(guard.alpha) };
  if (guard.kind !== "critical_z") return guard;
  return { kind: guard.kind, table: guard.table.map(({ fromSample, z }) => ({ fromSample, z: writtenNumber(z) })) };
}
