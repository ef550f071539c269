import { html } from "htm/preact";
import type { Outcome } from "../scorecards/objective-result.entity";
import type { PackageCorrectedFigure, PackageCorrection } from "./package-corrections";
import type { PackageDocument } from "./package-document";
import { periodTitle } from "../shared/day-words";
import { counted } from "./package-words";

/** What earlier packages said and is no longer so. */
export function correctionsSection({ corrections = [] }: PackageDocument): unknown {
  if (corrections.length === 0) return null;
  return html`<section>
    <h2>Corrections of earlier figures</h2>
    <p class="note lead">
      ${"Final figures that were restated since the package before. The packages that showed them stay as they were."}
    </p>
    ${corrections.map(correction)}
  </section>`;
}

function correction(one: PackageCorrection): unknown {
  return html`<div class="keep">
    <h3>${periodTitle(one.period)}<span>${madeText(one)}</span></h3>
    <p class="note">${reasonText(one)}</p>
    ${
      one.figures.length > 0 &&
      html`<div class="scroll">
        <table class="compact">
          <thead>
            <tr>
              <th>Objective, service or team</th>
              <th>KPI</th>
              <th class="n">Was</th>
              <th class="n">Is</th>
            </tr>
          </thead>
          <tbody>
            ${one.figures.map(figureRow)}
          </tbody>
        </table>
      </div>`
    }
  </div>`;
}

const figureRow = (one: PackageCorrectedFigure): unknown =>
  html`<tr>
    <td class="whole">${one.subject}</td>
    <td class="whole">${one.kpi}</td>
    <td class="n">${withOutcome(one.before, one.outcomeBefore)}</td>
    <td class="n"><b>${withOutcome(one.after, one.outcomeAfter)}</b></td>
  </tr>`;

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  met: "met",
  missed: "missed",
  below_minimum: "below the minimum",
  undetermined: "too few facts",
  not_measured: "not measured",
};

const withOutcome = (figure: string, outcome: Outcome | null): string =>
  outcome === null ? figure : `${figure}, ${OUTCOMES[outcome]}`;

function madeText({ appliedAt, proposedBy, consentedBy }: PackageCorrection): string {
  const consent = consentedBy === null ? "" : `, with the consent of ${consentedBy}`;
  return `restated on ${appliedAt.slice(0, 10)} by ${proposedBy}${consent}`;
}

function reasonText({ reason, evidence, people }: PackageCorrection): string {
  const proof = evidence === null ? "" : ` Evidence: ${evidence}.`;
  const others = people === 0 ? "" : ` ${counted(people, "scorecard")} of single people changed, too.`;
  return `${reason}${proof}${others}`;
}
