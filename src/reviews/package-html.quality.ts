import { html } from "htm/preact";
import type { PackageDocument, PackageKpi } from "./package-document";
import { count, counted, dayList, parameterText } from "./package-words";

export function qualitySection(document: PackageDocument): unknown {
  const { rejects, daysWithoutData } = document.dataQuality;
  return html`<section>
    <div class="keep">
      <h2>Data quality</h2>
      <p>${arrivedText(document)}</p>
      ${rejects.length > 0 && rejectTable(document)}
    </div>
    ${
      daysWithoutData.length === 0
        ? html`<p>${"Every open day of every service has data."}</p>`
        : daysWithoutData.map(({ service, days }) => html`<p>${gapText(service, days)}</p>`)
    }
  </section>`;
}

function arrivedText({ client, dataQuality: { rowsAccepted, rowsRejected } }: PackageDocument): string {
  const facts = `${counted(rowsAccepted, "contact or survey", "contacts and surveys")} stand behind this period.`;
  const rejected = rowsRejected === 1 ? "1 was rejected and is" : `${count(rowsRejected)} were rejected and are`;
  return rowsRejected === 0
    ? `${facts} No row that ${client.name} sent about its days is missing.`
    : `${facts} Of the rows that ${client.name} sent about its days, ${rejected} still missing from the figures.`;
}

const gapText = (service: string, days: PackageDocument["dataQuality"]["daysWithoutData"][number]["days"]): string =>
  `${service}: no data on ${counted(days.length, "open day")} (${dayList(days)}).`;

const rejectTable = (document: PackageDocument): unknown =>
  html`<div class="scroll">
    <table class="compact">
      <thead>
        <tr>
          <th class="n">Rows</th>
          <th class="after">Why they were rejected, by an example</th>
          <th>Code</th>
        </tr>
      </thead>
      <tbody>
        ${document.dataQuality.rejects.map(
          (one) =>
            html`<tr>
              <td class="n">${count(one.rows)}</td>
              <td class="after">${one.example}</td>
              <td>${one.code}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** How each figure is made, so that both sides argue about the same rule. */
export function rulesSection(document: PackageDocument): unknown {
  const kpis = [...document.objectives, ...document.scorecards.flatMap(({ items }) => items)].map(({ kpi }) => kpi);
  const byText = new Map(kpis.map((kpi) => [titleOf(kpi), kpi.rule]));
  if (byText.size === 0) return null;
  return html`<section>
    <h2>How the figures are made</h2>
    <dl>
      ${[...byText].sort().map(
        ([title, rule]) =>
          html`<div class="keep">
            <dt>${title}</dt>
            <dd>${rule}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

const titleOf = (kpi: PackageKpi): string =>
  [`${kpi.name} (${kpi.dialect})`, parameterText(kpi)].filter(Boolean).join(", ");
