import type { CalibrationFacts } from "../catalogue/calibration-measures";
import type { EvaluationFacts } from "../catalogue/quality-measures";
import type { ComplaintFacts, EmployeeSurveyFacts } from "../catalogue/voice-measures";

const NO_ERRORS = { productErrors: 0, processErrors: 0, otherErrors: 0, tracedErrors: 0, trainingErrors: 0 };
const ONE_OF_EACH = { productErrors: 1, processErrors: 1, otherErrors: 1, tracedErrors: 2, trainingErrors: 1 };

/** Forms of every score around each cap, failed or not, with nothing applicable, and without points. */
export const evaluationWitnesses = (limits: readonly number[]): EvaluationFacts[] =>
  [NO_ERRORS, ONE_OF_EACH].flatMap((errors) =>
    [true, false].flatMap((autoFailed) => [
      { ...errors, autoFailed, earnedMillionths: null, applicableMillionths: null },
      { ...errors, autoFailed, earnedMillionths: 0, applicableMillionths: 0 },
      ...[0, 1, 100, ...limits.filter((limit) => limit >= 0 && limit <= 100)].map((percent) => ({
        ...{ ...errors, autoFailed, earnedMillionths: percent * 1_000_000, applicableMillionths: 100_000_000 },
      })),
    ]),
  );

/** Scores around each tolerance, above and below the reference, with every pair of verdicts. */
export const calibrationWitnesses = (limits: readonly number[]): CalibrationFacts[] =>
  [true, false, null].flatMap((passed) =>
    [true, false, null].flatMap((referencePassed) => [
      { scoreHundredths: null, referenceHundredths: null, passed, referencePassed },
      ...[0, 1, -1, 10_000, ...limits.map((limit) => limit * 100)].flatMap((apart) =>
        [5_000 + apart, 5_000 - apart].map((scoreHundredths) => ({
          ...{ scoreHundredths, referenceHundredths: 5_000, passed, referencePassed },
        })),
      ),
    ]),
  );

/** Complaints found right, wrong, and not judged yet. */
export const complaintWitnesses = (): ComplaintFacts[] => [true, false, null].map((justified) => ({ justified }));

/** Answers of every scale and rating. */
export const employeeSurveyWitnesses = (limits: readonly number[]): EmployeeSurveyFacts[] =>
  [2, 5, 10, 100].flatMap((ratingScale) =>
    [null, 1, 2, ratingScale - 1, ratingScale, ...limits].flatMap((rating) =>
      [null, 0, 6, 7, 8, 9, 10].map((recommend) => ({ rating, ratingScale, recommend })),
    ),
  );
