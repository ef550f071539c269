import type { PlainCall, PlainForecast, PlainHeadcount, PlainVolume, PlainWork } from "./plain-workforce.facts";

export type Random = () => number;

/** Where and when random facts may fall. */
export interface WorkforceGround {
  readonly services: readonly { readonly code: string; readonly zone: string; readonly channels: readonly string[] }[];
  readonly people: readonly string[];
  readonly instants: readonly number[];
  readonly days: readonly string[];
}

export const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
const maybe = <T>(random: Random, chance: number, value: () => T): T | null => (random() < chance ? value() : null);
const upTo = (random: Random, most: number): number => Math.floor(random() * (most + 1));
const MINUTE = 60_000;

function placed(random: Random, ground: WorkforceGround, id: string) {
  const { code, zone, channels } = pick(random, ground.services);
  return { id, service: code, zone, channel: pick(random, ["", "", ...channels]) };
}

function timed(random: Random, ground: WorkforceGround, [id, minutes]: readonly [string, readonly number[]]) {
  const start = pick(random, ground.instants) + 15 * MINUTE * upTo(random, 3);
  return { ...placed(random, ground, id), start, end: start + pick(random, minutes) * MINUTE };
}

/** Never more than the clock allows; all else may be, or be unknown. */
export function aRandomWork(random: Random, ground: WorkforceGround, id: string): PlainWork {
  const when = timed(random, ground, [id, [1, 15, 60, 481, 1_440]]);
  const end = when.end + pick(random, [0, 0, 1, 999, -30_000]);
  const lasts = Math.floor((end - when.start) / 1_000);
  const handling = maybe(random, 0.8, () => upTo(random, Math.floor(lasts / 2)));
  const available = maybe(random, 0.8, () => upTo(random, Math.floor(lasts / 3)));
  const logged = maybe(random, 0.7, () => Math.max(available ?? 0, upTo(random, lasts)));
  const scheduled = maybe(random, 0.7, () => upTo(random, 2 * lasts));
  const part = (): number | null => maybe(random, 0.8, () => upTo(random, Math.min(lasts, scheduled ?? lasts)));
  const aux = maybe(random, 0.6, () => [
    { state: "break", seconds: upTo(random, Math.floor(lasts / 20)), paid: random() < 0.5, productive: false },
    { state: 'training, "new"', seconds: upTo(random, Math.floor(lasts / 20)), paid: true, productive: random() < 0.5 },
  ]);
  return {
    ...{ ...when, end, handling, available, logged, scheduled, aux, adherent: part(), attended: part() },
    paid: maybe(random, 0.8, () => Math.floor(lasts / 5) + upTo(random, 2 * lasts)),
    contacts: maybe(random, 0.5, () => upTo(random, 3 * lasts)),
  };
}

export function aRandomForecast(random: Random, ground: WorkforceGround, id: string): PlainForecast {
  const volume = maybe(random, 0.85, () => pick(random, [0, 100, 300, 250, 1, 1_000]));
  return {
    ...timed(random, ground, [id, [15, 30, 30, 60, 360, 1_380]]),
    publishedAt: Date.parse("2026-02-01") + upTo(random, 3) * 86_400_000,
    isLocked: random() < 0.8,
    volume,
    required: volume === null ? upTo(random, 500) : maybe(random, 0.7, () => upTo(random, 500)),
  };
}

export function aRandomVolume(random: Random, ground: WorkforceGround, id: string): PlainVolume {
  const offered = maybe(random, 0.6, () => upTo(random, 6));
  return {
    ...{ ...timed(random, ground, [id, [5, 15, 30, 1_380]]), offered },
    handled: offered === null ? upTo(random, 5) : maybe(random, 0.6, () => upTo(random, 7)),
    abandoned: maybe(random, 0.5, () => upTo(random, 2)),
  };
}

export function aRandomCall(random: Random, ground: WorkforceGround, id: string): PlainCall {
  const place = placed(random, ground, id);
  const { channels } = ground.services.find(({ code }) => code === place.service)!;
  const offeredAt = pick(random, ground.instants) + pick(random, [0, 1, -1, 59_999, 60_000, 900_000]);
  return { ...place, channel: pick(random, channels), offeredAt, isAnswered: random() < 0.7, talk: upTo(random, 300) };
}

export function aRandomHeadcount(random: Random, ground: WorkforceGround, id: string): PlainHeadcount {
  const voluntary = maybe(random, 0.5, () => upTo(random, 2));
  const involuntary = maybe(random, 0.5, () => upTo(random, 2));
  return {
    ...{ ...placed(random, ground, id), channel: "", day: pick(random, ground.days), voluntary, involuntary },
    population: pick(random, ["staff", "staff", "customers"]),
    group: pick(random, ["", "agents", "leads"]),
    headcount: pick(random, [0, 100, 950, 1_025, 12_345]),
    required: maybe(random, 0.5, () => upTo(random, 2_000)),
    leavers: maybe(random, 0.4, () => (voluntary ?? 0) + (involuntary ?? 0) + upTo(random, 1)),
  };
}
