import type { ApprovedExclusion, OpenWindow } from "./counting-terms.queries";
import type { AdjustedAsk } from "./adjusted-ask";
import type { ForecastInterval } from "./relief.queries";
import { relievedDays } from "./relief.rules";
import type { Taken } from "./taken";
import type { Piece } from "./timeline.rules";

/** What decides what counts, for all who ask. */
export interface CountingMaterial {
  readonly exclusions: readonly ApprovedExclusion[];
  readonly windows: readonly OpenWindow[];
  readonly intervals: readonly ForecastInterval[];
}

/** From when until when an ask looks at facts. */
export interface Seen {
  readonly from: number;
  readonly until: number;
  readonly serviceIds: readonly string[];
}

/** What is taken out of what is asked for, in order: by when it begins, then by code. */
export function takenFrom({ version, only }: AdjustedAsk, seen: Seen, material: CountingMaterial): Taken[] {
  const { objectiveId, exclusionsAllowed } = version;
  const isNamed = ({ id }: { readonly id: string }): boolean => only?.includes(id) ?? true;
  const agreed = material.exclusions
    .filter((one) => isNamed(one) && (one.isInForce || only !== undefined))
    .filter(({ kind }) => only !== undefined || (exclusionsAllowed?.includes(kind) ?? true))
    .filter(({ objectiveIds }) => objectiveIds.length === 0 || objectiveIds.includes(objectiveId))
    .filter(({ serviceIds }) => serviceIds.length === 0 || serviceIds.some((one) => seen.serviceIds.includes(one)))
    .map(takenByExclusion)
    .filter(({ pieces }) => pieces.some((one) => one.from < seen.until && one.until > seen.from));
  return [...agreed, ...takenByRelief(version, seen, material).filter(isNamed)].sort(
    (a, b) => a.from - b.from || (a.code < b.code ? -1 : 1),
  );
}

function takenByExclusion(one: ApprovedExclusion): Taken {
  const { id, code, kind, reason, serviceIds, channels } = one;
  const [from, until] = [one.fromAt.getTime(), one.untilAt.getTime()];
  const piece = { serviceIds: someOrAll(serviceIds), channels: someOrAll(channels), from, until };
  return { id, code, kind, reason, from, pieces: [piece] };
}

const someOrAll = (named: readonly string[]): readonly string[] | null => (named.length === 0 ? null : named);

function takenByRelief({ relief }: AdjustedAsk["version"], { serviceIds }: Seen, material: CountingMaterial): Taken[] {
  if (relief?.effect !== "exclude") return [];
  const own = material.intervals.filter((one) => serviceIds.includes(one.serviceId));
  return relievedDays(own, relief).map(({ day, intervals, reason }) => {
    const pieces = intervals.map(({ serviceId, channel, from, until }) => ({
      ...{ serviceIds: [serviceId], channels: channel === "" ? null : [channel] },
      ...{ from: from.getTime(), until: until.getTime() },
    }));
    const code = `relief/${day}`;
    return { id: code, code, kind: "volume_over_forecast", reason, from: pieces[0]!.from, pieces };
  });
}

/** The times at which a calendar is closed, as what goes before everything else. */
export function closedPieces(windows: readonly OpenWindow[], { from, until }: Seen): Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number): void => {
    if (start < end) pieces.push({ step: 0, serviceIds: null, channels: null, from: start, until: end });
  };
  let open = from;
  for (const { startsAt, endsAt } of windows) {
    add(open, Math.min(startsAt.getTime(), until));
    open = Math.max(open, endsAt.getTime());
  }
  add(open, until);
  return pieces;
}
