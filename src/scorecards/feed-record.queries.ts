import { outstandingRejects } from "../facts/outstanding-rejects";
import { rows, type Tx } from "../platform/database";
import type { Day } from "../shared/day";
import { groupBy } from "../shared/group-by";
import type { FeedRecord } from "./data-quality.rules";
import type { ContractDefinitions } from "./definitions.queries";

/** What came and what was refused on these days, also under other contracts that somebody answers for. Two statements. */
export async function loadFeedRecord(
  tx: Tx,
  { contract, services: own, elsewhere, calendars }: ContractDefinitions,
  days: readonly Day[],
): Promise<FeedRecord> {
  const { clientId } = contract;
  const services = [...own.map((service) => ({ service, contract })), ...elsewhere];
  const serviceIds = services.map(({ service }) => service.id);
  const present = await rows<{ serviceId: string; day: Day }>(tx, DAYS_WITH_FACTS, [clientId, serviceIds, days]);
  const rejected = await rows<{ day: Day; count: number }>(
    tx,
    `select day, count(*) as count from ${outstandingRejects("r.day = any($2)")} as missing group by day`,
    [[clientId], days],
  );
  const byService = groupBy(present, (one) => one.serviceId);
  return {
    term: { from: contract.startsOn, until: contract.endsOn },
    calendars,
    elsewhere: new Set(elsewhere.map(({ service }) => service.id)),
    calendarOfService: new Map(
      services.map((one) => [one.service.id, one.service.calendarId ?? one.contract.calendarId]),
    ),
    daysWithData: new Map([...byService].map(([id, found]) => [id, new Set(found.map(({ day }) => day))])),
    rejectedOn: new Map(rejected.map(({ day, count }) => [day, count])),
  };
}

/**
 * What customers bring, by the tables that know the day. That people were at work or money was spent says nothing, nor
 * does a deadline.
 */
const BROUGHT = [
  "contact where offered_day = d.day",
  "survey where surveyed_day = d.day",
  "case_moment where day = d.day and moment <> all ('{due,due_business_day,due_24h,unanswered_ended}')",
  "volume where day = d.day",
] as const;

const lookInto = (brought: string): string =>
  `(select from ${brought} and client_id = $1 and service_id = service.id limit 1)`;

/** Looks into indexes for each service and day: cost does not follow the number of facts. */
const DAYS_WITH_FACTS = `
  select service.id as "serviceId", d.day
    from unnest($2::uuid[]) as service(id) cross join unnest($3::date[]) as d(day)
   cross join lateral (
     ${BROUGHT.map(lookInto).join(" union all ")}
     limit 1) as fact`;
