import { html } from "htm/preact";
import { displayChange } from "../kpis/kpi-display.rules";
import type { ScoreLevel } from "../scorecards/scorecard.entity";
import { Decimal } from "../shared/decimal";
import { groupBy } from "../shared/group-by";
import type { PackageDocument, PackageItem, PackageScorecard } from "./package-document";
import { manualMark, manualNotes } from "./package-html.manual";
import { isLast, periodHeads } from "./package-html.objectives";
import { FAMILIES, parameterText } from "./package-words";

export function scorecardsSection(document: PackageDocument): unknown {
  return html`<section>
    <h2>Scorecards</h2>
    ${document.scorecards.map((card) => scorecard(document, card))}
  </section>`;
}

function scorecard(document: PackageDocument, card: PackageScorecard): unknown {
  const score = card.score === null ? "" : ` · score ${scoreText(card.score)} of 100`;
  const level = card.level ?? null;
  return html`<div class="keep">
    <h3>
      ${card.subject.name}<span>${card.subject.kind + score}${level && html` · ${colourOf(level)} ${level.name}`}</span>
    </h3>
    <div class="scroll latest">
      <table class="compact">
        <thead>
          <tr>
            <th class="name">KPI</th>
            <th class="n">Target</th>
            ${periodHeads(document)}
            <th class="n">Change</th>
          </tr>
        </thead>
        ${families(card.items).map(([family, items]) => familyRows(document, family, items))}
      </table>
    </div>
    ${manualNotes(
      document,
      card.items.map(({ kpi, figures }) => ({ name: kpi.name, figures })),
    )}
    ${card.notMeasured.length > 0 && html`<p class="note">${`No data in these periods: ${card.notMeasured.join(", ")}.`}</p>`}
  </div>`;
}

const colourOf = ({ colour }: ScoreLevel): unknown =>
  html`<svg width="9" height="9" aria-hidden="true"><rect width="9" height="9" rx="2" fill=${colour} /></svg>`;

/** KPIs that tell about the same thing stand together; a card of few needs no headings. */
function families(items: readonly PackageItem[]): [title: string | null, items: readonly PackageItem[]][] {
  const groups = groupBy(items, ({ kpi }) => kpi.family);
  if (groups.size < 2 || items.length < FEW_ITEMS) return [[null, items]];
  return Object.entries(FAMILIES).flatMap(([family, title]): [string, readonly PackageItem[]][] => {
    const ofFamily = groups.get(family as PackageItem["kpi"]["family"]);
    return ofFamily ? [[title, ofFamily]] : [];
  });
}

const FEW_ITEMS = 8;

function familyRows(document: PackageDocument, title: string | null, items: readonly PackageItem[]): unknown {
  const columns = document.periods.length + 3;
  return html`<tbody>
    ${
      title &&
      html`<tr class="family">
        <th colspan=${columns}>${title}</th>
      </tr>`
    }
    ${items.map((item) => itemRow(document, item))}
  </tbody>`;
}

function itemRow(document: PackageDocument, item: PackageItem): unknown {
  return html`<tr>
    <td>${item.kpi.name}<small>${parameterText(item.kpi)}</small></td>
    <td class="n">${item.targetDisplay ?? "–"}</td>
    ${item.figures.map((figure, i) => {
      const mark = isLast(document, i) && item.isMet === false ? "worse" : "";
      const shown = [figure?.display ?? "–", manualMark(figure), mark && " ◆"];
      return html`<td class="n ${isLast(document, i)} ${mark}">${shown}</td>`;
    })}
    <td class="n">${change(item)}</td>
  </tr>`;
}

/** Against the period before, in percentage points or the KPI's unit; green where it moved the better way. */
function change({ kpi, figures }: PackageItem): unknown {
  const [before, now] = figures.slice(-2).map((figure) => figure?.value ?? null);
  if (before == null || now == null) return "–";
  const difference = new Decimal(now).minus(before);
  const text = displayChange(kpi, difference.toString(), "en", kpi.currency);
  if (kpi.direction === "range" || text.startsWith("±")) return text;
  return html`<span class=${difference.isPositive() === (kpi.direction === "maximise") ? "better" : "worse"}
    >${text}</span
  >`;
}

/** One decimal; 99.96 is not shown as 100.0, which only a whole score is. */
export const scoreText = (score: string): string => new Decimal(score).toFixed(1, Decimal.ROUND_DOWN);
