import { BandsGap, BandsOverlap } from "../../kpis/bands.errors";
import type { KpiUnit } from "../../kpis/kpi-definition";
import { Decimal } from "../../shared/decimal";
import { Gathering } from "../../shared/gathering";
import type { LevelRounding } from "../scoring-scheme";
import { stepsPerUnit } from "./levels.rules";
import { InvalidScheme } from "./scheme.errors";

interface Bound {
  /** As it was written. */
  readonly text: string;
  readonly value: string;
}

/** A level as written: the worst and the best value still of it. Overlaps go to the lower order. */
export interface Band {
  readonly from: Bound | null;
  readonly to: Bound | null;
  readonly order: number | null;
}

interface Scale {
  readonly rounding: LevelRounding;
  /** Whether higher values are better. */
  readonly isRising: boolean;
  readonly unit: KpiUnit;
}

/**
 * The worst value still of each level, from bands written from worst to best. Bands may be written by their worst value
 * alone, or as ranges: what lies between two ranges must be closed by the rounding (semantics R5), what both claim goes
 * to the lower order (R4), and a bound that both name belongs to the better.
 * | bands (to be maximised)               | rounding      | bounds           |
 * | –98.9, 99.0–                          | truncate to 1 | none, 99.0       |
 * | –98.9, 99.0–                          | continuous    | refused: a gap   |
 * | –99, 99–                              | continuous    | none, 99         |
 * | –99 (order 1), 98– (order 2)          | continuous    | none, 99         |
 */
export function closedBounds(bands: readonly Band[], scale: Scale): (string | null)[] {
  const gathering = new Gathering();
  gathering.attemptNow(() => refuseOpenEnds(bands, scale));
  const bounds = bands.map(
    (band, index) => gathering.attemptNow(() => boundOf(band, bands[index - 1], index, scale)) ?? null,
  );
  gathering.throwIfAny();
  refuseDisorder(bounds, bands, scale);
  return bounds;
}

/** Values worse than the worst level, or better than the best. */
function refuseOpenEnds(bands: readonly Band[], scale: Scale): void {
  const { from } = bands[0]!;
  if (from)
    throw new BandsGap(`worse than ${from.text}`, {
      path: ["levels", "0", "from"],
      remedy: 'Leave out "from" of the worst level, or put a level before it for what is out of range.',
    });
  const { to } = bands.at(-1)!;
  if (!to || isUtmost(to.value, scale)) return;
  throw new BandsGap(`better than ${to.text}`, {
    path: ["levels", String(bands.length - 1), "to"],
    remedy: 'Leave out "to" of the best level: whatever is better belongs to it.',
  });
}

function isUtmost(value: string, { isRising, unit }: Scale): boolean {
  if (isRising) return unit === "share" && new Decimal(value).eq(1);
  return unit !== "percent" && unit !== "points" && new Decimal(value).isZero();
}

function boundOf(band: Band, worse: Band | undefined, index: number, scale: Scale): string | null {
  const path = ["levels", String(index), "from"];
  if (!worse) return null;
  if (!band.from)
    throw new InvalidScheme(`Level ${index + 1} does not say where it begins.`, {
      path,
      remedy: 'Write "from", the worst value still of the level. Only the worst level has none.',
    });
  refuseTurned(band, index, scale);
  refuseTooFine(band.from, path, scale);
  return worse.to ? metBetween(worse as Ended, band as Begun, path, scale) : band.from.value;
}

type Ended = Band & { readonly to: Bound };
type Begun = Band & { readonly from: Bound };

function metBetween(worse: Ended, better: Begun, path: readonly string[], scale: Scale): string {
  const sign = scale.isRising ? 1 : -1;
  const step = smallestStep(scale);
  const apart = new Decimal(better.from.value).minus(worse.to.value).times(sign);
  if (apart.gt(step))
    throw new BandsGap(`between ${worse.to.text} and ${better.from.text}`, { path, remedy: gapRemedy(scale.rounding) });
  if (apart.gte(0) || winsOver(better, worse, path)) return better.from.value;
  return new Decimal(worse.to.value).plus(step.times(sign)).toString();
}

/** Whether the better level has the values that both claim. */
function winsOver(better: Begun, worse: Ended, path: readonly string[]): boolean {
  if (better.order !== null && worse.order !== null && better.order !== worse.order) return better.order < worse.order;
  throw new BandsOverlap(`between ${better.from.text} and ${worse.to.text}`, {
    path,
    remedy: 'Give both levels an "order": the lower number has what both claim. Or let one end where the other begins.',
  });
}

/** What two neighbouring values are apart after rounding; nothing where values are not rounded. */
const smallestStep = ({ rounding, unit }: Scale): Decimal =>
  rounding.kind === "continuous" ? new Decimal(0) : new Decimal(1).div(stepsPerUnit(rounding.decimals, unit));

const gapRemedy = ({ kind }: LevelRounding): string =>
  kind === "continuous"
    ? 'Leave "to" out, or say how values are rounded before they are looked up: rounding { kind: truncate, decimals: 1 } or half_up.'
    : 'Leave "to" out, or let the levels be one step of the rounding apart.';

function refuseTurned({ from, to }: Band, index: number, { isRising }: Scale): void {
  const rise = from && to ? new Decimal(to.value).comparedTo(from.value) : 0;
  if (rise === 0 || rise > 0 === isRising) return;
  throw new InvalidScheme(`The level from ${from!.text} ends at ${to!.text}, which is worse.`, {
    path: ["levels", String(index), "to"],
    remedy: '"from" is the worst value still of the level, "to" the best: change the two about.',
  });
}

function refuseTooFine({ text, value }: Bound, path: readonly string[], { rounding, unit }: Scale): void {
  if (rounding.kind === "continuous" || stepsPerUnit(rounding.decimals, unit).times(value).isInteger()) return;
  throw new InvalidScheme(`The bound ${text} has more decimals than values have after rounding.`, {
    path,
    remedy: `Values are rounded to ${rounding.decimals} decimals: write the bound with as many, or round to more.`,
  });
}

function refuseDisorder(bounds: readonly (string | null)[], bands: readonly Band[], { isRising }: Scale): void {
  const rise = isRising ? 1 : -1;
  const index = bounds.findIndex((bound, at) => {
    const worse = bounds[at - 1] ?? null;
    return bound !== null && worse !== null && new Decimal(bound).comparedTo(worse) !== rise;
  });
  if (index === -1) return;
  const [worse, better] = [bands[index - 1]!.from!.text, bands[index]!.from!.text];
  throw new InvalidScheme(`The level from ${better} leaves nothing to the level from ${worse}.`, {
    path: ["levels", String(index), "from"],
    remedy: `Write the levels from the worst to the best, ${isRising ? "from low to high" : "from high to low"} values.`,
  });
}
