import { html } from "htm/preact";
import type { VNode } from "preact";
import { renderToStaticMarkup } from "preact-render-to-string";
import { addDays } from "../shared/day";
import type { PackageDocument } from "./package-document";
import { chartsSection } from "./package-html.charts";
import { correctionsSection } from "./package-html.corrections";
import { missesSection, objectivesSection } from "./package-html.objectives";
import { qualitySection, rulesSection } from "./package-html.quality";
import { rankingsSection } from "./package-html.rankings";
import { settlementSection } from "./package-html.settlement";
import { scorecardsSection, scoreText } from "./package-html.scorecards";
import { PACKAGE_STYLE } from "./package-style";
import { longDay, periodSpan, periodTitle } from "../shared/day-words";
import { count } from "./package-words";

/** What the page says about itself, beside the document. */
export interface PackageImprint {
  readonly version: number;
  readonly compiledAt: Date;
  readonly compiledBy: string;
  readonly contentHash: string;
}

/** A package as one self-contained page: no script, no request to anywhere, fit for screen and A4. */
export function packageHtml(document: PackageDocument, imprint: PackageImprint): string {
  const page = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${`${document.forum.name} · ${document.contract.name} · ${reviewed(document)}`}</title>
      <style dangerouslySetInnerHTML=${{ __html: PACKAGE_STYLE }}></style>
    </head>
    <body>
      <main>
        ${heading(document)} ${tiles(document)} ${correctionsSection(document)} ${missesSection(document)}
        ${objectivesSection(document)} ${settlementSection(document)} ${chartsSection(document)}
        ${scorecardsSection(document)} ${rankingsSection(document)} ${qualitySection(document)}
        ${rulesSection(document)} ${footer(imprint)}
      </main>
    </body>
  </html>` as VNode;
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}

function reviewed({ periods }: PackageDocument): string {
  const last = periods.at(-1);
  return last ? periodTitle(last) : "";
}

function heading(document: PackageDocument): unknown {
  const last = document.periods.at(-1);
  const until = document.dataQuality.lookedAtUntil;
  const runs = last !== undefined && until < last.until;
  const span = last ? `${periodSpan(last)}, local days of ${document.contract.timeZone}.` : "";
  const notes = [
    `${span} For the sitting of ${longDay(document.review.scheduledFor)}.`,
    ...(runs ? [`Figures reach to ${longDay(addDays(until, -1))}.`] : []),
    ...(document.dataQuality.provisional ? ["Provisional: facts that arrive later may still change the figures."] : []),
  ];
  return html`<header>
    <p class="eyebrow">${`${document.client.name} · ${document.contract.name}`}</p>
    <h1>${`${document.forum.name}: ${reviewed(document)}`}</h1>
    <p class="note">${notes.join(" ")}</p>
  </header>`;
}

function tiles(document: PackageDocument): unknown {
  const outcomes = document.objectives.map((one) => one.results.at(-1)?.outcome ?? "not_measured");
  const met = outcomes.filter((one) => one === "met").length;
  const score = document.scorecards.find((card) => card.subject.kind === "contract")?.score ?? null;
  const gaps = document.dataQuality.daysWithoutData.reduce((sum, one) => sum + one.days.length, 0);
  return html`<section class="tiles">
    ${tile(`${met} of ${outcomes.length}`, "objectives met")}
    ${tile(count(document.misses.length), document.misses.length === 1 ? "miss to discuss" : "misses to discuss")}
    ${
      score === null
        ? tile(count(document.dataQuality.rowsAccepted), "facts")
        : tile(scoreText(score), "contract score, of 100")
    }
    ${tile(count(gaps), `open service ${gaps === 1 ? "day" : "days"} without data`)}
  </section>`;
}

const tile = (figure: string, text: string): unknown =>
  html`<div class="tile"><b>${figure}</b><span>${text}</span></div>`;

function footer({ version, compiledAt, compiledBy, contentHash }: PackageImprint): unknown {
  const at = compiledAt.toISOString().slice(11, 16);
  const on = longDay(compiledAt.toISOString().slice(0, 10) as Parameters<typeof longDay>[0]);
  return html`<footer>
    <p>
      ${`Version ${version}, compiled on ${on} at ${at} UTC by ${compiledBy}. Frozen: compiling again makes another version.`}
    </p>
    <p>${`SHA-256 of the document: ${contentHash}`}</p>
  </footer>`;
}
