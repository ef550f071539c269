import type { Measure } from "../measure-definition";
import type { CaseMomentFacts } from "./case-facts";
import { counted, summed } from "./case-measure";

/** Which part of a time counts: without waiting for the customer, without any pause, or the whole of it. */
type Part = "" | "worked_" | "whole_";
const PARTS: Readonly<Record<Part, string>> = {
  "": "without waiting for the customer",
  worked_: "without any pause",
  whole_: "pauses included",
};

const CLOCKS = { calendar: "on the clock on the wall", business: "of working time" } as const;
type Clock = keyof typeof CLOCKS;

interface Time {
  readonly attribution: string;
  /** Of the measures: `first_response` → `first_response_business_seconds`. */
  readonly code: string;
  readonly from: string;
  readonly count: readonly [code: string, description: string];
  readonly parts: readonly Part[];
}

const valueOf = (clock: Clock, part: Part) => {
  const name = `${clock}${{ "": "", worked_: "Worked", whole_: "Whole" }[part]}Seconds` as keyof CaseMomentFacts;
  return (fact: CaseMomentFacts): number | null => fact[name] as number | null;
};

const ofTime = ({ attribution, code, from, count: [countCode, description], parts }: Time): Measure[] => [
  counted(attribution, {
    code: countCode,
    description,
    condition: "f.calendar_whole_seconds is not null",
    counts: (f) => f.calendarWholeSeconds !== null,
  }),
  ...parts.flatMap((part) =>
    (Object.keys(CLOCKS) as Clock[]).map((clock) => {
      const column = `f.${clock}_${part}seconds`;
      const value = valueOf(clock, part);
      return summed(attribution, {
        code: `${code}_${clock}_${parts.length > 1 ? part : ""}seconds`,
        description: `Seconds ${CLOCKS[clock]} ${from}, ${PARTS[part]}.`,
        unit: "seconds",
        condition: `${column} is not null`,
        counts: (f) => value(f) !== null,
        sumOf: column,
        amount: (f) => value(f) ?? 0,
      });
    }),
  ),
];

/** How long the steps of a case took. Each is counted with its time, on the day it was done. */
export const CASE_TIME_MEASURES: readonly Measure[] = [
  {
    attribution: "responded",
    code: "first_response",
    from: "from the opening of the case to the first reply by a human",
    count: ["first_responses", "Cases that a human replied to for the first time."] as const,
    parts: ["whole_"] as const,
  },
  {
    attribution: "solution",
    code: "first_solution",
    from: "from the opening of the case to the first solution offered",
    count: ["first_solutions", "Cases in which a solution was offered for the first time."] as const,
    parts: ["whole_"] as const,
  },
  {
    attribution: "turnaround",
    code: "turnaround",
    from: "from the assignment of a case to that agent's solution or request for information",
    count: [
      "turnarounds",
      "Assignments that the agent answered with a solution or a request for information.",
    ] as const,
    parts: [""] as const,
  },
  {
    attribution: "resolved",
    code: "resolution",
    from: "from the opening of the case to its last resolution",
    count: ["resolutions_timed", "Cases resolved for good, as far as is known."] as const,
    parts: ["", "worked_", "whole_"] as const,
  },
].flatMap(ofTime);
