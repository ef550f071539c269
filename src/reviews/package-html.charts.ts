import { html } from "htm/preact";
import { chartSvg } from "./package-chart";
import type { PackageChart, PackageDocument } from "./package-document";
import { badge } from "./package-html.objectives";
import { COLOURS } from "./package-style";
import { periodTitle } from "../shared/day-words";

export function chartsSection(document: PackageDocument): unknown {
  const [first, ...rest] = document.charts;
  if (!first) return null;
  return html`<section>
    <div class="keep">
      <h2>Day by day</h2>
      <p class="key lead">
        ${KEY.map(([mark, text]) => html`<span><svg viewBox="0 0 11 11" dangerouslySetInnerHTML=${{ __html: mark }}></svg>${text}</span>`)}
      </p>
      ${chart(document, first)}
    </div>
    ${rest.map((one) => chart(document, one))}
  </section>`;
}

const KEY: readonly (readonly [mark: string, text: string])[] = [
  [`<circle cx="5.5" cy="5.5" r="3.5" fill="${COLOURS.met}"/>`, "at target or better"],
  [`<path d="M5.5 .8 10.2 5.5 5.5 10.2 .8 5.5Z" fill="${COLOURS.missed}"/>`, "missed"],
  [`<circle cx="5.5" cy="5.5" r="3.3" fill="#fff" stroke="${COLOURS.muted}" stroke-width="1.4"/>`, "too few to judge"],
  [`<path d="M0 5.5h11" stroke="${COLOURS.ink}" stroke-width="1.4" stroke-dasharray="3 1.6"/>`, "target"],
  [`<rect width="11" height="11" fill="#e3e7eb"/>`, "closed"],
];

function chart(document: PackageDocument, one: PackageChart): unknown {
  const objective = document.objectives.find(({ code }) => code === one.objectiveCode);
  const result = objective?.results.at(-1);
  const last = document.periods.at(-1);
  const text =
    result && last
      ? `${objective?.service ? `${objective.service} · ` : ""}${periodTitle(last)}: ${result.figure.display}`
      : "";
  return html`<figure>
    <figcaption>${one.title}<span>${text}</span>${result && badge(result.outcome)}</figcaption>
    <div class="scroll latest"><div dangerouslySetInnerHTML=${{ __html: chartSvg(one) }}></div></div>
  </figure>`;
}
