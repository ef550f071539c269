import { refusedMechanism, refusedTerms, writtenTerms } from "./settlement-terms.builder";
import type { RawKind } from "./clause.schema";

const bands = (list: readonly object[], more: object = {}): RawKind => ({
  ...{ kind: "bands", pays: "points", bands: list },
  ...more,
});

describe("amounts", () => {
  it.each([
    [
      "a share without its sign",
      { amount: "10" },
      'INVALID_AMOUNT clauses.0.mechanism.amount: "10" is not a percentage.',
    ],
    [
      "a share that may be a ratio",
      { amount: 0.1 },
      'INVALID_AMOUNT clauses.0.mechanism.amount: "0.1" is not a percentage.',
    ],
    [
      "more than the whole fee",
      { amount: "110 %" },
      "INVALID_AMOUNT clauses.0.mechanism.amount: 110 % is more than 100 %.",
    ],
    ["less than nothing", { amount: "-5 %" }, 'INVALID_AMOUNT clauses.0.mechanism.amount: "-5 %" is negative.'],
    [
      "money without a currency",
      { pays: "money", amount: 500 },
      'INVALID_AMOUNT clauses.0.mechanism.amount: "500" is not an amount in EUR.',
    ],
    [
      "money of another currency",
      { pays: "money", amount: "500.00 USD" },
      'INVALID_AMOUNT clauses.0.mechanism.amount: "500.00 USD" is not an amount in EUR.',
    ],
    [
      "a percentage of points",
      { pays: "points", amount: "5 %" },
      'INVALID_AMOUNT clauses.0.mechanism.amount: "5 %" is not a plain number.',
    ],
    ["no number", { amount: "a lot" }, 'INVALID_AMOUNT clauses.0.mechanism.amount: "a lot" is not an amount.'],
  ])("are refused: %s", (_name, parts, refusal) => {
    expect(refusedMechanism({ kind: "fixed", pays: "fee_share", ...parts })).toEqual([refusal]);
  });

  it("of the terms are refused all at once", () => {
    const refused = refusedTerms(
      writtenTerms({ fee: "100000.005 EUR", atRisk: "120 %", creditCap: { pays: "fee_share", amount: "12" } }),
    );

    expect(refused).toEqual([
      'INVALID_AMOUNT fee: "100000.005 EUR" is no whole number of minor units.',
      "INVALID_AMOUNT atRisk: 120 % is more than 100 %.",
      'INVALID_AMOUNT creditCap.amount: "12" is not a percentage.',
    ]);
  });
});

it("is said which ways there are to read values", () => {
  const reading = { kind: "trunc", decimals: 1 };

  expect(refusedMechanism(bands([{ from: "99 %", pays: 0 }, { pays: 1 }], { reading }))).toEqual([
    'INVALID_FIELD clauses.0.mechanism.reading.kind: "kind" cannot be "trunc".',
  ]);
});

