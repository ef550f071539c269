import type { KpiInUse } from "../../kpis/kpi-definition";
import { formulaOf, linearTerms } from "../../kpis/kpi-formula.rules";
import { factsBehind, type CountedFact, type FactSource } from "../../measures/fact.queries";
import { readSlots } from "../../measures/slot.service";
import { slotsOf } from "../../measures/slots.rules";
import type { Exclusion } from "../../contracts/exclusions/exclusion.entity";
import { anExclusion } from "../../contracts/exclusions/exclusion.builder";
import { rows, type Tx } from "../../platform/database";
import { addDays, day, startOfDay, type Day } from "../../shared/day";
import { newId } from "../../shared/ids";
import { FormulaBook } from "../formula-book.rules";
import type { Source } from "../source.rules";
import type { WantedSpan } from "../span-figures";
import type { Subject } from "../subject.rules";
import type { AdjustedAsk, AdjustedSetting, CountingTerms } from "./adjusted-ask";
import { KNOWN_BY_DAY } from "./cut-sql.rules";

/** Two services with their zones, and people, of a client with facts. */
export interface Ground {
  readonly clientId: string;
  readonly contractId: string;
  readonly services: readonly { readonly id: string; readonly zone: string }[];
  readonly people: readonly string[];
}

/** When a calendar is open. */
export interface OpenTimes {
  readonly calendarId: string;
  readonly windows: readonly { readonly from: Date; readonly until: Date }[];
}

export const openTimes = async (tx: Tx, clientId: string, calendarId: string): Promise<OpenTimes> => ({
  calendarId,
  windows: await rows(
    tx,
    `select starts_at as "from", ends_at as until from calendar_window
      where client_id = $1 and calendar_id = $2 and ends_at > '2026-03-01' and ends_at < '2026-05-01'`,
    [clientId, calendarId],
  ),
});

export const settingOf = async (tx: Tx, { clientId, contractId }: Ground): Promise<AdjustedSetting> => ({
  ...{ clientId, contractId, today: day("2027-01-01") },
  formulas: new FormulaBook(slotsOf(await readSlots(tx)), new Map()),
});

const ALWAYS = { from: day("2020-01-01"), until: null };

/** An objective about everything of some services that allows whatever is approved. */
export function anAsk(
  ground: Ground,
  kpi: KpiInUse,
  span: AdjustedAsk["span"],
  { sources = everythingOf(ground), ...version }: AskParts = {},
): AdjustedAsk & WantedSpan {
  return {
    subject: { kind: "contract", id: ground.contractId, sources, days: ALWAYS } as unknown as Subject,
    item: { kpi, minSample: 0, days: ALWAYS } as WantedSpan["item"],
    span,
    version: {
      ...{ objectiveId: newId(), version: 1, calendarId: null, exclusionsAllowed: null, relief: null },
      ...version,
    },
  };
}

type AskParts = Partial<CountingTerms> & { readonly sources?: readonly Source[] };

const everythingOf = ({ services }: Ground): Source[] =>
  services.map(({ id }) => ({ serviceId: id, personId: null, days: ALWAYS }));

type Times = Pick<Exclusion, "fromAt" | "untilAt" | "serviceIds" | "channels">;

/** Random times in a span, some of whole days, some of one service or channel. */
export function randomTimes(random: () => number, { services }: Ground, span: AdjustedAsk["span"]): Times {
  const days = Math.round((Date.parse(span.until) - Date.parse(span.from)) / 86_400_000);
  const from = addDays(span.from, Math.floor(random() * days));
  const service = random() < 0.4 ? services[Math.floor(random() * services.length)] : undefined;
  const { zone } = service ?? services[0]!;
  const isWhole = random() < 0.4;
  const start = startOfDay(from, zone).getTime() + (isWhole ? 0 : Math.floor(random() * 24) * 3_600_000);
  const end = isWhole
    ? startOfDay(addDays(from, 1 + Math.floor(random() * 3)), zone).getTime()
    : start + Math.ceil(random() * 40) * 1_800_000;
  return {
    ...{ fromAt: new Date(start), untilAt: new Date(end) },
    serviceIds: service ? [service.id] : [],
    channels: random() < 0.3 ? ["email"] : [],
  };
}

export const approved = (ground: Ground, times: Times, code: string): Exclusion =>
  anExclusion({ clientId: ground.clientId, contractId: ground.contractId, code, ...times });

/** What keeps facts from counting: exclusions, and a calendar. */
export interface Held {
  readonly exclusions: readonly Times[];
  readonly calendar: OpenTimes | null;
}

/** Instants at which nobody is served; and what is known by days goes when all of its day does. */
export type Whereabouts = Pick<CountedFact, "stream" | "serviceId" | "channel" | "day" | "occurredAt">;

const QUARTER = 900_000;

/** Whether facts go, told in the plainest way. */
export function goer({ exclusions, calendar }: Held, { services }: Ground): (fact: Whereabouts) => boolean {
  const isClosed = (at: number): boolean =>
    calendar !== null && !calendar.windows.some(({ from, until }) => at >= +from && at < +until);
  const known = new Map<string, boolean>();
  const isDayGone = (day: Day, zone: string, isGone: (at: number) => boolean): boolean => {
    const end = startOfDay(addDays(day, 1), zone).getTime();
    for (let at = startOfDay(day, zone).getTime(); at < end; at += QUARTER) if (!isGone(at)) return false;
    return true;
  };
  return (fact) => {
    const own = exclusions.filter(
      ({ serviceIds, channels }) =>
        (serviceIds.length === 0 || serviceIds.includes(fact.serviceId)) &&
        (channels.length === 0 || channels.includes(fact.channel)),
    );
    const isGone = (at: number): boolean =>
      own.some(({ fromAt, untilAt }) => at >= +fromAt && at < +untilAt) || isClosed(at);
    if (!KNOWN_BY_DAY.has(fact.stream)) return isGone(fact.occurredAt.getTime());
    const key = [fact.serviceId, fact.channel, fact.day].join("/");
    const { zone } = services.find(({ id }) => id === fact.serviceId)!;
    const found = known.get(key) ?? isDayGone(fact.day, zone, isGone);
    known.set(key, found);
    return found;
  };
}

/** The facts of each side of a figure, of all services on all days; null where a side is no sum of facts. */
export async function sidesBehind(
  tx: Tx,
  ground: Ground,
  kpi: KpiInUse,
): Promise<readonly (readonly CountedFact[] | null)[]> {
  const sources = ground.services.map(({ id }): FactSource => ({ serviceId: id, personId: null, ...EVER }));
  const sides: (readonly CountedFact[] | null)[] = [];
  for (const part of ["numerator", "denominator"] as const) {
    const side = formulaOf(kpi)[part];
    const request = { clientId: ground.clientId, kpi, part, sources };
    const isSum = side !== null && linearTerms(side) !== null;
    sides.push(isSum ? await factsBehind(tx, request, { first: 100_000, after: null }) : null);
  }
  return sides;
}

export const spanOf = (from: string, until: string): { from: Day; until: Day } => ({
  from: day(from),
  until: day(until),
});

const EVER = spanOf("2026-01-01", "2026-07-01");
