import type { Parameters } from "../kpi-definition";
import type { SurveyFacts, SurveyMeasure } from "../measure-definition";

type Shape = Pick<SurveyMeasure, "code" | "description" | "condition" | "counts"> & {
  readonly parameters?: readonly string[];
};

const counted = (attribution: "surveyed" | "closed", shape: Shape): SurveyMeasure => ({
  ...shape,
  stream: "survey",
  unit: "count",
  attribution,
  parameters: shape.parameters ?? [],
  sumOf: null,
  amount: () => 1,
});

const isTop = ({ rating, ratingScale }: SurveyFacts, { topBoxes = 0 }: Parameters): boolean =>
  rating !== null && rating > ratingScale - topBoxes;

const isBottom = ({ rating }: SurveyFacts, { bottomBoxes = 0 }: Parameters): boolean =>
  rating !== null && rating <= bottomBoxes;

const ratings = (attribution: "surveyed" | "closed", suffix: string, when: string): SurveyMeasure[] => [
  counted(attribution, {
    code: `rated${suffix}`,
    description: `Surveys with a rating, ${when}.`,
    condition: "f.rating is not null",
    counts: (f) => f.rating !== null,
  }),
  counted(attribution, {
    code: `rated_top${suffix}`,
    description: `Surveys rated with one of the topBoxes best answers of their scale, ${when}.`,
    parameters: ["topBoxes"],
    condition: "f.rating > f.rating_scale - :topBoxes",
    counts: isTop,
  }),
  counted(attribution, {
    code: `rated_bottom${suffix}`,
    description: `Surveys rated with one of the bottomBoxes worst answers, ${when}.`,
    parameters: ["bottomBoxes"],
    condition: "f.rating <= :bottomBoxes",
    counts: isBottom,
  }),
];

const answers = (code: string, column: string, question: string, answer: (f: SurveyFacts) => boolean | null) => [
  counted("surveyed", {
    code: `${code}_asked`,
    description: `Surveys that say whether ${question}.`,
    condition: `f.${column} is not null`,
    counts: (f) => answer(f) !== null,
  }),
  counted("surveyed", {
    code: `${code}_yes`,
    description: `Surveys that say ${question}.`,
    condition: `f.${column}`,
    counts: (f) => answer(f) === true,
  }),
];

/** A question without an answer is in neither count. A survey whose closing is not known counts as closed when surveyed. */
export const SURVEY_MEASURES: readonly SurveyMeasure[] = [
  ...ratings("surveyed", "", "on the day of the survey"),
  ...ratings("closed", "_closed", "on the day the contact or case was closed"),
  ...answers("resolved", "resolved", "the matter was resolved", (f) => f.resolved),
  ...answers(
    "first_contact",
    "resolved_first_contact",
    "the matter was resolved on the first contact",
    (f) => f.resolvedFirstContact,
  ),
];
