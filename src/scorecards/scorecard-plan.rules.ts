import { assignmentsInForce } from "../assignments/in-force.rules";
import type { KpiAssignment } from "../assignments/kpi-assignment.entity";
import type { KpiUse } from "../contracts/kpi-use.entity";
import { allKpis } from "../kpis/catalogue/kpis";
import type { KpiInUse } from "../kpis/kpi-definition";
import { requireKpi, resolveKpiOn } from "../kpis/kpi-in-use.rules";
import { contains, type DayRange } from "../shared/date-range";
import { addDays, earlierOf, type Day } from "../shared/day";
import type { Period, PeriodKind } from "../shared/period";
import type { ContractDefinitions } from "./definitions.queries";
import { countsInOneCurrency, objectivesFor } from "./client-wide.rules";
import { lineage, usesInForce } from "./kpi-choice.rules";
import type { PlannedCard, PlannedItem } from "./planned-item";
import { scoringTerms } from "./scoring/scoring-terms.rules";
import { commonDays } from "./source.rules";
import type { Subject } from "./subject.rules";
import { chosenTarget, objectivesInForce } from "./target-choice.rules";
import { wholeItems } from "./whole-plan.rules";

/** How items are scored that no assignment says anything about. */
export const PLAIN = { baseline: null, scheme: { kind: "attainment" }, gate: null, onMissing: "renormalise" } as const;

/** A period, and the day whose definitions apply to it: its deciding day, unless somebody asks for another. */
export interface PlannedPeriod {
  readonly period: Period;
  readonly validOn?: Day | null;
}

/**
 * The definitions that apply to a period are those in force on the last day of it on which the subject exists. They
 * apply to the whole of the period: what is in force before a change within it does not count apart.
 */
export function decidingDay(period: Period, days: DayRange): Day | null {
  const last = days.until === null ? period.until : earlierOf(period.until, days.until);
  const day = addDays(last, -1);
  return contains(days, day) && day >= period.from ? day : null;
}

/** The scorecards of a period: one for each subject that answers for any KPI. */
export function plannedCards(
  definitions: ContractDefinitions,
  subjects: readonly Subject[],
  planned: PlannedPeriod,
): PlannedCard[] {
  const { period, validOn = null } = planned;
  return subjects.flatMap((subject): PlannedCard[] => {
    if (subject.kind === "person") return plannedWhole(definitions, subject, planned);
    const deciding = decidingDay(period, subject.days);
    const on = deciding && (validOn ?? deciding);
    const items = on ? itemsOf({ definitions, subject, on, periodKind: period.kind }) : [];
    return items.length === 0 ? [] : [{ subject, items, terms: scoringTerms(definitions.kpiSets, subject, on!) }];
  });
}

function plannedWhole(definitions: ContractDefinitions, whole: Subject, planned: PlannedPeriod): PlannedCard[] {
  const parts = plannedCards(definitions, whole.parts, planned);
  const items = wholeItems(whole, parts).sort((a, b) => placeOf(a) - placeOf(b));
  return items.length === 0 ? [] : [{ subject: whole, items, terms: parts.at(-1)!.terms }];
}

interface ItemRequest {
  readonly definitions: ContractDefinitions;
  readonly subject: Subject;
  readonly on: Day;
  readonly periodKind: PeriodKind;
}

/** Items planned before, by what they depend on: all agents of a service share theirs. */
const planned = new WeakMap<ContractDefinitions, Map<string, readonly PlannedItem[]>>();

function itemsOf(request: ItemRequest): readonly PlannedItem[] {
  const { definitions, subject, on, periodKind } = request;
  const known = planned.get(definitions) ?? new Map<string, readonly PlannedItem[]>();
  planned.set(definitions, known);
  const { judgedAs, roleCode, serviceId, days } = subject;
  const key = [judgedAs, roleCode, serviceId, days.from, days.until, on, periodKind].join();
  const items = known.get(key) ?? planItems(request);
  known.set(key, items);
  return items;
}

function planItems(request: ItemRequest): PlannedItem[] {
  const { subject } = request;
  const items = subject.kind === "position" ? assignedItems(request) : itemsInUse(request);
  return items
    .filter((one) => requireKpi(one.kpi.kpiCode).judges.includes(subject.judgedAs))
    .sort((a, b) => placeOf(a) - placeOf(b));
}

/** Items are shown in the order of the catalogue. */
const placeOf = ({ kpi }: PlannedItem): number => allKpis().findIndex(({ code }) => code === kpi.kpiCode);

/** KPIs in use: those with a target weigh the same, the others inform. */
function itemsInUse({ definitions, subject, on, periodKind }: ItemRequest): PlannedItem[] {
  const objectives = objectivesInForce(definitions.objectives, definitions.objectiveVersions, on);
  return usesInForce(definitions.uses, subject.serviceId, on).flatMap((use) => {
    const kpi = resolveKpiOn(use, on);
    const days = commonDays(lineageOf(use.id, definitions.uses), subject.days);
    const chosen = chosenTarget({ kpi, serviceId: subject.serviceId, periodKind, assignment: null }, objectives);
    const weight = chosen.target === null ? "0" : "1";
    const origin = { kind: "use", id: use.id, version: use.version } as const;
    return days ? [{ kpi, origin, minSample: use.minSample, weight, ...chosen, ...PLAIN, days }] : [];
  });
}

/** KPIs assigned to the role; what an assignment leaves open is taken from the KPI in use, then from the catalogue. */
function assignedItems({ definitions, subject, on, periodKind }: ItemRequest): PlannedItem[] {
  const { roleCode, serviceId } = subject;
  if (roleCode === null) return [];
  const objectives = objectivesFor(subject, definitions, on);
  const uses = usesInForce(definitions.uses, serviceId, on);
  return assignmentsInForce(definitions.assignments, { roleCode, serviceId }, on).flatMap((assignment) => {
    const use = useBehind(assignment, uses);
    const kpi = kpiOfAssignment(assignment, uses, on);
    const counting = commonDays(lineageOf(assignment.id, definitions.assignments), subject.days);
    const days = counting && (countsInOneCurrency(subject, definitions, kpi) ? counting : { ...counting, sources: [] });
    const chosen = chosenTarget({ kpi, serviceId, periodKind, assignment }, objectives);
    const minSample = assignment.minSample || (use?.minSample ?? 0);
    const { id, version, weight, scheme, gate, onMissing, baseline } = assignment;
    const origin = { kind: "assignment", id, version } as const;
    return days ? [{ kpi, origin, minSample, weight, ...chosen, baseline, scheme, gate, onMissing, days }] : [];
  });
}

/** The KPI in use that an assignment refers to: with its dialect, if there is one. */
function useBehind(assignment: KpiAssignment, uses: readonly KpiUse[]): KpiUse | undefined {
  const ofKpi = uses.filter((one) => one.kpiCode === assignment.kpiCode);
  return ofKpi.find((one) => one.dialect === assignment.dialect) ?? ofKpi[0];
}

/** What an assignment means on a day, with the KPIs in use where it applies. */
export function kpiOfAssignment(assignment: KpiAssignment, uses: readonly KpiUse[], on: Day): KpiInUse {
  const use = useBehind(assignment, uses);
  const dialect = assignment.dialect ?? use?.dialect;
  const parameters = { ...use?.parameters, ...assignment.parameters };
  return resolveKpiOn({ kpiCode: assignment.kpiCode, dialect, parameters }, on);
}

const lineageOf = <T extends KpiUse | KpiAssignment>(id: string, all: readonly T[]): DayRange =>
  lineage(all.filter((one) => one.id === id));