describe("bands", () => {
  const PUBLISHED = [
    { from: "99.0 %", pays: 0 },
    { from: "98.0 %", to: "98.9 %", pays: 1 },
    { to: "97.9 %", pays: 2 },
  ];

  it("written to one decimal leave 98.95 % to nobody, unless values are read to one decimal", () => {
    expect(refusedMechanism(bands(PUBLISHED))).toEqual([
      "BANDS_GAP clauses.0.mechanism.bands.2.to: Nothing is said of values between 97.9 % and 98 %.",
      "BANDS_GAP clauses.0.mechanism.bands.1.to: Nothing is said of values between 98.9 % and 99 %.",
    ]);
    for (const kind of ["truncate", "half_up"])
      expect(refusedMechanism(bands(PUBLISHED, { reading: { kind, decimals: 1 } }))).toEqual([]);
    expect(refusedMechanism(bands(PUBLISHED, { reading: { kind: "truncate", decimals: 2 } }))).toHaveLength(2);
  });

  it("may end where the better one begins", () => {
    const touching = [{ from: "99.99 %", pays: 0 }, { from: "99 %", until: "99.99 %", pays: 1 }, { pays: 2 }];

    expect(refusedMechanism(bands(touching))).toEqual([]);
  });

  it.each([
    [
      "that overlap",
      [
        { from: "98 %", pays: 0 },
        { to: "99 %", pays: 1 },
      ],
      ["BANDS_OVERLAP clauses.0.mechanism.bands.1.to: Values between 98 % and 99 % are claimed twice."],
    ],
    [
      "that begin at one value",
      [{ from: "98 %", pays: 0 }, { from: "98 %", pays: 1 }, { pays: 2 }],
      ["BANDS_OVERLAP clauses.0.mechanism.bands.1.from: Values from 98 % are claimed twice."],
    ],
    [
      "without what is worse",
      [
        { from: "98 %", pays: 0 },
        { from: "90 %", pays: 1 },
      ],
      ["BANDS_GAP clauses.0.mechanism.bands.1.from: Nothing is said of values worse than 90 %."],
    ],
    [
      "without what is better",
      [{ from: "98 %", to: "99 %", pays: 0 }, { pays: 1 }],
      ["BANDS_GAP clauses.0.mechanism.bands.0.to: Nothing is said of values better than 99 %."],
    ],
    [
      "that pay more for better service",
      [{ from: "98 %", pays: 2 }, { pays: 1 }],
      ["PAYS_FOR_WORSE clauses.0.mechanism.bands.0.pays: A better value pays more credit than a worse one."],
    ],
  ])("are refused: %s", (_name, list, refusals) => {
    expect(refusedMechanism(bands(list))).toEqual(refusals);
  });

  it.each([
    [
      "that go backwards",
      [{ from: "99 %", to: "98 %", pays: 0 }, { pays: 1 }],
      "0.to: The band goes from 99 % to 98 %, which is worse.",
    ],
    [
      "without room",
      [{ from: "98 %", until: "98 %", pays: 1 }, { from: "99 %", pays: 0 }, { pays: 2 }],
      "0.until: No value lies between 98 % and 98 %.",
    ],
    [
      "that end twice",
      [{ from: "98 %", until: "99 %", to: "98.9 %", pays: 1 }, { from: "99 %", pays: 0 }, { pays: 2 }],
      "0.to: The band ends twice.",
    ],
  ])("are refused: %s", (_name, list, refusal) => {
    expect(refusedMechanism(bands(list))).toEqual([`INVALID_CLAUSE clauses.0.mechanism.bands.${refusal}`]);
  });

  it("of what is to be small go the other way", () => {
    const times = { objectives: ["ASA-1"] };
    const upwards = [{ from: 0, to: 30, pays: 0 }, { from: 30, to: 60, pays: 1 }, { pays: 2 }];

    expect(refusedMechanism(bands(upwards), times)).toEqual([
      "INVALID_CLAUSE clauses.0.mechanism.bands.0.to: The band goes from 0 to 30, which is worse.",
      "INVALID_CLAUSE clauses.0.mechanism.bands.1.to: The band goes from 30 to 60, which is worse.",
    ]);
    expect(
      refusedMechanism(bands([{ from: 30, to: 0, pays: 0 }, { from: 60, to: 30, pays: 1 }, { pays: 2 }]), times),
    ).toEqual([]);

    expect(refusedMechanism(bands([{ from: 30, pays: 0 }, { from: 60, pays: 1 }, { pays: 2 }]), times)).toEqual([]);
    expect(refusedMechanism(bands([{ from: 30, pays: 1 }, { from: 60, pays: 0 }, { pays: 2 }]), times)).toEqual([
      "PAYS_FOR_WORSE clauses.0.mechanism.bands.0.pays: A better value pays more credit than a worse one.",
    ]);
  });

  it("of a bonus pay more for better service", () => {
    const rising = [{ from: "99.5 %", pays: "2 %" }, { pays: 0 }];
    const bonus = { side: "bonus" as const };
    const paid = (list: readonly object[]): RawKind => bands(list, { pays: "fee_share" });

    expect(refusedMechanism(paid(rising), bonus)).toEqual([]);
    expect(refusedMechanism(paid([{ from: "99.5 %", pays: 0 }, { pays: "2 %" }]), bonus)).toHaveLength(1);
  });
});
