import type { Call } from "./phonenow.calls";

/** Numerator and denominator of each figure of one month, of one agent or (null) of everybody. */
export interface Expected {
  readonly month: string;
  readonly agent: string | null;
  readonly figures: Readonly<Record<FigureName, readonly [numerator: number, denominator: number]>>;
}

export type FigureName = "answerRate" | "asa" | "aht" | "slA" | "slB" | "slD" | "csat" | "resolutionRate";

/** Plain sums over the rows. Cells that are empty say "not applicable": they are in no sum and in no count. */
export function expectedFigures(calls: readonly Call[]): Expected[] {
  const months = [...new Set(calls.map((call) => call.date.slice(0, 7)))].sort();
  const agents = [null, ...[...new Set(calls.map((call) => call.agent))].sort()];
  return months.flatMap((month) =>
    agents.map((agent) => {
      const those = calls.filter((call) => call.date.startsWith(month) && (agent === null || call.agent === agent));
      return { month, agent, figures: figuresOf(those) };
    }),
  );
}

function figuresOf(calls: readonly Call[]): Expected["figures"] {
  const answered = calls.filter((call) => call.answered === "Y");
  const within = answered.filter((call) => Number(call.waited) <= 30).length;
  const rated = calls.filter((call) => call.rating !== "");
  return {
    answerRate: [answered.length, calls.length],
    asa: [sum(answered.map((call) => Number(call.waited))), answered.length],
    aht: [sum(answered.map((call) => secondsOf(call.talk))), answered.length],
    slA: [within, calls.length],
    slB: [within, answered.length],
    // how long an abandoning caller waited is not recorded: none of them counts as abandoned within the threshold
    slD: [within, calls.length],
    csat: [rated.filter((call) => Number(call.rating) >= 4).length, rated.length],
    resolutionRate: [rated.filter((call) => call.resolved === "Y").length, rated.length],
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function secondsOf(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(":").map(Number);
  return hours * 3_600 + minutes * 60 + seconds;
}
