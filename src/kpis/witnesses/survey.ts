import type { SurveyFacts } from "../measure-definition";

/** No share looks at errors. */
const NO_ERROR = { errorKind: null, rootCause: null, rootCauseApproved: null } as const;
const ANSWERS = [true, false, null] as const;

/** Surveys of every scale and rating, with every answer to every question. */
export const surveyWitnesses = (limits: readonly number[]): SurveyFacts[] =>
  [2, 5, 10, 100].flatMap((ratingScale) =>
    [null, 1, 2, ratingScale - 1, ratingScale, ...limits].flatMap((rating) =>
      ANSWERS.flatMap((resolved) =>
        ANSWERS.map((resolvedFirstContact) => ({ rating, ratingScale, resolved, resolvedFirstContact, ...NO_ERROR })),
      ),
    ),
  );
