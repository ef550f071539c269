import type { JudgedKind, KpiDefinition, KpiInUse } from "../kpis/kpi-definition";
import { requireKpi, requireMeasuredKpi, resolveKpi } from "../kpis/kpi-in-use.rules";
import { Gathering } from "../shared/gathering";
import type { Dated } from "../shared/versions";
import { readComposite, readQuestion, readRelief } from "./objective-extras.rules";
import type { ObjectiveReferences } from "./objective-references";
import type { ObjectiveKind } from "./objective-terms";
import type { ObjectiveVersion } from "./objective-version.entity";
import { InvalidComparison, KpiCannotJudge, NotForThisKind, ObjectiveKindChanged } from "./objective.errors";
import type { WrittenObjectiveTerms } from "./objective.schema";
import { readTarget } from "./relative-target.rules";
import { exactTarget, InvalidTarget, refuseHigherMinimum } from "./target.rules";

/** What a version says besides its days. */
export type ObjectiveAims = Omit<
  ObjectiveVersion,
  "clientId" | "objectiveId" | "version" | "recordedAt" | "supersededAt" | keyof Dated
>;

/** Whose objective it is, whom it judges, in which currency, and what it may name. */
export interface ObjectivePlace {
  readonly clientId: string;
  readonly code: string;
  readonly subject: Extract<JudgedKind, "service" | "contract">;
  /** Null where the contract is not known. */
  readonly currency: string | null;
  /** Null where the contract is not known: names are left alone then. */
  readonly references: ObjectiveReferences | null;
}

export const kindOf = ({ composite, question }: WrittenObjectiveTerms): ObjectiveKind => {
  if (composite !== null) return "composite";
  return question === null ? "measured" : "qualitative";
};

/** The kind and the exact aims of every version, in the order written; everything that is wrong at once. */
export function readObjectiveTerms(written: readonly WrittenObjectiveTerms[], place: ObjectivePlace) {
  const gathering = new Gathering();
  const kind = written[0] ? kindOf(written[0]) : null;
  const read = written.map((terms, index) => {
    const under = ["versions", String(index)];
    if (kindOf(terms) !== kind) gathering.add(new ObjectiveKindChanged(place.code, kind!, under));
    return gathering.attemptNow(() => readAims(terms, place), under);
  });
  gathering.throwIfAny();
  return { kind, aims: read as ObjectiveAims[] };
}

function readAims(terms: WrittenObjectiveTerms, place: ObjectivePlace): ObjectiveAims {
  const gathering = new Gathering();
  const kind = kindOf(terms);
  for (const refusal of strangers(terms, kind)) gathering.add(refusal);
  const isNamed = kind !== "measured" || terms.kpi !== null;
  const kpi = isNamed ? gathering.attemptNow(() => kpiOf(terms, kind, place)) : undefined;
  if (kpi && !kpi.judges.includes(place.subject))
    gathering.add(new KpiCannotJudge(kpi.code, place.subject, kpi.judges));
  const inUse = kpi && gathering.attemptNow(() => readKpi(kpi, terms));
  const levels = kpi && gathering.attemptNow(() => readLevels(terms, { ...kpi, currency: place.currency }));
  const named = gathering.attemptNow(() => readNames(terms, place));
  const composite = gathering.attemptNow(() => readComposite(terms, place.references));
  const question = gathering.attemptNow(() => readQuestion(terms));
  const target = levels?.target;
  const relief =
    kpi && target
      ? gathering.attemptNow(() => readRelief(terms, { ...kpi, currency: place.currency }, target))
      : undefined;
  gathering.throwIfAny();
  const { measuredBy, minSample, rounding, weight, rolling, exclusionsAllowed } = terms;
  return {
    ...{ ...inUse!, ...levels!, ...named!, measuredBy, minSample, rounding, weight, rolling, exclusionsAllowed },
    ...{ composite: composite!, question: question!, relief: relief! },
  };
}

/** Fields that only measured objectives have, with what they are when nothing was written. */
const OF_MEASURED = ["kpi", "dialect", "baseline", "calendar", "exclusionsAllowed", "relief"] as const;

