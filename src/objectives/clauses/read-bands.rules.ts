import { refuseEnds, goodness, shownBound, type BandEnds } from "./band-ends.rules";
import { BandsGap, BandsOverlap } from "../../kpis/bands.errors";
import { Decimal } from "../../shared/decimal";
import { Gathering } from "../../shared/gathering";
import type { Band, BandReading, Clause } from "./clause";
import { InvalidClause } from "./clause.errors";
import type { WrittenMechanism } from "./mechanism.schema";
import { refusePayForWorse } from "./monotone-pay.rules";
import type { PromisedObjective } from "./promised-objective";
import { readAmount, readValue } from "./read-amount.rules";

type Kpi = PromisedObjective["kpi"];

export interface BandSetting {
  readonly currency: string;
  readonly side: Clause["side"];
  readonly kpi: Kpi;
}

/** How bands are told apart. */
interface Scale {
  readonly kpi: Kpi;
  readonly reading: BandReading;
}

/** A band as written, in exact numbers. */
interface Read extends BandEnds {
  readonly pays: string;
}

/**
 * Bands from the worst to the best, touching each other and open at both ends. Written by their worst values alone, or as
 * ranges with `until` (where the better band begins) or `to` (the best value still of the band), which the reading of
 * values has to close (semantics R5).
 * | written                      | reading       | read                   |
 * | –, from 98 %, from 99 %      | continuous    | –98, 98–99, 99–        |
 * | 98.0 %–98.9 %, 99.0 %–       | truncate to 1 | –99, 99– (if with –98) |
 * | 98.0 %–98.9 %, 99.0 %–       | continuous    | refused: a gap         |
 */
export function readBands(written: WrittenMechanism<"bands">, setting: BandSetting): Band[] {
  const { kpi, side } = setting;
  const scale = { kpi, reading: written.reading };
  const read = inOrder(readEach(written, setting), scale);
  const gathering = new Gathering();
  gathering.attemptNow(() => refuseOpenEnds(read, scale));
  for (const [index, band] of read.entries()) {
    gathering.attemptNow(() => refuseTooFine(band, scale));
    const better = read[index + 1];
    if (better) gathering.attemptNow(() => refuseApart(band, better, scale));
  }
  gathering.throwIfAny();
  refusePayForWorse(
    read.map(({ pays, path }) => ({ pays, path: [...path, "pays"] })),
    side,
  );
  return read.map(({ from, pays }, index) => ({
    from: index === 0 ? null : from,
    until: read[index + 1]?.from ?? null,
    pays,
  }));
}

function readEach({ bands, pays }: WrittenMechanism<"bands">, setting: BandSetting): Read[] {
  const gathering = new Gathering();
  const read = bands.map((band, index) => {
    const path = ["bands", String(index)];
    const value = (field: "from" | "until" | "to"): string | null => {
      const text = band[field];
      const at = [...path, field];
      return text === null ? null : (gathering.attemptNow(() => readValue(text, setting.kpi, setting, at)) ?? null);
    };
    const amount = gathering.attemptNow(() => readAmount(pays, band.pays, setting, [...path, "pays"]));
    const ends = { from: value("from"), until: value("until"), to: value("to"), path };
    gathering.attemptNow(() => refuseEnds(ends, setting.kpi));
    return { ...ends, pays: amount! };
  });
  gathering.throwIfAny();
  return read;
}

/** From the worst to the best; refuses two that begin at one place. */
function inOrder(read: readonly Read[], { kpi }: Scale): Read[] {
  const rank = ({ from }: Read): Decimal => (from === null ? new Decimal(-Infinity) : goodness(from, kpi));
  const sorted = [...read].sort((a, b) => rank(a).comparedTo(rank(b)));
  const index = sorted.findIndex((band, at) => at > 0 && rank(band).eq(rank(sorted[at - 1]!)));
  if (index === -1) return sorted;
  const { from, path } = sorted[index]!;
  if (from === null)
    throw new BandsOverlap("worse than all others", {
      path,
      remedy: 'Only the worst band has no "from": write the worst value still of each other band.',
    });
  throw new BandsOverlap(`from ${shownBound(from, kpi)}`, {
    path: [...path, "from"],
    remedy: "Let each band begin at a value of its own.",
  });
}

