import type { KpiInUse } from "../../kpis/kpi-definition";
import { formulaOf, linearTerms } from "../../kpis/kpi-formula.rules";
import { factsBehind, type CountedFact, type FactSource } from "../../measures/fact.queries";
import { readSlots } from "../../measures/slot.service";
import { slotsOf } from "../../measures/slots.rules";
import type { Exclusion } from "../../contracts/exclusions/exclusion.entity";
import { anExclusion } from "../../contracts/exclusions/exclusion.builder";
import type { Tx } from "../../platform/database";
import { addDays, day, startOfDay, type Day } from "../../shared/day";
import { newId } from "../../shared/ids";
import { FormulaBook } from "../formula-book.rules";
import type { WantedSpan } from "../span-figures";
import type { Subject } from "../subject.rules";
import type { AdjustedAsk, AdjustedSetting, CountingTerms } from "./adjusted-ask";
import { KNOWN_BY_DAY } from "./cut-sql.rules";

/** Two services with their zones, of a client with facts. */
export interface Ground {
  readonly clientId: string;
  readonly contractId: string;
  readonly services: readonly { readonly id: string; readonly zone: string }[];
}

export const settingOf = async (tx: Tx, { clientId, contractId }: Ground): Promise<AdjustedSetting> => ({
  ...{ clientId, contractId, today: day("2027-01-01") },
  formulas: new FormulaBook(slotsOf(await readSlots(tx)), new Map()),
});

/** An objective about everything of some services that allows whatever is approved. */
export function anAsk(
  ground: Ground,
  kpi: KpiInUse,
  span: AdjustedAsk["span"],
  version: Partial<CountingTerms> = {},
): AdjustedAsk & WantedSpan {
  const days = { from: day("2020-01-01"), until: null };
  const sources = ground.services.map(({ id }) => ({ serviceId: id, personId: null, days }));
  return {
    subject: { kind: "contract", id: ground.contractId, sources, days } as unknown as Subject,
    item: { kpi, minSample: 0, days } as WantedSpan["item"],
    span,
    version: {
      ...{ objectiveId: newId(), version: 1, calendarId: null, exclusionsAllowed: null, relief: null },
      ...version,
    },
  };
}

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

/** Whether a fact goes, told in the plainest way; what is known by days goes when all of its day does. */
export function goes(fact: CountedFact, all: readonly Times[], { services }: Ground): boolean {
  const own = all.filter(
    ({ serviceIds, channels }) =>
      (serviceIds.length === 0 || serviceIds.includes(fact.serviceId)) &&
      (channels.length === 0 || channels.includes(fact.channel)),
  );
  const isIn = (at: number): boolean => own.some(({ fromAt, untilAt }) => at >= +fromAt && at < +untilAt);
  if (!KNOWN_BY_DAY.has(fact.stream)) return isIn(fact.occurredAt.getTime());
  const { zone } = services.find(({ id }) => id === fact.serviceId)!;
  const quarters: number[] = [];
  const end = startOfDay(addDays(fact.day, 1), zone).getTime();
  for (let at = startOfDay(fact.day, zone).getTime(); at < end; at += 900_000) quarters.push(at);
  return quarters.every(isIn);
}

/** Both sides of a figure from the facts behind it, one by one; null where a side is no sum of facts. */
export async function recounted(
  tx: Tx,
  { ground, kpi, span }: { readonly ground: Ground; readonly kpi: KpiInUse; readonly span: AdjustedAsk["span"] },
  stays: (fact: CountedFact) => boolean,
): Promise<readonly (number | null)[]> {
  const sources = ground.services.map(({ id }): FactSource => ({ serviceId: id, personId: null, ...span }));
  const sides: (number | null)[] = [];
  for (const part of ["numerator", "denominator"] as const) {
    const side = formulaOf(kpi)[part];
    if (side === null || linearTerms(side) === null) sides.push(null);
    else {
      const request = { clientId: ground.clientId, kpi, part, sources };
      const facts = await factsBehind(tx, request, { first: 100_000, after: null });
      sides.push(facts.filter(stays).reduce((sum, one) => sum + one.adds, 0));
    }
  }
  return sides;
}

export const spanOf = (from: string, until: string): { from: Day; until: Day } => ({
  from: day(from),
  until: day(until),
});
