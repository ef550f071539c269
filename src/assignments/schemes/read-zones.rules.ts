import { BandsGap, BandsOverlap } from "../../kpis/bands.errors";
import { Decimal } from "../../shared/decimal";
import { Gathering } from "../../shared/gathering";
import type { Zone, ZoneScheme } from "../scoring-scheme";
import { refuseFalling, type Step } from "./monotone.rules";
import { readAll, type SchemeKpi } from "./scheme-kpi.rules";
import { InvalidScheme } from "./scheme.errors";
import type { WrittenScheme } from "./scheme.schema";

type Written = WrittenScheme<"zones">;

/** Zones from low to high values, each beginning where the one before ends. */
export function readZones(written: Written, kpi: SchemeKpi): ZoneScheme {
  const zones = exactZones(written, kpi);
  const gathering = new Gathering();
  for (const [index, zone] of zones.entries()) gathering.attemptNow(() => refuseApart(zones, zone, index, written));
  gathering.throwIfAny();
  const { below, above } = written;
  refuseFalling(stepsOf({ below, zones, above }), kpi);
  return { kind: "zones", below, zones, above };
}

function exactZones(written: Written, kpi: SchemeKpi): Zone[] {
  const bounds = readAll(
    kpi,
    written.zones.flatMap(({ from, until }, index) => [
      [from, ["zones", String(index), "from"]] as const,
      [until, ["zones", String(index), "until"]] as const,
    ]),
  );
  return written.zones.map(({ pointsFrom, pointsUntil }, index) => ({
    from: bounds[2 * index]!,
    until: bounds[2 * index + 1]!,
    pointsFrom,
    pointsUntil: pointsUntil ?? pointsFrom,
  }));
}

function refuseApart(zones: readonly Zone[], zone: Zone, index: number, { zones: written }: Written): void {
  const { from, until } = written[index]!;
  const path = ["zones", String(index)];
  if (new Decimal(zone.until).lte(zone.from))
    throw new InvalidScheme(`The zone from ${from} ends at ${until}, which is not higher.`, {
      path: [...path, "until"],
      remedy: "Write zones from low to high values, whichever way is better.",
    });
  const before = zones[index - 1];
  const apart = before ? new Decimal(zone.from).comparedTo(before.until) : 0;
  if (apart === 0) return;
  const ended = written[index - 1]!.until;
  const Problem = apart > 0 ? BandsGap : BandsOverlap;
  throw new Problem(apart > 0 ? `between ${ended} and ${from}` : `between ${from} and ${ended}`, {
    path: [...path, "from"],
    remedy: "Let each zone begin where the one before ends: the bound belongs to the better of the two.",
  });
}

function stepsOf({ below, zones, above }: Omit<ZoneScheme, "kind">): Step[] {
  const inside = zones.flatMap(({ pointsFrom, pointsUntil }, index) => [
    { score: pointsFrom, path: ["zones", String(index), "pointsFrom"] },
    { score: pointsUntil, path: ["zones", String(index), "pointsUntil"] },
  ]);
  return [{ score: below, path: ["below"] }, ...inside, { score: above, path: ["above"] }];
}
