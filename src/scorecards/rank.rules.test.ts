import { ranks, type Rankable } from "./rank.rules";

const of = (id: string, score: string | null, parts: Partial<Rankable> = {}): Rankable => ({
  id,
  group: "agents",
  score,
  isThin: false,
  ...parts,
});

const placesOf = (...all: Rankable[]) => Object.fromEntries(ranks(all));

describe("ranks", () => {
  it("puts the best first", () => {
    expect(placesOf(of("a", "70"), of("b", "90"), of("c", "80.5"))).toEqual({
      b: { rank: 1, of: 3 },
      c: { rank: 2, of: 3 },
      a: { rank: 3, of: 3 },
    });
  });

  it("lets equal scores share a place, and counts them all for the next", () => {
    expect(placesOf(of("a", "90"), of("b", "90.0"), of("c", "70"))).toEqual({
      a: { rank: 1, of: 3 },
      b: { rank: 1, of: 3 },
      c: { rank: 3, of: 3 },
    });
  });

  it("gives no place without a score or on too small a sample", () => {
    expect(placesOf(of("a", null), of("b", "99", { isThin: true }), of("c", "50"))).toEqual({ c: { rank: 1, of: 1 } });
  });

  it("compares within a group only", () => {
    expect(placesOf(of("a", "90"), of("b", "80", { group: "leads" }))).toEqual({
      a: { rank: 1, of: 1 },
      b: { rank: 1, of: 1 },
    });
  });
});
