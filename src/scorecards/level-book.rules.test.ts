import { addDays, day, type Day } from "../shared/day";
import { seeded } from "../test-support/seeded";
import type { Window } from "./accounts.rules";
import { boundariesOf, LevelBook } from "./level-book.rules";
import type { LevelRow } from "./level.queries";

const SEED = 20_261_122;
const FIRST = day("2026-05-20");

interface Flow {
  readonly on: Day;
  readonly amount: number;
}

const windowOf = (from: Day, days: number): Window => ({ from, until: addDays(from, days), days });

/** Rows as the database would put them together. */
function bookOf(flows: readonly Flow[], windows: readonly Window[]): LevelBook {
  const boundaries = boundariesOf(windows);
  const dayNumber = (on: Day): number => (Date.parse(on) - Date.parse(boundaries[0]!)) / 86_400_000;
  const rows = flows
    .filter(({ on }) => on < boundaries.at(-1)!)
    .map(({ on, amount }): LevelRow => ({
      ...{ account: 0, stream: "case", channels: "none", length: 1 },
      bucket: boundaries.filter((one) => one <= on).length,
      sums: [amount],
      moments: [amount * dayNumber(on)],
    }));
  return new LevelBook(rows, boundaries);
}

function closings(book: LevelBook, window: Window): Record<string, number> {
  const found = book.closingsOf(0, window).map(({ closing, sums }) => [closing ?? "none", sums[0] ?? 0] as const);
  return { at_start: 0, at_end: 0, day_sum: 0, ...Object.fromEntries(found) };
}

/** Level at the end of each day, the plain way. */
const levelBefore = (flows: readonly Flow[], until: Day): number =>
  flows.filter(({ on }) => on < until).reduce((sum, { amount }) => sum + amount, 0);

describe("levels from flows", () => {
  it("of +5 on the 1st and −2 on the 3rd are 5, 3 and 11 over the 2nd to the 4th", () => {
    const window = windowOf(day("2026-06-02"), 3);
    const flows = [
      { on: day("2026-06-01"), amount: 5 },
      { on: day("2026-06-03"), amount: -2 },
    ];

    expect(closings(bookOf(flows, [window]), window)).toEqual({ at_start: 5, at_end: 3, day_sum: 11 });
  });

  it(`are those of counting day by day, wherever a period is cut (seed ${SEED})`, () => {
    const random = seeded(SEED);
    const upTo = (limit: number): number => Math.floor(random() * limit);
    for (let round = 0; round < 200; round += 1) {
      const flows = Array.from({ length: upTo(30) }, () => ({ on: addDays(FIRST, upTo(60)), amount: upTo(9) - 4 }));
      const whole = windowOf(addDays(FIRST, 10 + upTo(20)), 2 + upTo(20));
      const cut = 1 + upTo(whole.days - 1);
      const [before, after] = [windowOf(whole.from, cut), windowOf(addDays(whole.from, cut), whole.days - cut)];
      const book = bookOf(flows, [whole, before, after]);

      const [all, first, second] = [closings(book, whole), closings(book, before), closings(book, after)];

      const during = flows.filter(({ on }) => on >= whole.from && on < whole.until);
      expect(all.at_end).toBe(all.at_start! + during.reduce((sum, { amount }) => sum + amount, 0));
      expect([first.at_start, first.at_end, second.at_end]).toEqual([all.at_start, second.at_start, all.at_end]);
      expect(first.day_sum! + second.day_sum!).toBe(all.day_sum);
      const days = Array.from({ length: whole.days }, (_, i) => addDays(whole.from, i + 1));
      expect(all.day_sum).toBe(days.reduce((sum, end) => sum + levelBefore(flows, end), 0));
      expect(all.at_start).toBe(levelBefore(flows, whole.from));
    }
  });
});
