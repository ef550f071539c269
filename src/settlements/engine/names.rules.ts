import type { Setting } from "./clause-case.rules";

/** What an objective is called now, or was when it was last settled. */
export const nameOf = (code: string, { input, past }: Pick<Setting, "input" | "past">): string =>
  (input.objectives.find((one) => one.code === code) ?? lastReading(code, past))?.name ?? code;

const lastReading = (code: string, past: Setting["past"]) =>
  past.flatMap(({ readings }) => readings.filter((one) => one.code === code)).at(-1);
