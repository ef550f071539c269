import { html } from "htm/preact";
import type { Outcome } from "../scorecards/objective-result.entity";
import type { PackageDocument, PackageMiss, PackageObjective, PackageObjectiveResult } from "./package-document";
import { adjustmentMark, adjustmentNotes } from "./package-html.adjustments";
import { manualMark, manualNotes } from "./package-html.manual";
import { periodShort, weekday } from "../shared/day-words";
import { count, counted, missesText, parameterText } from "./package-words";

const OUTCOMES: Record<Outcome, string> = {
  met: "met",
  missed: "missed",
  below_minimum: "below minimum",
  undetermined: "too little data",
  not_measured: "not measured",
};

export const badge = (outcome: Outcome): unknown => html`<span class="badge ${outcome}">${OUTCOMES[outcome]}</span>`;

/** The misses first: they are what the forum meets about. */
export function missesSection(document: PackageDocument): unknown {
  const byCode = new Map(document.objectives.map((one) => [one.code, one]));
  return html`<section class="keep">
    <h2>Misses</h2>
    ${
      document.misses.length === 0
        ? html`<p>${"Every objective that could be judged was met."}</p>`
        : missTable(document.misses.map((miss) => missRow(miss, byCode.get(miss.objectiveCode))))
    }
  </section>`;
}

const missTable = (rows: readonly unknown[]): unknown =>
  html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th class="name">Objective</th>
          <th class="n">Target</th>
          <th class="n">Result</th>
          <th class="n">Short by</th>
          <th class="after">Days missed</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;

function missRow(miss: PackageMiss, objective: PackageObjective | undefined): unknown {
  const result = objective?.results.at(-1);
  const worst = miss.worstDays.map((one) => `${weekday(one.day)} ${one.display} (n ${count(one.sample)})`).join("; ");
  return html`<tr>
    <td>${objective?.name}<small>${objective && placeText(objective)}</small></td>
    <td class="n">${objective?.targetDisplay}</td>
    <td class="n">
      ${result?.figure.display}${manualMark(result?.figure)}${adjustmentMark(result)}<small
        >${result && missesOf(result)}</small
      >
    </td>
    <td class="n">${miss.shortfallDisplay}<small>${miss.outcome === "below_minimum" ? "below minimum" : ""}</small></td>
    <td class="after">
      ${daysText(miss)}<small>${worst ? `Furthest off: ${worst}` : ""}</small
      ><small>${repeated(miss.missedBefore)}</small>
    </td>
  </tr>`;
}

const daysText = ({ daysMissed, daysMeasured }: PackageMiss): string =>
  daysMeasured === 0 ? "No day had enough facts to be judged." : `${daysMissed} of ${counted(daysMeasured, "day")}`;

const repeated = (before: number): string =>
  before === 0 ? "Not missed in the periods before." : `Also missed in ${counted(before, "earlier period")}.`;

export function objectivesSection(document: PackageDocument): unknown {
  return html`<section>
    <h2>Objectives</h2>
    <div class="scroll latest">
      <table>
        <thead>
          <tr>
            <th class="name">Objective</th>
            <th class="n">Target</th>
            ${periodHeads(document)}
            <th class="after">Outcome</th>
          </tr>
        </thead>
        <tbody>
          ${document.objectives.map((objective) => objectiveRow(document, objective))}
        </tbody>
      </table>
    </div>
    ${manualNotes(
      document,
      document.objectives.map(({ name, results }) => ({ name, figures: results.map((one) => one?.figure ?? null) })),
    )}
    ${adjustmentNotes(document)}
    <p class="note">
      ${"A value equal to its target meets it; values are compared unrounded. n: events the value rests on. Too many, to spare: events that missed, against those the target lets miss."}
    </p>
  </section>`;
}

function objectiveRow(document: PackageDocument, objective: PackageObjective): unknown {
  const now = objective.results.at(-1);
  return html`<tr>
    <td>${objective.name}<small>${placeText(objective)}</small><small>${kpiText(objective)}</small></td>
    <td class="n">${objective.targetDisplay}</td>
    ${objective.results.map((result, i) => html`<td class="n ${isLast(document, i)}">${resultCell(result)}</td>`)}
    <td class="after">${badge(now?.outcome ?? "not_measured")}<small>${now ? missesOf(now) : ""}</small></td>
  </tr>`;
}

const resultCell = (result: PackageObjectiveResult | null): unknown =>
  result
    ? [
        result.figure.display,
        manualMark(result.figure),
        adjustmentMark(result),
        html`<small>${`n ${count(result.figure.sample)}`}</small>`,
      ]
    : "–";

const missesOf = (result: PackageObjectiveResult): string => missesText(result.missesMade, result.missesAllowed);

const placeText = ({ clause, service }: PackageObjective): string => [clause, service].filter(Boolean).join(" · ");

const kpiText = ({ kpi }: PackageObjective): string =>
  [`${kpi.name} (${kpi.dialect})`, parameterText(kpi)].filter(Boolean).join(", ");

export const periodHeads = (document: PackageDocument): unknown[] =>
  document.periods.map((period, i) => html`<th class="n ${isLast(document, i)}">${periodShort(period)}</th>`);

export const isLast = (document: PackageDocument, index: number): string =>
  index === document.periods.length - 1 ? "now" : "";