/** Values worse than the worst band, or better than the best. */
function refuseOpenEnds(read: readonly Read[], { kpi }: Scale): void {
  const gathering = new Gathering();
  const worst = read[0]!;
  if (worst.from !== null && !isUtmost(worst.from, kpi, "worst"))
    gathering.add(
      new BandsGap(`worse than ${shownBound(worst.from, kpi)}`, {
        path: [...worst.path, "from"],
        remedy: 'Leave out "from" of the worst band, or add a band for what is worse.',
      }),
    );
  const best = read.at(-1)!;
  const end = best.until ?? best.to;
  if (end !== null && (best.until !== null || !isUtmost(end, kpi, "best")))
    gathering.add(
      new BandsGap(
        `${best.until === null ? "better than" : "from"} ${shownBound(end, kpi)}${best.until === null ? "" : " on"}`,
        {
          path: [...best.path, best.until === null ? "to" : "until"],
          remedy: "Leave it out of the best band, or add a band for what is better, which may pay 0.",
        },
      ),
    );
  gathering.throwIfAny();
}

/** Whether nothing can be beyond: no share is below 0 % or above 100 %, no time or count below 0. */
function isUtmost(value: string, { unit, direction }: Kpi, end: "worst" | "best"): boolean {
  const isLow = (direction === "minimise") === (end === "best");
  if (!isLow) return unit === "share" && new Decimal(value).eq(1);
  return unit !== "percent" && unit !== "points" && new Decimal(value).isZero();
}

/** A gap between two neighbours, or values that both claim. */
function refuseApart(worse: Read, better: Read, { kpi, reading }: Scale): void {
  const end = worse.until ?? worse.to;
  if (end === null) return;
  const apart = goodness(better.from!, kpi).minus(goodness(end, kpi));
  const allowed = worse.until === null ? stepOf(kpi, reading) : new Decimal(0);
  const path = [...worse.path, worse.until === null ? "to" : "until"];
  if (apart.isNegative())
    throw new BandsOverlap(`between ${shownBound(better.from!, kpi)} and ${shownBound(end, kpi)}`, {
      path,
      remedy: "Let the band end where the better one begins, or leave its end out.",
    });
  if (apart.gt(allowed))
    throw new BandsGap(`between ${shownBound(end, kpi)} and ${shownBound(better.from!, kpi)}`, {
      path,
      remedy: gapRemedy(reading),
    });
}

const gapRemedy = ({ kind }: BandReading): string =>
  kind === "continuous"
    ? "Let the bands touch, or say how values are read before they are looked up: reading { kind: truncate, decimals: 1 } or half_up."
    : "Let the bands be one step of the reading apart, or leave the end of the worse one out.";

/** What two neighbouring values are apart as they are read; nothing where they are read as they are. */
const stepOf = (kpi: Kpi, { kind, decimals }: BandReading): Decimal =>
  kind === "continuous" ? new Decimal(0) : new Decimal(1).div(stepsPerUnit(kpi, decimals ?? 0));

const stepsPerUnit = ({ unit }: Kpi, decimals: number): Decimal =>
  new Decimal(10).pow(decimals).times(unit === "share" || unit === "percent" ? 100 : 1);

function refuseTooFine({ from, path }: Read, { kpi, reading }: Scale): void {
  if (from === null || reading.kind === "continuous") return;
  if (
    stepsPerUnit(kpi, reading.decimals ?? 0)
      .times(from)
      .isInteger()
  )
    return;
  throw new InvalidClause(`The bound ${shownBound(from, kpi)} has more decimals than values are read to.`, {
    path: [...path, "from"],
    remedy: `Values are read to ${reading.decimals} decimals: write the bound with as many, or read more.`,
  });
}
