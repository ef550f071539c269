import { aPackageDocument } from "./package-document.builder";
import type { PackageFigure } from "./package-document";
import { packageFigure } from "./package-figures.rules";
import { packageHtml } from "./package-html";

const imprint = { version: 1, compiledAt: new Date("2026-11-08T07:30:00Z"), compiledBy: "Ada", contentHash: "c0ffee" };
const textOf = (html: string): string => html.replace(/<(style|svg)[^]*?<\/\1>/g, "").replace(/<[^>]+>/g, " ").replace(/\s+/g, " "); // prettier-ignore

const MANUAL = {
  ...{ author: "Mira", reason: "The switch was down.", attachment: "file 7/2026", measuredDisplay: "no data" },
};

describe("a value that somebody entered", () => {
  it("is told from measured ones in the document", () => {
    const inUse = { kpiCode: "CSAT", dialect: "TOP_BOXES", parameters: { topBoxes: 2 }, kpiVersion: 1 };
    const measured = { value: "0.5", numerator: "2", denominator: "4", sample: 4, status: "OK" } as const;
    const entered = { value: "0.83", numerator: null, denominator: null, sample: 0, status: "OK" } as const;
    const mark = { id: "m", author: "Mira", reason: "Counted by hand.", attachment: null, enteredAt: "", measured };

    expect(packageFigure({ ...inUse, ...measured, manual: null })).not.toHaveProperty("manual");
    expect(packageFigure({ ...inUse, ...entered, manual: mark })).toEqual({
      ...entered,
      display: "83.0 %",
      manual: { author: "Mira", reason: "Counted by hand.", attachment: null, measuredDisplay: "50.0 %" },
    });
  });

  it("carries a mark and a footnote on the page, wherever it stands", () => {
    const document = aPackageDocument();
    const mark = (figure: PackageFigure | null): PackageFigure | null => figure && { ...figure, manual: MANUAL };
    const objectives = document.objectives.map((one) => ({
      ...one,
      results: one.results.map(
        (result, i) => result && (i === 3 ? { ...result, figure: mark(result.figure)! } : result),
      ),
    }));
    const scorecards = document.scorecards.map((card) => ({
      ...card,
      items: card.items.map((item) => ({
        ...item,
        figures: item.figures.map((one, i) => (i === 2 ? mark(one) : one)),
      })),
    }));

    const text = textOf(packageHtml(aPackageDocument({ objectives, scorecards }), imprint));

    const note = "entered by Mira instead of what was measured (no data). The switch was down. (file 7/2026)";
    expect(text).toContain(`✎ Calls answered in 20 s, Oct 2026: ${note}`);
    expect(text).toContain(`✎ Service level, Sep 2026: ${note}`);
    expect(textOf(packageHtml(document, imprint))).not.toContain("✎");
  });
});
