import { amendedSpans, type AmendedSpan } from "../../contracts/amended-spans.rules";
import type { BelievedAmendment } from "../../contracts/amendment.lookups";
import { requireKpi, resolveKpiOn } from "../../kpis/kpi-in-use.rules";
import type { ObjectiveVersion } from "../../objectives/objective-version.entity";
import type { Objective } from "../../objectives/objective.entity";
import { addDays, type Day } from "../../shared/day";
import { groupBy } from "../../shared/group-by";
import { shiftPeriod, type Period } from "../../shared/period";
import type { ItemDays } from "../accounts.rules";
import type { ContractDefinitions } from "../definitions.queries";
import { inForce, lineage } from "../kpi-choice.rules";
import type { PlannedItem, PlannedObjective, PlannedStretch } from "../planned-item";
import { decidingDay, PLAIN, type PlannedPeriod } from "../scorecard-plan.rules";
import { commonDays } from "../source.rules";
import type { Subject } from "../subject.rules";
import { targetOf, type ObjectiveInForce } from "../target-choice.rules";

type Span = AmendedSpan<ObjectiveVersion, BelievedAmendment>;

/** The objectives of a period, each with the stretches of days that it is judged by. */
export function plannedObjectives(
  definitions: ContractDefinitions,
  subjects: readonly Subject[],
  planned: PlannedPeriod,
): PlannedObjective[] {
  const { contract, objectives, objectiveVersions } = definitions;
  const deciding = decidingDay(planned.period, { from: contract.startsOn, until: contract.endsOn });
  if (!deciding) return [];
  const versionsOf = groupBy(objectiveVersions, ({ objectiveId }) => objectiveId);
  return objectives.flatMap((objective): PlannedObjective[] => {
    const versions = versionsOf.get(objective.id) ?? [];
    const spans = spansOf(objective, versions, { definitions, deciding, planned });
    const subject = subjects.find((one) => one.id === (objective.serviceId ?? contract.id));
    const days = subject && spans.length > 0 && commonDays(lineage(versions), subject.days);
    return days ? [plannedObjective(objective, spans, { subject, days, validOn: planned.validOn ?? null })] : [];
  });
}

interface Asked {
  readonly definitions: ContractDefinitions;
  readonly deciding: Day;
  readonly planned: PlannedPeriod;
}

/** Under which versions which days are judged: those of the period, and of those before where they count together. */
function spansOf(objective: Objective, versions: readonly ObjectiveVersion[], asked: Asked): Span[] {
  const { planned, deciding } = asked;
  const { period, validOn = null } = planned;
  const until = addDays(deciding, 1);
  if (validOn !== null) {
    const [version] = inForce(versions, validOn);
    const from = version && windowFrom(version, period);
    return version && from ? [{ from, until, version, rule: null, amendment: null }] : [];
  }
  const days = { until, kind: period.kind, amendments: asked.definitions.amendments };
  const ofPeriod = amendedSpans(versions, { ...days, from: period.from });
  const last = ofPeriod.at(-1);
  if (last?.until !== until) return [];
  const from = windowFrom(last.version, period);
  const spans = from === period.from ? ofPeriod : amendedSpans(versions, { ...days, from });
  return objective.kind === "measured" && areComparable(spans) ? spans : [{ ...last, from, rule: null }];
}

/** Only results of the kind of period that an objective is measured by reach back. */
const windowFrom = ({ rolling, measuredBy }: ObjectiveVersion, period: Period): Day =>
  rolling > 1 && measuredBy === period.kind ? shiftPeriod(period, 1 - rolling).from : period.from;

/** Seconds and shares cannot be weighed against each other: what holds on the last day judges all of it then. */
const areComparable = (spans: readonly Span[]): boolean =>
  new Set(spans.map(({ version }) => requireKpi(version.kpiCode)).map(({ unit, direction }) => `${unit}/${direction}`))
    .size === 1;

interface Owner {
  readonly subject: Subject;
  readonly days: ItemDays;
  readonly validOn: Day | null;
}

function plannedObjective(objective: Objective, spans: readonly Span[], owner: Owner): PlannedObjective {
  const stretches = spans.map((span): PlannedStretch => {
    const { from, until, version, rule, amendment } = span;
    const kpi = resolveKpiOn(version, owner.validOn ?? addDays(until, -1));
    const held = { objective, version, kpi };
    const item = itemOf(held, owner.days);
    return { from, until, rule, amendment, inForce: held, item: spans.length > 1 ? { ...item, minSample: 0 } : item };
  });
  const last = stretches.at(-1)!;
  const item = { ...last.item, minSample: last.inForce.version.minSample };
  return {
    ...{ inForce: last.inForce, subject: owner.subject, stretches },
    item: spans.length > 1 ? item : last.item,
  };
}

function itemOf(inForce: ObjectiveInForce, days: ItemDays): PlannedItem {
  const { kpi, version } = inForce;
  const origin = { kind: "objective", id: version.objectiveId, version: version.version } as const;
  return { kpi, origin, minSample: version.minSample, weight: "1", ...targetOf(inForce), ...PLAIN, days };
}
