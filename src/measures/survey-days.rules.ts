import type { FactPlace } from "./fact-place";

/** SQL of the day on which survey `c` counts as closed. */
export const closedDaySql = (c: string): string => `coalesce(${c}.closed_day, ${c}.surveyed_day)`;

/** Surveys count on the day of the survey, and by a partial index on that of the closing if it is another. */
export const surveyPlaces = (): FactPlace[] => [
  {
    from: `touched t join survey f on f.client_id = $1 and f.service_id = t.service_id and f.surveyed_day = t.day`,
    onDay: ({ measure }) => (measure.attribution === "surveyed" ? "true" : `${closedDaySql("f")} = t.day`),
  },
  {
    from: `touched t join survey f on f.client_id = $1 and f.service_id = t.service_id
      and f.closed_day = t.day and f.closed_day <> f.surveyed_day`,
    onDay: ({ measure }) => (measure.attribution === "closed" ? "true" : null),
  },
];
