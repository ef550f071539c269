import { exactText } from "../../../shared/rational";
import type { Band, Mechanism } from "../clause";
import { clausePay } from "./clause-pay.rules";
import type { ClauseReading } from "./clause-reading";
import { aReading, percent, plain, SECONDS } from "./clause-reading.builder";

const amountOf = (mechanism: Mechanism, reading: Partial<ClauseReading>): string =>
  exactText(clausePay(mechanism, aReading(reading)).amount);

describe("bands", () => {
  const band = (from: string | null, until: string | null, pays: string): Band => ({ from, until, pays });
  const bands = [
    band("0.99", null, "0"),
    band("0.98", "0.99", "1"),
    band("0.97", "0.98", "2"),
    band("0.96", "0.97", "3"),
    band(null, "0.96", "4"),
  ];
  const points = (reading: Extract<Mechanism, { kind: "bands" }>["reading"]): Mechanism => ({
    kind: "bands",
    pays: "points",
    reading,
    bands,
  });

  it.each([
    ["98.5", "1"],
    ["96.5", "3"],
    ["99", "0"],
    ["95.9", "4"],
    ["98.95", "1"],
  ])("%s %% is worth %s points (UK model services agreement, X57)", (value, expected) => {
    const mechanism = points({ kind: "truncate", decimals: 1 });

    expect(amountOf(mechanism, { value: percent(value) })).toBe(expected);
  });

  it.each([
    ["98.94", "1", "1", "1"],
    ["98.95", "1", "0", "1"],
    ["98.99999", "1", "0", "1"],
    ["99", "0", "0", "0"],
    ["97.96", "2", "1", "2"],
  ])("%s %%: cut %s, rounded %s, as it is %s", (value, cut, halfUp, continuous) => {
    const amounts = (["truncate", "half_up", "continuous"] as const).map((kind) =>
      amountOf(points({ kind, decimals: kind === "continuous" ? null : 1 }), { value: percent(value) }),
    );

    expect(amounts).toEqual([cut, halfUp, continuous]);
  });

  const availability: Mechanism = {
    kind: "bands",
    pays: "fee_share",
    reading: { kind: "continuous", decimals: null },
    bands: [
      band("0.9999", null, "0"),
      band("0.99", "0.9999", "0.05"),
      band("0.95", "0.99", "0.15"),
      band(null, "0.95", "1"),
    ],
  };

  it.each([
    ["99.995", "0"],
    ["99.99", "0"],
    ["99.5", "0.05"],
    ["99.0", "0.05"],
    ["97", "0.15"],
    ["95.0", "0.15"],
    ["94", "1"],
  ])("an availability of %s %% costs %s of the fee (A10, X65)", (value, expected) => {
    expect(amountOf(availability, { value: percent(value) })).toBe(expected);
  });

  // docs.demyst.com/docs/service-level-credits: ≥ 99.9 → 0; ≥ 99.0 → 2 %; ≥ 95.0 → 3 %; below → 5 %
  it.each([
    ["99.9", "0"],
    ["99.8999", "0.02"],
    ["99", "0.02"],
    ["98.9999", "0.03"],
    ["95", "0.03"],
    ["94.9999", "0.05"],
  ])("an availability of %s %% costs %s of the charges (Demyst)", (value, expected) => {
    const mechanism: Mechanism = {
      ...availability,
      bands: [
        band("0.999", null, "0"),
        band("0.99", "0.999", "0.02"),
        band("0.95", "0.99", "0.03"),
        band(null, "0.95", "0.05"),
      ],
    };

    expect(amountOf(mechanism, { value: percent(value) })).toBe(expected);
  });

  it.each([
    ["20", "0"],
    ["20.0001", "1"],
    ["30", "1"],
    ["30.0001", "2"],
  ])("a bound of what is to be small belongs to the better band: %s s is worth %s", (value, expected) => {
    const mechanism: Mechanism = {
      kind: "bands",
      pays: "points",
      reading: { kind: "continuous", decimals: null },
      bands: [band("20", null, "0"), band("30", "20", "1"), band(null, "30", "2")],
    };

    expect(amountOf(mechanism, { kpi: SECONDS, value: plain(value) })).toBe(expected);
  });

  it("refuses a value between bands that nobody checked", () => {
    const mechanism = { ...availability, bands: [band("0.99", null, "0"), band(null, "0.98", "1")] } as Mechanism;

    expect(() => amountOf(mechanism, { value: percent("98.5") })).toThrow("98.5 % lies in none of the bands.");
  });
});
