import { requireKpi } from "../kpis/kpi-in-use.rules";
import { Decimal } from "../shared/decimal";
import { datedRecords, type Dated } from "../shared/versions";
import type { ObjectiveReferences } from "./objective-references";
import type { Objective } from "./objective.entity";
import type { ObjectiveAims } from "./read-objective-terms";
import { writtenBaseline } from "./relative-target.rules";
import { writtenTarget } from "./target.rules";

export type ObjectiveTerms = ObjectiveAims & Dated;

/** The code that stands for an id in documents. */
export type CodeOf = ObjectiveReferences["codeOf"];

/** The terms of a version as the document says them; null: what it may leave out. */
export function objectiveTermsRecord(terms: ObjectiveTerms, codeOf: CodeOf) {
  const { measuredBy, minSample, rounding, rolling, exclusionsAllowed, calendarId, amendmentId } = terms;
  const weight = new Decimal(terms.weight);
  return {
    amendment: amendmentId && codeOf(amendmentId),
    ...measuredRecord(terms),
    ...levelsRecord(terms),
    ...{ rounding: rounding && { ...rounding }, measuredBy, minSample },
    weight: weight.eq(1) ? null : weight.toNumber(),
    rolling: rolling === 1 ? null : rolling,
    calendar: calendarId && codeOf(calendarId),
    exclusionsAllowed: exclusionsAllowed && [...exclusionsAllowed],
    ...partsRecord(terms, codeOf),
  };
}

/** What is not measured follows from what it is put together from, or from what is asked. */
function measuredRecord({ kpiCode, dialect, parameters, composite, question }: ObjectiveTerms) {
  const isMeasured = composite === null && question === null;
  return isMeasured ? { kpi: kpiCode, dialect, parameters } : { kpi: null, dialect: null, parameters: null };
}

function levelsRecord({ kpiCode, target, minimum, expected, baseline, relief }: ObjectiveTerms) {
  const kpi = requireKpi(kpiCode);
  const written = (exact: string | null) => exact && writtenTarget(exact, kpi);
  return {
    target: baseline ? null : written(target),
    baseline: baseline && writtenBaseline(baseline, kpi),
    ...{ minimum: written(minimum), expected: written(expected) },
    relief: relief && {
      tolerance: writtenTarget(relief.tolerance, { unit: "share" }),
      effect: relief.effect,
      adjustedTarget: written(relief.adjustedTarget),
    },
  };
}

const partsRecord = ({ composite, question }: ObjectiveTerms, codeOf: CodeOf) => ({
  composite: composite && {
    rule: composite.rule,
    parts: composite.parts.map(({ objectiveId, weight }) => ({
      objective: codeOf(objectiveId),
      weight: new Decimal(weight).toNumber(),
    })),
  },
  question: question && {
    question: question.question,
    scale: { from: question.scale.from, to: question.scale.to },
    assessors: question.assessors,
    evidenceRequired: question.evidenceRequired,
    cadence: question.cadence,
  },
});

/** The objective as its document says it. */
export const objectiveRecord = ({ name, clause }: Objective, versions: readonly ObjectiveTerms[], codeOf: CodeOf) => ({
  name,
  clause,
  versions: datedRecords(versions, (terms) => objectiveTermsRecord(terms, codeOf)),
});
