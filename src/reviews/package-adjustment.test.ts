import { day } from "../shared/day";
import { periodContaining, shiftPeriod } from "../shared/period";
import { aPackageDocument } from "./package-document.builder";
import { packageHtml } from "./package-html";
import { aLevel, aMaterial, aResult } from "./package-material.builder";
import { objectiveLooks, objectiveParts } from "./package-objectives.rules";

const OCTOBER = periodContaining("month", day("2026-10-01"));
const PERIODS = [-3, -2, -1, 0].map((count) => shiftPeriod(OCTOBER, count));
const imprint = { version: 1, compiledAt: new Date("2026-11-08T07:30:00Z"), compiledBy: "Ada", contentHash: "c0ffee" };
const textOf = (html: string): string => html.replace(/<(style|svg)[^]*?<\/\1>/g, "").replace(/<[^>]+>/g, " ").replace(/\s+/g, " "); // prettier-ignore

const adjusted = aResult("2026-10-01", aLevel(900, 1_000), {
  unadjusted: { value: "0.75", status: "OK", numerator: "1050", denominator: "1400", sample: 1_400 },
  exclusions: [
    { id: "1", code: "FM-1", kind: "force_majeure", reason: "The power failed", effect: "0.15", note: null },
    {
      id: "relief/2026-10-12",
      code: "relief/2026-10-12",
      kind: "volume_over_forecast",
      reason: "Too many came.",
      effect: null,
    },
  ],
  approvals: {
    "1": [
      { side: "ours", by: "Vesna" },
      { side: "client", by: "Marta" },
    ],
  },
});
const partsOf = (october: typeof adjusted) =>
  objectiveParts(objectiveLooks(aMaterial({ results: [aResult("2026-09-01", aLevel(85, 100)), october] }), PERIODS));

describe("what was excluded from a figure of a package", () => {
  it("stands beside it: what it would have been, and each exclusion with who approved it and what it changed", () => {
    const [objective] = partsOf(adjusted).objectives;

    expect(objective?.results.at(-2)).not.toHaveProperty("adjustment");
    expect(objective?.results.at(-1)).toMatchObject({
      figure: { value: "0.9", display: "90.0 %" },
      adjustment: {
        ...{ unadjusted: "0.75", unadjustedDisplay: "75.0 %" },
        exclusions: [
          {
            ...{ code: "FM-1", kind: "force_majeure", effect: "0.15", effectDisplay: "+15.0 pp" },
            approvals: [
              { side: "ours", by: "Vesna" },
              { side: "client", by: "Marta" },
            ],
          },
          { code: "relief/2026-10-12", approvals: [], effect: null, effectDisplay: null, note: null },
        ],
      },
    });
  });

  it("is a mark and a note on the page", () => {
    const document = aPackageDocument({ ...partsOf(adjusted), misses: [], charts: [] });

    const text = textOf(packageHtml(document, imprint));

    expect(text).toContain("90.0 % ⊖");
    expect(text).toContain("⊖ Answered in 20 s, Oct 2026: 75.0 % with everything. Taken out as agreed:");
    expect(text).toContain(
      "FM-1 (force majeure), +15.0 pp: The power failed. Approved by Vesna for the provider and Marta for the client.",
    );
    expect(text).toContain("relief/2026-10-12 (volume above the forecast), no value to compare: Too many came.");
    expect(textOf(packageHtml(aPackageDocument(), imprint))).not.toContain("⊖");
  });
});
