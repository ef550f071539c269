import type { MeasureDefinition } from "../measure-definition";

/** What measures of calibrations may look at. Scores are hundredths of a point. */
export interface CalibrationFacts {
  readonly scoreHundredths: number | null;
  readonly referenceHundredths: number | null;
  readonly passed: boolean | null;
  readonly referencePassed: boolean | null;
}

type CalibrationMeasure = MeasureDefinition<CalibrationFacts>;

const calibration = (
  one: Pick<CalibrationMeasure, "code" | "description" | "condition" | "counts"> & Partial<CalibrationMeasure>,
): CalibrationMeasure => ({
  ...{ unit: "count", parameters: [], sumOf: null, amount: () => 1, ...one },
  ...{ stream: "calibration", attribution: "calibrated" },
});

const DIFFERENCE = "f.score_hundredths - f.reference_hundredths";
const difference = (f: CalibrationFacts): number => (f.scoreHundredths ?? 0) - (f.referenceHundredths ?? 0);
const SCORED = "f.score_hundredths is not null and f.reference_hundredths is not null";
const isScored = (f: CalibrationFacts): boolean => f.scoreHundredths !== null && f.referenceHundredths !== null;

/** One of the four ways in which two verdicts meet. */
const verdicts = (passed: boolean, referencePassed: boolean): CalibrationMeasure => {
  const word = (is: boolean): string => (is ? "pass" : "fail");
  return calibration({
    code: `verdicts_${word(passed)}_${word(referencePassed)}`,
    description: `Compared verdicts: evaluator ${word(passed)}, reference ${word(referencePassed)}.`,
    condition: `f.passed is ${passed} and f.reference_passed is ${referencePassed}`,
    counts: (f) => f.passed === passed && f.referencePassed === referencePassed,
  });
};

export const CALIBRATION_MEASURES: readonly CalibrationMeasure[] = [
  calibration({
    ...{ code: "calibrations", condition: SCORED, counts: isScored },
    description: "Scores compared with a reference score.",
  }),
  calibration({
    ...{ code: "calibration_distance", condition: SCORED, counts: isScored, unit: "points" },
    description: "How far scores are from the reference, above or below, added up in hundredths of a point.",
    sumOf: `abs(${DIFFERENCE})`,
    amount: (f) => Math.abs(difference(f)),
  }),
  calibration({
    ...{ code: "calibration_difference", condition: SCORED, counts: isScored, unit: "points" },
    description: "Score less reference, added up in hundredths of a point: above zero, too generous.",
    sumOf: DIFFERENCE,
    amount: difference,
  }),
  calibration({
    code: "calibrations_agreed",
    description: "Scores at most tolerancePoints from the reference.",
    parameters: ["tolerancePoints"],
    condition: `${SCORED} and abs(${DIFFERENCE}) <= :tolerancePoints * 100`,
    counts: (f, { tolerancePoints = 0 }) => isScored(f) && Math.abs(difference(f)) <= tolerancePoints * 100,
  }),
  verdicts(true, true),
  verdicts(true, false),
  verdicts(false, true),
  verdicts(false, false),
];
