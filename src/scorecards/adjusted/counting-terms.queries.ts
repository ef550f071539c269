import type { ExclusionKind } from "../../contracts/exclusions/exclusion.rules";
import { rows, type Tx } from "../../platform/database";
import type { AdjustedAsk, AdjustedSetting } from "./adjusted-ask";

/** An exclusion that was approved. */
export interface ApprovedExclusion {
  readonly id: string;
  readonly code: string;
  readonly kind: ExclusionKind;
  readonly reason: string;
  readonly fromAt: Date;
  readonly untilAt: Date;
  readonly serviceIds: readonly string[];
  readonly channels: readonly string[];
  readonly objectiveIds: readonly string[];
  readonly isInForce: boolean;
}

interface Between {
  readonly from: Date;
  readonly until: Date;
}

/**
 * The approved exclusions of a contract that touch some time, in the order in which they are taken out; and those that
 * are asked for by their ids, whatever became of them.
 */
export const approvedExclusions = (
  tx: Tx,
  { clientId, contractId, approvedAt }: AdjustedSetting,
  { from, until, ids }: Between & { readonly ids: readonly string[] },
): Promise<ApprovedExclusion[]> =>
  rows<ApprovedExclusion>(
    tx,
    `select id, code, kind, reason, from_at as "fromAt", until_at as "untilAt", service_ids as "serviceIds", channels,
            objective_ids as "objectiveIds", x."isInForce"
       from exclusion cross join lateral (
              select coalesce(approved_at <= coalesce($5, 'infinity'::timestamptz)
                and (revoked_at > $5) is not false and not ($5::timestamptz is null and revoked_at is not null), false)
                  as "isInForce") x
      where client_id = $1 and contract_id = $2 and until_at > $3 and from_at < $4 and (x."isInForce" or id = any($6))
      order by from_at, code`,
    [clientId, contractId, from, until, approvedAt ?? null, ids],
    "approvedExclusions",
  );

/** When a calendar is open, in order. */
export interface OpenWindow {
  readonly calendarId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export async function openWindows(
  tx: Tx,
  clientId: string,
  asks: readonly AdjustedAsk[],
  { from, until }: Between,
): Promise<OpenWindow[]> {
  const calendarIds = [...new Set(asks.flatMap(({ version }) => version.calendarId ?? []))];
  if (calendarIds.length === 0) return [];
  return rows<OpenWindow>(
    tx,
    `select calendar_id as "calendarId", starts_at as "startsAt", ends_at as "endsAt" from calendar_window
      where client_id = $1 and calendar_id = any($2) and ends_at > $3 and starts_at < $4 and starts_at < ends_at
      order by starts_at`,
    [clientId, calendarIds, from, until],
    "openWindows",
  );
}

/** The time zone in which the days of each service count. */
export async function serviceZones(
  tx: Tx,
  clientId: string,
  serviceIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await rows<{ id: string; zone: string }>(
    tx,
    `select s.id, coalesce(s.time_zone, c.time_zone) as zone
       from service s join contract c on c.client_id = s.client_id and c.id = s.contract_id
      where s.client_id = $1 and s.id = any($2)`,
    [clientId, serviceIds],
    "serviceZones",
  );
  return new Map(found.map(({ id, zone }) => [id, zone]));
}
