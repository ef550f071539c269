import { rows, type Tx } from "../platform/database";
import type { Day } from "../shared/day";
import { groupBy } from "../shared/group-by";
import type { FeedRecord } from "./data-quality.rules";
import type { ContractDefinitions } from "./definitions.queries";

/** What came and what was refused in the days `[from, until)`. Two statements. */
export async function loadFeedRecord(
  tx: Tx,
  { contract, services, calendars }: ContractDefinitions,
  days: { readonly from: Day; readonly until: Day },
): Promise<FeedRecord> {
  const { clientId } = contract;
  const present = await rows<{ serviceId: string; day: Day }>(
    tx,
    `select distinct service_id as "serviceId", day from daily_measures
      where client_id = $1 and service_id = any($2) and day >= $3 and day < $4`,
    [clientId, services.map(({ id }) => id), days.from, days.until],
  );
  const rejected = await rows<{ day: Day; count: number }>(
    tx,
    `select day, count(*) as count from import_reject
      where client_id = $1 and day >= $2 and day < $3 group by day`,
    [clientId, days.from, days.until],
  );
  const byService = groupBy(present, (one) => one.serviceId);
  return {
    term: { from: contract.startsOn, until: contract.endsOn },
    calendars,
    calendarOfService: new Map(services.map((one) => [one.id, one.calendarId ?? contract.calendarId])),
    daysWithData: new Map([...byService].map(([id, found]) => [id, new Set(found.map(({ day }) => day))])),
    rejectedOn: new Map(rejected.map(({ day, count }) => [day, count])),
  };
}
