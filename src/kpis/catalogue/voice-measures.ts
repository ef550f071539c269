import type { Parameters } from "../kpi-definition";
import type { MeasureDefinition } from "../measure-definition";

/** What measures of complaints may look at. */
export interface ComplaintFacts {
  readonly justified: boolean | null;
}

/** What measures of employees' surveys may look at. */
export interface EmployeeSurveyFacts {
  readonly rating: number | null;
  readonly ratingScale: number;
  readonly recommend: number | null;
}

type Shape<F> = Pick<MeasureDefinition<F>, "code" | "description" | "condition" | "counts"> & {
  readonly parameters?: readonly string[];
};

const complaint = (shape: Shape<ComplaintFacts>): MeasureDefinition<ComplaintFacts> => ({
  ...{ parameters: [], ...shape, stream: "complaint", attribution: "received", unit: "count", sumOf: null },
  amount: () => 1,
});

const employee = (shape: Shape<EmployeeSurveyFacts>): MeasureDefinition<EmployeeSurveyFacts> => ({
  ...{ parameters: [], ...shape, stream: "employee_survey", attribution: "answered", unit: "count", sumOf: null },
  amount: () => 1,
});

export const COMPLAINT_MEASURES: readonly MeasureDefinition<ComplaintFacts>[] = [
  complaint({ code: "complaints", description: "Complaints received.", condition: "true", counts: () => true }),
  complaint({
    code: "complaints_justified",
    description: "Complaints that were found to be justified.",
    condition: "f.justified",
    counts: ({ justified }) => justified === true,
  }),
];

/** Published bounds of the net promoter score: 9 and 10 promote, 0 to 6 detract. */
const [PROMOTES, DETRACTS] = [9, 6];

export const EMPLOYEE_SURVEY_MEASURES: readonly MeasureDefinition<EmployeeSurveyFacts>[] = [
  employee({
    code: "employee_rated",
    description: "Employees' answers with a rating.",
    condition: "f.rating is not null",
    counts: ({ rating }) => rating !== null,
  }),
  employee({
    code: "employee_rated_top",
    description: "Employees' answers with one of the topBoxes best ratings of their scale.",
    parameters: ["topBoxes"],
    condition: "f.rating > f.rating_scale - :topBoxes",
    counts: ({ rating, ratingScale }, { topBoxes = 0 }: Parameters) =>
      rating !== null && rating > ratingScale - topBoxes,
  }),
  employee({
    code: "enps_answers",
    description: "Employees who say whether they would recommend working here.",
    condition: "f.recommend is not null",
    counts: ({ recommend }) => recommend !== null,
  }),
  employee({
    code: "enps_promoters",
    description: `Employees who say ${PROMOTES} or 10.`,
    condition: `f.recommend >= ${PROMOTES}`,
    counts: ({ recommend }) => recommend !== null && recommend >= PROMOTES,
  }),
  employee({
    code: "enps_detractors",
    description: `Employees who say 0 to ${DETRACTS}.`,
    condition: `f.recommend <= ${DETRACTS}`,
    counts: ({ recommend }) => recommend !== null && recommend <= DETRACTS,
  }),
];
