import { seeded } from "../../test-support/seeded";
import { coverOf, stretchesOf, timelinesOf, type Piece } from "./timeline.rules";

const piece = (step: number, from: number, until: number, more: Partial<Piece> = {}): Piece => ({
  ...{ step, from, until, serviceIds: null, channels: null },
  ...more,
});

test.each([
  [
    "one",
    [piece(1, 2, 5)],
    [
      [2, 1],
      [5, null],
    ],
  ],
  [
    "overlapping: the earlier step has the word",
    [piece(2, 1, 5), piece(1, 3, 8)],
    [
      [1, 2],
      [3, 1],
      [8, null],
    ],
  ],
  [
    "within another",
    [piece(1, 1, 9), piece(2, 3, 5)],
    [
      [1, 1],
      [9, null],
    ],
  ],
  [
    "side by side, of one step",
    [piece(1, 1, 3), piece(1, 3, 5)],
    [
      [1, 1],
      [5, null],
    ],
  ],
  [
    "apart",
    [piece(1, 1, 2), piece(2, 4, 5)],
    [
      [1, 1],
      [2, null],
      [4, 2],
      [5, null],
    ],
  ],
])("pieces lie as stretches: %s", (_, pieces, expected) => {
  expect(stretchesOf(pieces).map(({ from, step }) => [from, step])).toEqual(expected);
});

test("each instant goes at the earliest step of any piece it lies in, whatever their order (seed 3)", () => {
  const random = seeded(3);
  const upTo = (most: number): number => Math.floor(random() * most);
  for (let round = 0; round < 300; round += 1) {
    const pieces = Array.from({ length: 1 + upTo(6) }, () => {
      const from = upTo(30);
      return piece(upTo(4), from, from + 1 + upTo(10));
    });
    const stretches = stretchesOf(pieces);
    expect(stretchesOf([...pieces].reverse())).toEqual(stretches);
    for (let at = 0; at < 45; at += 1) {
      const steps = pieces.filter(({ from, until }) => at >= from && at < until).map(({ step }) => step);
      const found = stretches.findLast(({ from }) => from <= at)?.step ?? null;
      expect(found).toBe(steps.length === 0 ? null : Math.min(...steps));
    }
  }
});

test.each([
  ["before everything", 0, 2, { any: false, whole: null }],
  ["all of it", 2, 5, { any: true, whole: 1 }],
  ["a part", 4, 6, { any: true, whole: null }],
  ["two that meet: whole after the later one", 8, 12, { any: true, whole: 3 }],
  ["after everything", 20, 30, { any: false, whole: null }],
])("of an interval goes %s", (_, from, until, expected) => {
  const stretches = stretchesOf([piece(1, 2, 5), piece(2, 8, 10), piece(3, 10, 14)]);

  expect(coverOf(stretches, from, until)).toEqual(expected);
});

test("channels that a piece names have timelines of their own", () => {
  const pieces = [piece(1, 0, 9), piece(2, 5, 12, { channels: ["chat"] }), piece(3, 0, 99, { serviceIds: ["other"] })];

  const shown = timelinesOf("phone", pieces).map(({ channel, others, stretches }) => ({
    ...{ channel, others },
    until: stretches.at(-1)?.from,
  }));

  expect(shown).toEqual([
    { channel: "chat", others: ["chat"], until: 12 },
    { channel: null, others: ["chat"], until: 9 },
  ]);
  expect(timelinesOf("third", pieces.slice(2))).toEqual([]);
});
