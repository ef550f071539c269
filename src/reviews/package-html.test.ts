import { chartSvg } from "./package-chart";
import { aPackageDocument } from "./package-document.builder";
import { packageHtml } from "./package-html";

const imprint = { version: 2, compiledAt: new Date("2026-11-08T07:30:00Z"), compiledBy: "Ada", contentHash: "c0ffee" };
const textOf = (html: string): string =>
  html.replace(/<(style|svg)[^]*?<\/\1>/g, "").replace(/<[^>]+>/g, " ").replace(/\s+/g, " "); // prettier-ignore

describe("the page of a package", () => {
  it("holds no script and names no address", () => {
    const html = packageHtml(aPackageDocument(), imprint);

    expect(html).toMatch(/^<!doctype html><html lang="en">/);
    expect(html).not.toMatch(/<script|javascript:|\son\w+=|https?:|\/\/\w+\.|@import|url\((?!#)|<link|<img/i);
  });

  it("escapes what people wrote, in text and in pictures", () => {
    const name = `<b>&"x'</b><script>alert(1)</script>`;
    const document = aPackageDocument();
    const objectives = document.objectives.map((one) => ({ ...one, name, clause: name, service: name }));
    const charts = document.charts.map((one) => ({ ...one, title: name }));
    const client = { code: "x", name };

    const html = packageHtml(aPackageDocument({ client, objectives, charts, forum: client, contract: { ...document.contract, name } }), imprint); // prettier-ignore

    expect(html).not.toMatch(/<script|<b>&/);
    expect(html).toContain("&lt;b>&amp;&quot;x'&lt;/b>&lt;script>");
  });

  it("reads like something that a person wrote", () => {
    const text = textOf(packageHtml(aPackageDocument(), imprint));

    expect(text).toContain("Monthly service review: October 2026");
    expect(text).toContain("1–31 October 2026, local days of Europe/Rome. For the sitting of 10 November 2026.");
    expect(text).toContain("13 of 27 days Furthest off: Mon 12 Oct 48.9 % (n 311)");
    expect(text).toContain("missed 338 too many");
    expect(text).toContain("Service level (SL-E), within 20 s, short abandons to 5 s");
    expect(text).toContain("74.8 % ◆ −6.9 pp");
    expect(text).toContain("4 were rejected and are still missing from the figures.");
    expect(text).toContain("Voice: no data on 1 open day (24 Oct).");
    expect(text).toContain("Version 2, compiled on 8 November 2026 at 07:30 UTC by Ada.");
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\d{4}-\d{2}-\d{2}/);
  });

  it("stands when there is nothing to show", () => {
    const nothing = { objectives: [], misses: [], charts: [], scorecards: [], rankings: [] };
    const dataQuality = { ...aPackageDocument().dataQuality, rowsRejected: 0, rejects: [], daysWithoutData: [] };

    const text = textOf(packageHtml(aPackageDocument({ ...nothing, dataQuality }), imprint));

    expect(text).toContain("Every objective that could be judged was met.");
    expect(text).toContain("No row that Aurora Energia sent about its days is missing.");
    expect(text).toContain("Every open day of every service has data.");
    expect(text).not.toMatch(/undefined|null|NaN/);
  });

  it("says how far the figures reach while the period runs", () => {
    const dataQuality = { ...aPackageDocument().dataQuality, lookedAtUntil: "2026-10-15" as never };

    expect(textOf(packageHtml(aPackageDocument({ dataQuality }), imprint))).toContain(
      "Figures reach to 14 October 2026.",
    );
  });

  it("breaks the line of a chart where there are no data, and has a place for every day", () => {
    const html = packageHtml(aPackageDocument(), imprint);
    const svg = /<svg role="img"[^]*?<\/svg>/.exec(html)?.[0] ?? "";

    for (const date of ["1", "4", "24", "31"]) expect(svg).toContain(`>${date}</text>`);
    const [, path = ""] = /<path d="([^"]+)"[^>]*stroke="#4a6b8a"/.exec(svg) ?? [];
    expect(path.match(/M/g)).toHaveLength(5);
  });

  it("draws every measured day, also of a year", () => {
    const [chart] = aPackageDocument().charts;
    const points = Array.from({ length: 365 }, () => chart!.points[0]!);

    const svg = chartSvg({ ...chart!, points });

    expect(svg.match(/fill="#1f7a5c"/g)).toHaveLength(365);
  });

  it("is the same for the same document", () => {
    expect(packageHtml(aPackageDocument(), imprint)).toBe(packageHtml(aPackageDocument(), imprint));
  });
});
