import { refusalsOfKpi } from "../kpis/catalogue-check.rules";
import type { KpiDefinition, KpiInUse } from "../kpis/kpi-definition";
import { requireKpi, resolveKpiOn, type KpiReference } from "../kpis/kpi-in-use.rules";
import { isOpen, type FeedRecord } from "../scorecards/data-quality.rules";
import { dataWatermark, feedingStreams } from "../scorecards/data-watermark.rules";
import { inForce, usesInForce } from "../scorecards/kpi-choice.rules";
import { kpiOfAssignment } from "../scorecards/scorecard-plan.rules";
import type { KpiResult } from "../scorecards/scorecard.entity";
import { itemKey, objectivesInForce } from "../scorecards/target-choice.rules";
import { contains } from "../shared/date-range";
import { addDays, type Day } from "../shared/day";
import { previousPeriod, type Period } from "../shared/period";
import type { Asked, Candidate, CrucialMaterial } from "./crucial-material";
import { addsUpOverServices, flowKey, isNeverNegative } from "./flow.rules";
import type { Aim, KpiEvidence, Movement, Need, Owner, PeriodEvidence, StreamEvidence } from "./kpi-evidence";

/** What is known of one KPI, out of everything that was loaded for its contract. */
export function evidenceOf(one: Candidate, material: CrucialMaterial, asked: Pick<Asked, "on" | "now">): KpiEvidence {
  const { definitions, feeds } = material;
  const { contract, services } = definitions;
  const { kpi, serviceId, streams } = one;
  const until = one.periods.at(-1)?.until ?? asked.on;
  return {
    kpi,
    definition: requireKpi(kpi.kpiCode),
    serviceId,
    service: services.find(({ id }) => id === serviceId)?.code ?? null,
    now: asked.now,
    timeZone: contract.timeZone,
    streams: streams.map((stream) => streamEvidence(stream, one, material)),
    watermark: dataWatermark(feeds, { streams, serviceId, until, timeZone: contract.timeZone }, asked.now),
    periods: periodEvidence(one, material),
    openDays: openDays(one, material),
    needs: needsOf(one, material),
    owners: ownersOf(one, material, asked.on),
    objectives: aimsOf(one, material, asked.on),
    keysInUse: keysInUse(one, material),
    minSample: Math.max(one.minSample, ...one.objectives.map(({ version }) => version.minSample)),
    isNeverNegative: isNeverNegative(kpi),
    troubles: troublesOf(kpi),
  };
}

function streamEvidence(
  stream: KpiEvidence["streams"][number]["stream"],
  one: Candidate,
  material: CrucialMaterial,
): StreamEvidence {
  const ofServices = material.days.filter((row) => row.stream === stream && one.serviceIds.includes(row.serviceId));
  const days = [...new Set(ofServices.flatMap((row) => row.days))].filter((on) => on >= one.from).sort();
  const counts = material.counts.filter(
    (row) => row.stream === stream && one.serviceIds.includes(row.serviceId) && row.day >= one.from,
  );
  const rejected = material.rejected.filter(
    (row) => feedingStreams(stream).includes(row.stream) && row.day >= one.from,
  );
  return {
    stream,
    days,
    facts: counts.reduce((sum, { facts }) => sum + facts, 0),
    lateFacts: counts.reduce((sum, { late }) => sum + late, 0),
    rejectedRows: rejected.reduce((sum, { count }) => sum + count, 0),
  };
}

function periodEvidence(one: Candidate, material: CrucialMaterial): PeriodEvidence[] {
  const { contract, services } = material.definitions;
  const result = (subjectId: string, period: Period): KpiResult | null =>
    settled(material.items, subjectId, period, one.written);
  const own = (period: Period): KpiResult | null => {
    const shown = one.isInUse ? result(one.serviceId ?? contract.id, period) : null;
    if (shown) return shown;
    const promised = one.objectives.map(({ objective }) =>
      settled(material.promised, objective.id, period, one.written),
    );
    return promised.find((found) => found !== null) ?? null;
  };
  const isWhole = one.serviceId === null && one.isInUse && addsUpOverServices(one.kpi) && !hasOwnUses(one, material);
  return one.periods.map((period, index) => {
    const parts = services.flatMap(({ id }) => result(id, period) ?? []);
    const flow = material.flows.get(flowKey(one.no, index));
    return {
      period,
      result: own(period),
      services: isWhole && parts.length > 0 ? parts : null,
      movement: flow === undefined ? null : movementOf(own(period), own(previousPeriod(period)), flow),
    };
  });
}

