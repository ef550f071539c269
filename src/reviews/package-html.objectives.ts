import { html } from "htm/preact";
import type { Outcome } from "../scorecards/objective-result.entity";
import type { PackageDocument, PackageKpi, PackageMiss, PackageObjective } from "./package-document";

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
  return html`<section>
    <h2>Misses</h2>
    ${
      document.misses.length === 0
        ? html`<p>Every objective that could be judged was met.</p>`
        : html`<table>
            <thead>
              <tr>
                <th>Objective</th>
                <th>Outcome</th>
                <th class="n">Result</th>
                <th class="n">Short by</th>
                <th>Days</th>
              </tr>
            </thead>
            <tbody>
              ${document.misses.map((miss) => missRow(miss, byCode.get(miss.objectiveCode)))}
            </tbody>
          </table>`
    }
  </section>`;
}

function missRow(miss: PackageMiss, objective: PackageObjective | undefined): unknown {
  const result = objective?.results.at(-1);
  const worst = miss.worstDays.map((day) => `${day.day} (${day.display}, n ${day.sample})`).join(" · ");
  return html`<tr>
    <td>
      ${objective?.name}<small
        >${objective?.clause} · target
        ${objective?.targetDisplay}${objective?.service ? ` · ${objective.service}` : ""}</small
      >
    </td>
    <td>${badge(miss.outcome)}<small>${repeated(miss.missedBefore)}</small></td>
    <td class="n">${result?.figure.display}</td>
    <td class="n">${miss.shortfallDisplay}</td>
    <td>${miss.daysMissed} of ${miss.daysMeasured} days missed<small>${worst ? `worst: ${worst}` : ""}</small></td>
  </tr>`;
}

const repeated = (before: number): string =>
  before === 0 ? "first time in these periods" : `also ${before === 1 ? "once" : `${before} times`} before`;

export function objectivesSection(document: PackageDocument): unknown {
  return html`<section>
    <h2>Objectives</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Objective</th>
            <th class="n">Target</th>
            ${document.periods.map((period, i) => html`<th class="n ${isLast(document, i)}">${period.label}</th>`)}
            <th>Outcome</th>
            <th class="n">May still miss</th>
          </tr>
        </thead>
        <tbody>
          ${document.objectives.map((objective) => objectiveRow(document, objective))}
        </tbody>
      </table>
    </div>
    <p class="note">
      A value equal to its target meets it; values are compared unrounded. n: events the value rests on.
    </p>
  </section>`;
}

function objectiveRow(document: PackageDocument, objective: PackageObjective): unknown {
  const now = objective.results.at(-1);
  return html`<tr>
    <td>
      ${objective.name}<small
        >${objective.clause} · ${kpiText(objective.kpi)}${objective.service ? ` · ${objective.service}` : ""}</small
      >
    </td>
    <td class="n">${objective.targetDisplay}</td>
    ${objective.results.map(
      (result, i) =>
        html`<td class="n ${isLast(document, i)}">
          ${result?.figure.display ?? "–"}<small
            >${result ? `n ${result.figure.sample.toLocaleString("en")}` : ""}</small
          >
        </td>`,
    )}
    <td>${badge(now?.outcome ?? "not_measured")}</td>
    <td class="n">${now?.missesAllowed?.toLocaleString("en") ?? "–"}</td>
  </tr>`;
}

export const isLast = (document: PackageDocument, index: number): string =>
  index === document.periods.length - 1 ? "now" : "";

/** `Service level, SL-E, T 20 s, S 5 s` */
export function kpiText(kpi: PackageKpi): string {
  const parameters = Object.entries(kpi.parameters).map(([name, value]) => `${PARAMETERS[name] ?? name} ${value}`);
  return [kpi.name, kpi.dialect, ...parameters].join(", ");
}

const PARAMETERS: Record<string, string> = {
  thresholdSeconds: "within s:",
  shortAbandonSeconds: "short abandon s:",
  repeatDays: "repeat days:",
  topBoxes: "top boxes:",
  bottomBoxes: "bottom boxes:",
};
