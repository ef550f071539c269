import { readSlots } from "../measures/slot.service";
import { slotsOf } from "../measures/slots.rules";
import type { Tx } from "../platform/database";
import { formulaOf } from "../kpis/kpi-formula.rules";
import { feedsOfContracts } from "../scorecards/data-watermark.queries";
import { loadDefinitions, type ContractDefinitions } from "../scorecards/definitions.queries";
import { earlierOf, laterOf, type Day } from "../shared/day";
import type { Period } from "../shared/period";
import type { Stream } from "../shared/stream";
import { checkedKpis, closedPeriods, type CheckedKpi } from "./checked-kpis.rules";
import {
  daysWithFacts,
  forumsOf,
  objectiveItems,
  rejectedRows,
  settledItems,
  type DaysOfStream,
  type ForumNeed,
  type SettledFigure,
  type Span,
} from "./crucial.queries";
import { factCounts, type FactCount } from "./fact-counts.queries";
import { flowKey, flowOf } from "./flow.rules";
import { flowSums, type WantedFlow } from "./flow.queries";

/** A KPI with the periods by which it is judged. */
export interface Candidate extends CheckedKpi {
  readonly no: number;
  /** The first day looked at; the last is the one before the day asked about. */
  readonly from: Day;
  readonly periods: readonly Period[];
  readonly streams: readonly Stream[];
  readonly serviceIds: readonly string[];
}

/** Everything that the evidence is taken from; a fixed number of statements, whatever the contract holds. */
export interface CrucialMaterial {
  readonly definitions: ContractDefinitions;
  readonly candidates: readonly Candidate[];
  readonly feeds: Awaited<ReturnType<typeof feedsOfContracts>>;
  readonly forums: readonly ForumNeed[];
  readonly days: readonly DaysOfStream[];
  readonly counts: readonly FactCount[];
  readonly rejected: Awaited<ReturnType<typeof rejectedRows>>;
  readonly items: readonly SettledFigure[];
  readonly promised: readonly SettledFigure[];
  /** What levels moved by, by `flowKey`. */
  readonly flows: ReadonlyMap<number, string>;
}

export interface Asked {
  readonly clientId: string;
  readonly contractId: string;
  /** Periods that end on this day or before are looked at. */
  readonly on: Day;
  /** How many of them. */
  readonly count: number;
  readonly now: Date;
}

export async function loadMaterial(tx: Tx, asked: Asked): Promise<CrucialMaterial> {
  const { clientId, contractId, now } = asked;
  const definitions = await loadDefinitions(tx, { clientId, contractId });
  const candidates = candidatesOf(definitions, asked);
  const periods = distinct(candidates.flatMap((one) => one.periods));
  const place = { clientId, contractId, periods };
  const span = spanOf(asked, definitions, candidates);
  const streams = [...new Set(candidates.flatMap((one) => one.streams))].sort();
  return {
    definitions,
    candidates,
    feeds: await feedsOfContracts(tx, [clientId], [contractId], now),
    forums: await forumsOf(tx, clientId, contractId),
    days: await daysWithFacts(tx, span),
    counts: await factCounts(tx, span, streams, definitions.contract),
    rejected: await rejectedRows(tx, span),
    items: await settledItems(tx, place),
    promised: await objectiveItems(tx, place),
    flows: await flowSums(tx, clientId, { wanted: wantedFlows(candidates), slots: slotsOf(await readSlots(tx)) }),
  };
}

function candidatesOf(definitions: ContractDefinitions, { on, count }: Asked): Candidate[] {
  const { contract, services } = definitions;
  const term = { from: contract.startsOn, until: contract.endsOn };
  return checkedKpis(definitions, on).map((checked, no) => {
    const periods = closedPeriods(checked, term, on, count);
    return {
      ...{ ...checked, no, periods, from: periods[0]?.from ?? laterOf(checked.since, term.from) },
      streams: formulaOf(checked.kpi).streams,
      serviceIds: checked.serviceId === null ? services.map(({ id }) => id) : [checked.serviceId],
    };
  });
}

const distinct = (periods: readonly Period[]): Period[] => [
  ...new Map(periods.map((one) => [`${one.kind}/${one.from}`, one])).values(),
];

/** From the first day that any of them looks at. */
const spanOf = (
  { clientId, on }: Asked,
  { services }: ContractDefinitions,
  candidates: readonly Candidate[],
): Span => ({
  clientId,
  serviceIds: services.map(({ id }) => id),
  from: candidates.reduce((first, one) => earlierOf(first, one.from), on),
  until: on,
});

const wantedFlows = (candidates: readonly Candidate[]): WantedFlow[] =>
  candidates.flatMap(({ no, kpi, periods, serviceIds }) => {
    const flow = flowOf(kpi);
    return flow ? periods.map((period, index) => ({ no: flowKey(no, index), ...flow, serviceIds, period })) : [];
  });
