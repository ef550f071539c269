import { html } from "htm/preact";
import type { VNode } from "preact";
import { renderToStaticMarkup } from "preact-render-to-string";
import { chartSvg } from "./package-chart";
import type { PackageDocument } from "./package-document";
import { missesSection, objectivesSection } from "./package-html.objectives";
import { qualitySection, rankingsSection, scorecardsSection } from "./package-html.scorecards";
import { PACKAGE_STYLE } from "./package-style";

/** What the page says about itself, beside the document. */
export interface PackageImprint {
  readonly version: number;
  readonly compiledAt: Date;
  readonly contentHash: string;
}

/** A package as one self-contained page: no script, no request to anywhere, fit for screen and A4. */
export function packageHtml(document: PackageDocument, imprint: PackageImprint): string {
  const title = `${document.forum.name} · ${document.contract.name} · ${reviewed(document)}`;
  const page = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      <style dangerouslySetInnerHTML=${{ __html: PACKAGE_STYLE }}></style>
    </head>
    <body>
      <main>
        ${heading(document)} ${tiles(document)} ${missesSection(document)} ${objectivesSection(document)}
        ${charts(document)} ${scorecardsSection(document)} ${rankingsSection(document)} ${qualitySection(document)}
        ${footer(imprint)}
      </main>
    </body>
  </html>` as VNode;
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}

const reviewed = (document: PackageDocument): string => document.periods.at(-1)?.label ?? "";

function heading(document: PackageDocument): unknown {
  const last = document.periods.at(-1);
  return html`<header>
    <p class="eyebrow">${document.client.name} · ${document.contract.name}</p>
    <h1>${document.forum.name}: ${reviewed(document)}</h1>
    <p class="note">
      Local days ${last?.from} up to, not including, ${last?.until}, ${document.contract.timeZone}. For the sitting of
      ${" "}${document.review.scheduledFor}.
      ${document.dataQuality.provisional ? " Figures are provisional: facts that arrive later may still change them." : ""}
    </p>
  </header>`;
}

function tiles(document: PackageDocument): unknown {
  const outcomes = document.objectives.map((one) => one.results.at(-1)?.outcome ?? "not_measured");
  const met = outcomes.filter((one) => one === "met").length;
  const score = document.scorecards.find((card) => card.subject.kind === "contract")?.score;
  const gaps = document.dataQuality.daysWithoutData.reduce((sum, one) => sum + one.days.length, 0);
  return html`<section class="tiles">
    <div class="tile"><b>${met} of ${outcomes.length}</b><span>objectives met</span></div>
    <div class="tile">
      <b>${document.misses.length}</b><span>${document.misses.length === 1 ? "miss" : "misses"} to discuss</span>
    </div>
    <div class="tile"><b>${score == null ? "–" : Number(score).toFixed(1)}</b><span>contract score, of 100</span></div>
    <div class="tile"><b>${gaps}</b><span>service days without data</span></div>
  </section>`;
}

function charts(document: PackageDocument): unknown {
  if (document.charts.length === 0) return null;
  return html`<section>
    <h2>Day by day</h2>
    <p class="key">
      Each point is one local day; gaps are days without data.
      <i style="background:#1f7a5c"></i>at target or better<i style="background:#c2412d"></i>missed
    </p>
    ${document.charts.map(
      (chart) =>
        html`<figure>
          <figcaption>${chart.title}</figcaption>
          <div dangerouslySetInnerHTML=${{ __html: chartSvg(chart) }}></div>
        </figure>`,
    )}
  </section>`;
}

function footer(imprint: PackageImprint): unknown {
  return html`<footer>
    Version ${imprint.version}, compiled ${imprint.compiledAt.toISOString().slice(0, 16).replace("T", " ")} UTC. People
    appear by their code. Content hash (SHA-256 of the canonical document): ${imprint.contentHash}
  </footer>`;
}
