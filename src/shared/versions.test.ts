import * as fc from "fast-check";
import { addDays, day, type Day } from "./day";
import { datedRecords, inOrder, planVersions, type Dated } from "./versions";

const [jan, feb, mar, apr] = ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"].map(day) as [Day, Day, Day, Day];

describe("versions in order", () => {
  it("end where the next begins, unless they say otherwise", () => {
    const written = [{ validFrom: apr }, { validFrom: jan, validUntil: mar }];

    expect(inOrder(written)).toEqual([
      { validFrom: jan, validUntil: mar },
      { validFrom: apr, validUntil: null },
    ]);
  });

  test.each([
    [
      "the same first day twice",
      [{ validFrom: jan }, { validFrom: jan }],
      "VERSIONS_OVERLAP",
      ["versions", "1", "validFrom"],
    ],
    [
      "one begins before another ends",
      [{ validFrom: jan, validUntil: mar }, { validFrom: feb }],
      "VERSIONS_OVERLAP",
      ["versions", "1", "validFrom"],
    ],
    [
      "one ends before it begins",
      [{ validFrom: mar, validUntil: feb }],
      "ENDS_BEFORE_IT_BEGINS",
      ["versions", "0", "validUntil"],
    ],
  ])("are refused when %s", (_, written, code, path) => {
    expect(() => inOrder(written)).toThrow(expect.objectContaining({ code, path }));
  });
});

type Terms = Dated & { readonly target: string };
const termsOf = ({ target }: Terms) => target;

describe("planning versions", () => {
  it("keeps what says the same, and counts from the first day that changes", () => {
    const believed = [
      { version: 1, validFrom: jan, validUntil: mar, target: "80" },
      { version: 2, validFrom: mar, validUntil: null, target: "85" },
    ];
    const wanted = [
      { validFrom: jan, validUntil: mar, target: "80" },
      { validFrom: mar, validUntil: apr, target: "85" },
      { validFrom: apr, validUntil: null, target: "90" },
    ];

    expect(planVersions<Terms>(believed, wanted, termsOf)).toEqual({
      superseded: [2],
      inserted: wanted.slice(1),
      from: mar,
    });
  });

  it("ends with exactly what was wanted, from any beginning, and then has nothing left to do", () => {
    const days = fc.uniqueArray(fc.nat({ max: 400 }), { minLength: 0, maxLength: 6 });
    const histories = days.chain((starts) =>
      fc
        .array(fc.constantFrom("80", "85"), { minLength: starts.length, maxLength: starts.length })
        .map((targets) =>
          inOrder(starts.map((start, index) => ({ validFrom: addDays(jan, start), target: targets[index]! }))),
        ),
    );
    fc.assert(
      fc.property(histories, histories, (before, wanted) => {
        const believed = before.map((one, index) => ({ ...one, version: index + 1 }));

        const plan = planVersions<Terms>(believed, wanted, termsOf);

        const kept = believed.filter(({ version }) => !plan.superseded.includes(version));
        const after = [...kept, ...plan.inserted].map((one, index) => ({ ...one, version: index }));
        expect(datedRecords(after, (one) => ({ target: one.target }))).toEqual(
          datedRecords(wanted, (one) => ({ target: one.target })),
        );
        expect(planVersions<Terms>(after, wanted, termsOf)).toEqual({ superseded: [], inserted: [], from: null });
      }),
    );
  });

  it("writes back what it reads", () => {
    const written = [{ validFrom: jan, validUntil: feb }, { validFrom: mar }, { validFrom: apr }];

    expect(datedRecords(inOrder(written), () => ({}))).toEqual(written);
  });
});
