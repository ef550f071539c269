import type { AuxState } from "../work-time.entity";
import type { Objection } from "./declared-stream";

/** What a source says of one person's time in one interval. Instants in milliseconds, null: not known. */
export interface SaidWorkTime {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly scheduledSeconds: number | null;
  readonly paidSeconds: number | null;
  readonly loggedSeconds: number | null;
  readonly availableSeconds: number | null;
  readonly handlingSeconds: number | null;
  readonly contactSeconds: number | null;
  readonly adherentSeconds: number | null;
  readonly productiveSeconds: number | null;
  readonly attendedSeconds: number | null;
  readonly unavailableSeconds: number | null;
  readonly auxStates: readonly AuxState[] | null;
}

type About = keyof SaidWorkTime;

/** The day on which clocks are set back. */
const LONGEST_SECONDS = 25 * 3_600;
/** Start and end are told to the second, and so are the times: they may disagree by one. */
const ROUNDING_SECONDS = 1;

/**
 * What follows from what was said; what was said is kept.
 * | said                                                    | follows                               |
 * | available 600, handling 2,400, 300 of productive states | productive 3,300                      |
 * | 300 of paid states                                      | unavailable 300                       |
 * | 300 of paid states, unavailable 200                     | unavailable 200                       |
 * | no states, no unavailable                               | unavailable is not known              |
 * A second of the clock is in one state only, so that these never last longer than the interval; nor are parts longer than
 * their whole (adherent and attended of scheduled, unavailable of paid, available of logged). Real life allows the rest: more paid
 * than worked, handling after logging out, working unscheduled, several contacts at a time.
 */
export function completedWorkTime(said: SaidWorkTime): SaidWorkTime | Objection<About> {
  const states = said.auxStates;
  const time = {
    ...said,
    productiveSeconds: said.productiveSeconds ?? productive(said),
    unavailableSeconds: said.unavailableSeconds ?? (states && secondsIn(states.filter((one) => one.paid))),
  };
  return outOfOrder(said) ?? longerThanTheClock(said) ?? largerThanItsWhole(time) ?? time;
}

function productive({ availableSeconds, handlingSeconds, auxStates }: SaidWorkTime): number | null {
  if (availableSeconds === null || handlingSeconds === null) return null;
  return availableSeconds + handlingSeconds + secondsIn((auxStates ?? []).filter((one) => one.productive));
}

const secondsIn = (states: readonly AuxState[]): number => states.reduce((sum, one) => sum + one.seconds, 0);

function outOfOrder({ startedAt, endedAt }: SaidWorkTime): Objection<About> | null {
  const about = "endedAt";
  if (endedAt <= startedAt) return { about, code: "WRONG_ORDER", reason: "It ends before it has begun, or at once." };
  if (endedAt - startedAt <= LONGEST_SECONDS * 1_000) return null;
  const hours = ((endedAt - startedAt) / 3_600_000).toFixed(1);
  const reason = `It lasts ${hours} hours; at most a day fits. Is the date of the end another? Cut longer times at midnight.`;
  return { about, code: "OUT_OF_RANGE", reason };
}

const OF_THE_CLOCK = [
  "loggedSeconds",
  "availableSeconds",
  "handlingSeconds",
  "adherentSeconds",
  "productiveSeconds",
  "attendedSeconds",
] as const satisfies readonly About[];

function longerThanTheClock(said: SaidWorkTime): Objection<About> | null {
  const lasts = Math.ceil((said.endedAt - said.startedAt) / 1_000);
  const isLonger = (seconds: number): boolean => seconds > lasts + ROUNDING_SECONDS;
  const single = OF_THE_CLOCK.find((one) => isLonger(said[one] ?? 0));
  if (single === "handlingSeconds")
    return contradiction(
      single,
      said[single],
      `the interval lasts ${lasts} s. Count parallel contacts in contactSeconds.`,
    );
  if (single) return contradiction(single, said[single], `the interval lasts ${lasts} s. Correct it, or the interval.`);
  const busy = (said.availableSeconds ?? 0) + (said.handlingSeconds ?? 0);
  if (isLonger(busy))
    return contradiction(
      "availableSeconds",
      busy,
      `the interval lasts ${lasts} s: nobody is available while handling.`,
    );
  const aux = secondsIn(said.auxStates ?? []);
  const [most] = [aux, productive(said) ?? 0].filter(isLonger);
  if (most === undefined) return null;
  return contradiction("auxStates", most, `the interval lasts ${lasts} s. A person is in one state at a time.`);
}

const PARTS = [
  ["adherentSeconds", "scheduledSeconds"],
  ["attendedSeconds", "scheduledSeconds"],
  ["unavailableSeconds", "paidSeconds"],
  ["availableSeconds", "loggedSeconds"],
] as const satisfies readonly (readonly [About, About])[];

function largerThanItsWhole(time: SaidWorkTime): Objection<About> | null {
  for (const [part, whole] of PARTS) {
    const [some, all] = [time[part], time[whole]];
    if (some === null || all === null || some <= all) continue;
    const about = part === "unavailableSeconds" && time.auxStates !== null ? "auxStates" : part;
    return contradiction(about, some, `${whole}, of which ${part} is a part, is ${all} s. Correct one of them.`);
  }
  return null;
}

const contradiction = (about: About, seconds: number | null, reason: string): Objection<About> => ({
  ...{ about, code: "CONTRADICTION", reason: `It comes to ${seconds ?? 0} s, yet ${reason}` },
});
