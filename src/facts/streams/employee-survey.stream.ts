import { copyInstant } from "../fact-row";
import { declareStream, type Objection } from "./declared-stream";
import { moment, needed, rating, text, whole, yesNo } from "./field-kinds";

const fields = {
  answeredAt: needed(moment("When the employee answered.")),
  rating: rating("How satisfied, from 1, the worst, to `ratingScale`; other scales by the profile's worst and best."),
  ratingScale: whole("The best rating, where it differs from row to row; the worst is then 1. Null: 5.", [2, 100]),
  recommend: whole("How likely the employee recommends working here, 0 to 10. Null: not answered.", [0, 10]),
  anonymous: yesNo("Whether nobody may know who answered. Null: yes, unless a person is named."),
  team: text("Code or name of the team, where no person is named."),
};

export const EMPLOYEE_SURVEY = declareStream({
  stream: "employee_survey",
  noun: "employees' answers",
  description: "An employee's answers to a survey of the company; anonymous unless a person is named.",
  fields,
  channel: "none",
  person: "optional",
  personDescription: "Who answered: the person's login for `source`, or the person's code. Null: anonymous.",
  when: "answeredAt",
  columns: [
    ["team", "text"],
    ["anonymous", "boolean"],
    ["rating", "integer"],
    ["rating_scale", "integer"],
    ["recommend", "integer"],
    ["occurred_at", "timestamptz"],
    ["day", "date"],
  ],
  fact: ({ answeredAt, rating: answer, recommend, ...said }, { day, personId }) => {
    if (said.anonymous && personId !== null) return NOT_ANONYMOUS;
    if (answer?.value == null && recommend === null) return NO_ANSWERS;
    return {
      values: {
        ...{ team: said.team, anonymous: said.anonymous ?? personId === null, rating: answer?.value ?? null },
        ...{ rating_scale: answer?.scale ?? 5, recommend, occurred_at: copyInstant(answeredAt), day },
      },
    };
  },
});

const NOT_ANONYMOUS: Objection<"anonymous"> = {
  about: "anonymous",
  code: "CONTRADICTION",
  reason:
    "An anonymous answer names a person. Leave the person out: it is not taken in, so that nobody can look it up.",
};

const NO_ANSWERS: Objection<"rating"> = {
  about: "rating",
  code: "NO_ANSWERS",
  reason: "No question was answered: rating and recommend have no value. Leave such rows out with `skipWhen`.",
};
