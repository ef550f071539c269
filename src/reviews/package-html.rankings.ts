import { html } from "htm/preact";
import type { PackageDocument, PackageRank, PackageRanking } from "./package-document";
import { scoreText } from "./package-html.scorecards";
import { counted } from "./package-words";

/** Highest and lowest scores; nobody under the minimum sample. */
export function rankingsSection(document: PackageDocument): unknown {
  if (document.rankings.length === 0) return null;
  return html`<section>
    <h2>Teams and people</h2>
    <p class="note lead">
      ${"By score of the reviewed period, of 100. Equal scores share a rank. ◆ misses its target. People appear by their code."}
    </p>
    ${document.rankings.map(ranking)}
  </section>`;
}

function ranking(one: PackageRanking): unknown {
  const title = one.of === "teams" ? "Teams" : (one.roleName ?? one.role);
  const kpis = [...new Set([...one.best, ...one.worst].flatMap(({ highlights }) => highlights.map(({ kpi }) => kpi)))];
  return html`<div class="keep">
    <h3>${title}<span>${rankedText(one)}</span></h3>
    ${one.best.length > 0 && rankTable(one, kpis)}
  </div>`;
}

function rankedText({ ranked, unranked, minSample }: PackageRanking): string {
  const thin = unranked > 0 ? `, ${unranked} not: fewer than ${counted(minSample, "fact")} behind a figure` : "";
  return `${ranked} ranked${thin}`;
}

function rankTable(one: PackageRanking, kpis: readonly string[]): unknown {
  return html`<div class="scroll">
    <table class="compact">
      <thead>
        <tr>
          <th>Rank</th>
          <th>${one.of === "teams" ? "Team" : "Person"}</th>
          ${one.of === "people" && html`<th>Team</th>`}
          <th class="n">Score</th>
          ${kpis.map((kpi) => html`<th class="n wrap">${kpi}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${groupRow("Highest", one, kpis)} ${one.best.map((rank) => rankRow(one, rank, kpis))}
        ${one.worst.length > 0 && groupRow("Lowest", one, kpis)} ${one.worst.map((rank) => rankRow(one, rank, kpis))}
      </tbody>
    </table>
  </div>`;
}

const groupRow = (title: string, one: PackageRanking, kpis: readonly string[]): unknown =>
  html`<tr class="divide">
    <td colspan=${kpis.length + (one.of === "people" ? 4 : 3)}><small>${title}</small></td>
  </tr>`;

function rankRow(one: PackageRanking, rank: PackageRank, kpis: readonly string[]): unknown {
  const figure = new Map(rank.highlights.map((highlight) => [highlight.kpi, highlight]));
  return html`<tr>
    <td>${rank.rank}</td>
    <td class="whole">${rank.subject.name}</td>
    ${one.of === "people" && html`<td class="whole">${rank.team ?? "–"}</td>`}
    <td class="n"><b>${scoreText(rank.score)}</b></td>
    ${kpis.map((kpi) => {
      const known = figure.get(kpi);
      const isMissed = known?.isMet === false;
      return html`<td class="n">${known?.display ?? "–"}${isMissed && missed()}</td>`;
    })}
  </tr>`;
}

const missed = (): unknown => html`<span class="worse">${" ◆"}</span>`;
