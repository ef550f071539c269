import { Gathering } from "../shared/gathering";
import type { PeriodKind } from "../shared/period";
import type { ObjectiveReferences } from "./objective-references";
import type { Composite, QualitativeQuestion, VolumeRelief } from "./objective-terms";
import { InvalidComposite, InvalidQuestion, InvalidRelief } from "./objective.errors";
import type { WrittenObjectiveTerms } from "./objective.schema";
import { shareWritten, type TargetKpi } from "./relative-target.rules";
import { exactTarget, isNoHarder } from "./target.rules";

/** Parts by their ids, each once, each weighing something. */
export function readComposite(
  { composite }: WrittenObjectiveTerms,
  references: ObjectiveReferences | null,
): Composite | null {
  if (composite === null) return null;
  const gathering = new Gathering();
  const parts = composite.parts.flatMap(({ objective, weight }, index) => {
    const path = ["composite", "parts", String(index)];
    if (Number(weight) <= 0)
      gathering.add(refusedPart(`The weight is ${weight}.`, [...path, "weight"], "Write more than 0."));
    if (composite.parts.findIndex((one) => one.objective === objective) < index)
      gathering.add(refusedPart(`"${objective}" is a part twice.`, [...path, "objective"], "Name it once."));
    const found = gathering.attemptNow(() => references?.find("objective", objective, [...path, "objective"]));
    return found ? [{ objectiveId: found.id, weight }] : [];
  });
  gathering.throwIfAny();
  return { rule: composite.rule, parts };
}

const refusedPart = (message: string, path: readonly string[], remedy: string): InvalidComposite =>
  new InvalidComposite(message, { path, remedy });

/** Which periods lie wholly within those by which an objective is judged. */
const WITHIN: Readonly<Record<PeriodKind, readonly PeriodKind[]>> = {
  day: ["day"],
  week: ["day", "week"],
  month: ["day", "month"],
  quarter: ["day", "month", "quarter"],
  year: ["day", "month", "quarter", "year"],
};

/** A scale that rises, and a cadence whose periods lie within those that are judged: weeks do not lie within months. */
export function readQuestion({ question, measuredBy }: WrittenObjectiveTerms): QualitativeQuestion | null {
  if (question === null) return null;
  const gathering = new Gathering();
  const { from, to } = question.scale;
  if (from >= to)
    gathering.add(
      new InvalidQuestion(`The scale goes from ${from} to ${to}.`, {
        path: ["question", "scale"],
        remedy: "Write the points of the worst answer in `from`, and more for the best in `to`.",
      }),
    );
  const cadence = question.cadence ?? measuredBy;
  if (!WITHIN[measuredBy].includes(cadence))
    gathering.add(
      new InvalidQuestion(`What is assessed by the ${cadence} cannot be judged by the ${measuredBy}.`, {
        path: ["question", "cadence"],
        remedy: `Assess by the ${WITHIN[measuredBy].join(" or ")}.`,
      }),
    );
  gathering.throwIfAny();
  return { ...question, cadence };
}

/** Relief with its tolerance as a share; another target must ask for less than the plain one. */
export function readRelief({ relief }: WrittenObjectiveTerms, kpi: TargetKpi, target: string): VolumeRelief | null {
  if (relief === null) return null;
  const gathering = new Gathering();
  const tolerance = shareWritten(relief.tolerance);
  if (tolerance === null)
    gathering.add(refusedRelief(`"${relief.tolerance}" is not a tolerance.`, "tolerance", "Write 10 % or 0.1."));
  if ((relief.effect === "adjust_target") !== (relief.adjustedTarget !== null))
    gathering.add(refusedRelief(MISFIT[relief.effect].message, "adjustedTarget", MISFIT[relief.effect].remedy));
  const adjustedTarget = gathering.attemptNow(() => adjusted(relief.adjustedTarget, kpi, target));
  gathering.throwIfAny();
  return { tolerance: tolerance!, effect: relief.effect, adjustedTarget: adjustedTarget! };
}

const MISFIT = {
  exclude: { message: "Days that do not count need no other target.", remedy: "Leave it out." },
  adjust_target: { message: "There is no target to adjust to.", remedy: "Write it, or exclude the days." },
} as const;

function adjusted(written: string | null, kpi: TargetKpi, target: string): string | null {
  const path = ["relief", "adjustedTarget"];
  if (written === null) return null;
  const exact = exactTarget(written, kpi, path, kpi.currency);
  if (isNoHarder(exact, target, kpi)) return exact;
  throw refusedRelief(
    `The adjusted target ${written} asks for more than the target.`,
    "adjustedTarget",
    "Relief asks for less: write a target that is easier to reach.",
  );
}

const refusedRelief = (message: string, field: string, remedy: string): InvalidRelief =>
  new InvalidRelief(message, { path: ["relief", field], remedy });
