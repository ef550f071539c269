import { startOfDay, type Day } from "../../shared/day";
import { copyInstant } from "../fact-row";
import { declareStream, type Objection } from "./declared-stream";
import { calendarDay, decimal, needed, text, whole, word, type Said } from "./field-kinds";
import { hundredths, outOfRange } from "./hundredths.rules";

const fields = {
  day: needed(calendarDay("The day whose end it describes.")),
  population: word(["staff", "customers"], "Whom it counts. Null: staff.", {
    staff: "People who work for the service.",
    customers: "Customers of the client whom the service serves.",
  }),
  group: text(
    "Role, team or another part of the population, in the words of the source. Null: all of it, and no part is sent.",
  ),
  headcount: needed(decimal("How many there are, at most two decimals (full-time equivalents).", 2)),
  required: decimal("How many there should be, at most two decimals. Null: as the snapshot before says.", 2),
  joiners: whole("How many came since the snapshot before. Null: not known."),
  leavers: whole("How many left since then. Null: voluntary plus involuntary."),
  voluntaryLeavers: whole("Of those who left, how many wanted to. Null: not known."),
  involuntaryLeavers: whole("Of those who left, how many had to. Null: not known."),
};

type SaidHeadcount = Said<typeof fields>;

export const HEADCOUNT = declareStream({
  stream: "headcount",
  noun: "headcounts",
  description:
    "How many people belong to a service on a day: its staff, or its customers. Each snapshot holds until the next of the same group.",
  fields,
  channel: "none",
  person: "none",
  when: "day",
  columns: [
    ["day", "date"],
    ["population", "text"],
    ["group_name", "text"],
    ["headcount_hundredths", "bigint"],
    ["required_hundredths", "bigint"],
    ["joiners", "integer"],
    ["leavers", "integer"],
    ["voluntary_leavers", "integer"],
    ["involuntary_leavers", "integer"],
    ["occurred_at", "timestamptz"],
  ],
  fact: (said, { day, service }) => {
    const wrong = outOfRange<keyof typeof fields>({ headcount: said.headcount, required: said.required });
    if (wrong) return wrong;
    const leavers = said.leavers ?? reasons(said);
    return (
      tooManyReasons(said, leavers) ?? {
        values: {
          ...{ day, population: said.population ?? "staff", group_name: said.group ?? "" },
          ...{ headcount_hundredths: hundredths(said.headcount), required_hundredths: hundredths(said.required) },
          ...{ joiners: said.joiners, leavers, voluntary_leavers: said.voluntaryLeavers },
          ...{ involuntary_leavers: said.involuntaryLeavers, occurred_at: midnight(day, service.clock.name) },
        },
      }
    );
  },
});

const reasons = ({ voluntaryLeavers, involuntaryLeavers }: SaidHeadcount): number | null =>
  voluntaryLeavers === null && involuntaryLeavers === null ? null : (voluntaryLeavers ?? 0) + (involuntaryLeavers ?? 0);

function tooManyReasons(said: SaidHeadcount, leavers: number | null): Objection<keyof typeof fields> | null {
  const known = reasons(said);
  if (known === null || leavers === null || known <= leavers) return null;
  const reason = `${known} left voluntarily or not, of ${leavers} who left. Correct one of the numbers.`;
  return { about: "leavers", code: "CONTRADICTION", reason };
}

const midnight = (day: Day, zone: string): string | null => copyInstant(startOfDay(day, zone).getTime());
