import { html } from "htm/preact";
import type { PackageDocument, PackageItem, PackageRank, PackageRanking, PackageScorecard } from "./package-document";
import { isLast, kpiText } from "./package-html.objectives";

export function scorecardsSection(document: PackageDocument): unknown {
  return html`<section>
    <h2>Scorecards</h2>
    ${document.scorecards.map((card) => scorecard(document, card))}
  </section>`;
}

function scorecard(document: PackageDocument, card: PackageScorecard): unknown {
  return html`<h3>${card.subject.name} <span class="note">${card.subject.kind}</span></h3>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>KPI</th>
            <th class="n">Target</th>
            ${document.periods.map((period, i) => html`<th class="n ${isLast(document, i)}">${period.label}</th>`)}
            <th class="n">Change</th>
          </tr>
        </thead>
        <tbody>
          ${card.items.map((item) => itemRow(document, item))}
        </tbody>
      </table>
    </div>`;
}

function itemRow(document: PackageDocument, item: PackageItem): unknown {
  return html`<tr>
    <td>${item.kpi.name}<small>${kpiText(item.kpi)}</small></td>
    <td class="n">${item.targetDisplay ?? "–"}</td>
    ${item.figures.map((figure, i) => html`<td class="n ${isLast(document, i)}">${figure?.display ?? "–"}</td>`)}
    <td class="n">${change(item)}</td>
  </tr>`;
}

/** Against the period before, in percentage points or the KPI's unit; green where it moved the better way. */
function change(item: PackageItem): unknown {
  const [before, now] = item.figures.slice(-2).map((figure) => figure?.value ?? null);
  if (before == null || now == null) return "–";
  const difference = (Number(now) - Number(before)) * (item.kpi.unit === "share" ? 100 : 1);
  const text = `${difference > 0 ? "+" : difference < 0 ? "−" : "±"}${Math.abs(difference).toFixed(1)}${UNITS[item.kpi.unit]}`;
  if (item.kpi.direction === "range" || difference === 0) return text;
  return html`<span class=${difference > 0 === (item.kpi.direction === "maximise") ? "up" : "down"}>${text}</span>`;
}

const UNITS: Record<PackageItem["kpi"]["unit"], string> = { share: " pt", seconds: " s", count: "" };

export function rankingsSection(document: PackageDocument): unknown {
  if (document.rankings.length === 0) return null;
  return html`<section>
    <h2>Teams and people</h2>
    ${document.rankings.map(ranking)}
  </section>`;
}

function ranking(one: PackageRanking): unknown {
  const title = one.of === "teams" ? "Teams" : `People: ${one.role}`;
  const left =
    one.unranked > 0 ? ` ${one.unranked} not ranked: fewer than ${one.minSample} facts behind a figure.` : "";
  return html`<h3>${title}</h3>
    <p class="note">${one.ranked} ranked by score.${left}</p>
    <div class="pair">
      ${rankTable("Highest", one.best)} ${one.worst.length > 0 ? rankTable("Lowest", one.worst) : null}
    </div>`;
}

function rankTable(title: string, ranks: readonly PackageRank[]): unknown {
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th>${title}</th>
          <th class="n">Score</th>
        </tr>
      </thead>
      <tbody>
        ${ranks.map(
          (rank) =>
            html`<tr>
              <td>
                ${rank.rank}. ${rank.subject.name}${rank.team ? ` · ${rank.team}` : ""}
                <small>${rank.highlights.map((one) => `${one.kpi} ${one.display}`).join(" · ")}</small>
              </td>
              <td class="n">${Number(rank.score).toFixed(1)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

export function qualitySection(document: PackageDocument): unknown {
  const quality = document.dataQuality;
  return html`<section>
    <h2>Data quality</h2>
    <p>
      ${quality.rowsAccepted.toLocaleString("en")} facts stand behind this period;
      ${quality.rowsRejected.toLocaleString("en")} ${" "}${quality.rowsRejected === 1 ? "row was" : "rows were"}
      rejected on arrival.
    </p>
    ${
      quality.rejects.length > 0 &&
      html`<table>
        <thead>
          <tr>
            <th>Why rejected</th>
            <th class="n">Rows</th>
            <th>Example</th>
          </tr>
        </thead>
        <tbody>
          ${quality.rejects.map(
            (one) =>
              html`<tr>
                <td>${one.code}</td>
                <td class="n">${one.rows}</td>
                <td>${one.example}</td>
              </tr>`,
          )}
        </tbody>
      </table>`
    }
    ${quality.daysWithoutData.map(
      (one) =>
        html`<p class="note">
          ${one.service}: no data on ${one.days.length} open ${one.days.length === 1 ? "day" : "days"}
          (${one.days.join(", ")}).
        </p>`,
    )}
  </section>`;
}