/** A service that uses the KPI in a way of its own cannot be added up with the others. */
const hasOwnUses = ({ kpi }: Candidate, { definitions }: CrucialMaterial): boolean =>
  definitions.uses.some(({ kpiCode, serviceId }) => kpiCode === kpi.kpiCode && serviceId !== null);

const movementOf = (end: KpiResult | null, start: KpiResult | null, flow: string): Movement | null =>
  end?.value == null || start?.value == null ? null : { start: start.value, end: end.value, flow };

/** What was settled for a period, by the version that its last day decides. */
function settled(
  all: CrucialMaterial["items"],
  subjectId: string,
  period: Period,
  written: KpiReference,
): KpiResult | null {
  const key = itemKey(resolveKpiOn(written, addDays(period.until, -1)));
  const found = all.find(
    (row) =>
      row.subjectId === subjectId && row.kind === period.kind && row.from === period.from && itemKey(row.item) === key,
  );
  return found?.item ?? null;
}

function openDays(one: Candidate, { definitions }: CrucialMaterial): Day[] {
  const [first, last] = [one.periods[0], one.periods.at(-1)];
  if (!first || !last) return [];
  const { contract, services, calendars } = definitions;
  const record: FeedRecord = {
    term: { from: contract.startsOn, until: contract.endsOn },
    calendars,
    calendarOfService: new Map(services.map((row) => [row.id, row.calendarId ?? contract.calendarId])),
    daysWithData: new Map(),
    rejectedOn: new Map(),
  };
  const days: Day[] = [];
  for (let on = first.from; on < last.until; on = addDays(on, 1))
    if (contains(record.term, on) && one.serviceIds.some((id) => isOpen(id, on, record))) days.push(on);
  return days;
}

const needsOf = ({ objectives }: Candidate, { forums }: CrucialMaterial): Need[] => [
  ...objectives.map(({ objective, version }) => ({ kind: version.measuredBy, by: `objective ${objective.code}` })),
  ...forums.map(({ code, reviewsKind }) => ({ kind: reviewsKind, by: `forum ${code}` })),
];

function ownersOf({ kpi, serviceId }: Candidate, { definitions }: CrucialMaterial, on: Day): Owner[] {
  const { assignments, positions } = definitions;
  const fitting = inForce(assignments, on).filter(
    (row) =>
      row.kpiCode === kpi.kpiCode && (row.serviceId === null || serviceId === null || row.serviceId === serviceId),
  );
  const held = inForce(positions, on);
  return fitting.map((row) => {
    const meant = kpiOfAssignment(row, usesInForce(definitions.uses, row.serviceId ?? serviceId, on), on);
    const holders = new Set(held.filter(({ roleCode }) => roleCode === row.roleCode).map(({ personId }) => personId));
    return {
      ...{ role: row.roleCode, holders: holders.size, hasTarget: row.target !== null },
      ...{ key: itemKey(meant), dialect: meant.dialect },
    };
  });
}

function aimsOf({ kpi, serviceId }: Candidate, { definitions }: CrucialMaterial, on: Day): Aim[] {
  const { objectives, objectiveVersions } = definitions;
  return objectivesInForce(objectives, objectiveVersions, on)
    .filter((one) => one.kpi.kpiCode === kpi.kpiCode)
    .filter(({ objective }) => objective.serviceId === null || serviceId === null || objective.serviceId === serviceId)
    .map(({ objective: { code }, version: { target }, kpi: meant }) => ({
      ...{ code, target, key: itemKey(meant), dialect: meant.dialect },
    }));
}

const keysInUse = ({ kpi }: Candidate, { candidates }: CrucialMaterial): string[] => {
  const inUse = candidates.filter((one) => one.isInUse && one.kpi.kpiCode === kpi.kpiCode);
  return (inUse.length > 0 ? inUse.map((one) => one.kpi) : [kpi]).map(itemKey);
};

/** Trying a formula on facts of every kind takes a while, and a definition does not change. */
const known = new WeakMap<KpiDefinition, Map<string, string[]>>();

/** What is wrong with the one formula that is in use. */
function troublesOf(kpi: KpiInUse): string[] {
  const definition = requireKpi(kpi.kpiCode);
  const ofDefinition = known.get(definition) ?? new Map<string, string[]>();
  known.set(definition, ofDefinition);
  const dialects = definition.dialects.filter(({ code }) => code === kpi.dialect);
  const troubles =
    ofDefinition.get(kpi.dialect) ?? refusalsOfKpi({ ...definition, dialects }).map(({ message }) => message);
  ofDefinition.set(kpi.dialect, troubles);
  return troubles;
}