function strangers(terms: WrittenObjectiveTerms, kind: ObjectiveKind): NotForThisKind[] {
  const without = "Leave it out, or let a KPI measure the objective.";
  if (kind === "measured")
    return terms.kpi === null ? [new NotForThisKind("target", kind, "Write `kpi`, `composite` or `question`.")] : [];
  const written: string[] = OF_MEASURED.filter((field) => terms[field] !== null);
  if (Object.keys(terms.parameters).length > 0) written.push("parameters");
  if (terms.composite !== null && terms.question !== null) written.push("question");
  if (kind === "composite" && terms.rolling > 1) written.push("rolling");
  return written.map((field) => new NotForThisKind(field, kind, without));
}

const kpiOf = ({ kpi }: WrittenObjectiveTerms, kind: ObjectiveKind, { clientId }: ObjectivePlace): KpiDefinition =>
  kind === "measured" ? requireMeasuredKpi(kpi ?? "", clientId) : requireKpi(WORTH[kind]);

const WORTH = { composite: "COMPOSITE_ATTAINMENT", qualitative: "ASSESSMENT" } as const;

/** The rule of a composite is its dialect. */
function readKpi({ code }: KpiDefinition, terms: WrittenObjectiveTerms): KpiInUse {
  const { composite, question, dialect, parameters } = terms;
  if (composite !== null) return resolveKpi({ kpiCode: code, dialect: composite.rule.toUpperCase() });
  return question === null ? resolveKpi({ kpiCode: code, dialect, parameters }) : resolveKpi({ kpiCode: code });
}

type PricedKpi = KpiDefinition & { readonly currency: string | null };

/** Target, minimum and expected level, exact; a minimum asks for no more than either of the others. */
function readLevels(terms: WrittenObjectiveTerms, kpi: PricedKpi) {
  const gathering = new Gathering();
  const aim = gathering.attemptNow(() => readTarget(terms, kpi));
  const level = (field: "minimum" | "expected") =>
    gathering.attemptNow(() => terms[field] && exactTarget(terms[field], kpi, [field], kpi.currency)) ?? null;
  const [minimum, expected] = [level("minimum"), level("expected")];
  const target = aim?.target;
  if (aim && !target)
    gathering.add(new InvalidTarget("There is no target.", { path: ["target"], remedy: "Write it, or a baseline." }));
  if (target) gathering.attemptNow(() => refuseHigherMinimum({ target, minimum }, kpi, ["minimum"]));
  if (expected) gathering.attemptNow(() => refuseEasierThanMinimum({ expected, minimum }, kpi));
  if (terms.rounding && kpi.unit === "count")
    gathering.add(
      new InvalidComparison(`${kpi.code} is counted in whole numbers: rounding changes nothing.`, {
        path: ["rounding"],
        remedy: "Leave it out.",
      }),
    );
  gathering.throwIfAny();
  return { target: target!, baseline: aim!.baseline, minimum, expected };
}

function refuseEasierThanMinimum({ expected, minimum }: { expected: string; minimum: string | null }, kpi: PricedKpi) {
  try {
    refuseHigherMinimum({ target: expected, minimum }, kpi, ["expected"]);
  } catch (error) {
    if (!(error instanceof InvalidTarget)) throw error;
    throw new InvalidTarget(`The expected level ${expected} asks for less than the minimum ${minimum}.`, {
      path: ["expected"],
      remedy: "Expect at least what is the minimum.",
    });
  }
}

function readNames({ calendar, amendment }: WrittenObjectiveTerms, { references }: ObjectivePlace) {
  const gathering = new Gathering();
  const idOf = (kind: "calendar" | "amendment", code: string | null) =>
    code === null || references === null
      ? null
      : (gathering.attemptNow(() => references.find(kind, code, [kind]).id) ?? null);
  const [calendarId, amendmentId] = [idOf("calendar", calendar), idOf("amendment", amendment)];
  gathering.throwIfAny();
  return { calendarId, amendmentId };
}
