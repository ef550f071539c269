import type { FactPlace } from "../fact-place";
import { within, type StreamDays } from "./stream-days.rules";

/** SQL of the day on which survey `c` counts as closed. */
const closedDaySql = (c: string): string => `coalesce(${c}.closed_day, ${c}.surveyed_day)`;

/** Surveys count on the day of the survey, and by a partial index on that of the closing if it is another. */
const surveyPlaces = (): FactPlace[] => [
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

export const SURVEY_DAYS: StreamDays = {
  places: surveyPlaces,
  counting: (attribution) =>
    attribution === "closed"
      ? {
          relation: "survey",
          columns: `coalesce(c.closed_at, c.surveyed_at) as occurred_at, ${closedDaySql("c")} as day`,
          near: `${within("surveyed_day")} or ${within("closed_day", "surveyed_day")}`,
          later: 0,
        }
      : {
          relation: "survey",
          columns: "c.surveyed_at as occurred_at, c.surveyed_day as day",
          near: within("surveyed_day"),
          later: 0,
        },
  allDays: `
    select service_id, surveyed_day as day from survey where client_id = $1
    union
    select service_id, closed_day from survey where client_id = $1 and closed_day <> surveyed_day`,
};
