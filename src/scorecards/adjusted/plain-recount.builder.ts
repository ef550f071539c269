import type { BoundExpression } from "../../kpis/bound-expression";
import { ASYNCHRONOUS_CHANNELS } from "../../kpis/channel-kind.rules";
import { valueOf } from "../../kpis/formula-value.rules";
import type { KpiInUse } from "../../kpis/kpi-definition";
import { requireKpi } from "../../kpis/kpi-in-use.rules";
import { amountOfFact, countsFact } from "../../kpis/measure-fact.rules";
import type { MeasureInUse } from "../../kpis/measure-definition";
import { localDay, withNeighbours, type PlainContact, type PlainSurvey } from "../../measures/plain-measures";
import { addDays, type Day } from "../../shared/day";
import { countsFor, type Mixed } from "./mixed-asks.builder";
import { goer, type Ground } from "./recount.builder";

export interface PlainFacts {
  readonly contacts: readonly PlainContact[];
  readonly surveys: readonly PlainSurvey[];
}

/** A fact with its instants by attribution, in milliseconds. */
interface Placed {
  readonly stream: "contact" | "survey";
  readonly fact: PlainContact | PlainSurvey;
  readonly instants: Readonly<Record<string, number>>;
}

/** Facts as they were made up, each with when it happened; nothing of this asks the database. */
export const placed = ({ contacts, surveys }: PlainFacts): Placed[] => [
  ...withNeighbours(contacts).map((fact): Placed => {
    const { offeredAt, answeredAt, lastAt } = fact;
    return {
      ...{ stream: "contact", fact },
      instants: { offered: offeredAt, answered: answeredAt ?? offeredAt, ended: lastAt, chain: lastAt },
    };
  }),
  ...surveys.map((fact): Placed => {
    const { surveyedAt, closedAt } = fact;
    return { stream: "survey", fact, instants: { surveyed: surveyedAt, closed: closedAt ?? surveyedAt } };
  }),
];

/** What each fact adds to a measure that stays of what is asked for, one fact after the other. */
export function plainAmounts(all: readonly Placed[], mixed: Mixed, ground: Ground): (use: MeasureInUse) => number[] {
  const isGone = goer(mixed, ground);
  const { channels } = requireKpi(mixed.ask.item.kpi.kpiCode);
  return (use) => {
    const { attribution, stream } = use.measure;
    const later = attribution === "chain" ? (use.parameters.repeatDays ?? 0) : 0;
    const stays = ({ fact, instants }: Placed): boolean => {
      const { serviceId, channel, personId, zone } = fact;
      const isAsynchronous = ASYNCHRONOUS_CHANNELS.includes(channel);
      if (channels !== "all" && isAsynchronous !== (channels === "asynchronous")) return false;
      const at = instants[attribution]!;
      const day = addDays(localDay(at, zone) as Day, later);
      const where = { stream, serviceId, channel, personId, day, occurredAt: new Date(at) };
      return countsFor(mixed, where) && !isGone(where);
    };
    return all
      .filter((one) => one.stream === stream && countsFact(use, one.fact) && stays(one))
      .map((one) => amountOfFact(use, one.fact));
  };
}

/** A side of a formula; null: unknown. */
export function plainSide(side: BoundExpression | null, amounts: (use: MeasureInUse) => number[]): number | null {
  if (side === null) return null;
  const value = valueOf(
    side,
    (use) => {
      const found = amounts(use);
      if ((use.measure.aggregate ?? "sum") === "sum") return found.reduce((sum, one) => sum + one, 0);
      if (found.length === 0) return null;
      return found.reduce((a, b) => ((use.measure.aggregate === "min") === a < b ? a : b));
    },
    0,
  );
  return value === null ? null : value.toNumber();
}

/** Whether nothing but contacts and surveys is counted, and added up. */
export const isPlain = (kpi: KpiInUse, streams: readonly string[]): boolean => {
  const { percentile, people } = requireKpi(kpi.kpiCode).dialects.find(({ code }) => code === kpi.dialect)!;
  const isKnown = streams.every((one) => one === "contact" || one === "survey");
  return isKnown && percentile === undefined && people === undefined;
};
