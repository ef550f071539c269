import { html } from "htm/preact";
import { DateTime } from "luxon";
import type { PackageDocument, PackageFeed, PackageKpi } from "./package-document";
import { dayList } from "../shared/day-words";
import { count, counted, parameterText, STREAM_WORDS } from "./package-words";

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
    ${document.dataQuality.feeds.length > 0 && feedTable(document)}
  </section>`;
}

function arrivedText({ client, dataQuality: { facts: byStream, rowsRejected } }: PackageDocument): string {
  const kinds = byStream.map(({ stream, facts: some }) => `${count(some)} ${STREAM_WORDS[stream]}`);
  const facts =
    kinds.length === 0 ? "Nothing stands behind this period." : `Behind this period stand ${listed(kinds)}.`;
  const rejected = rowsRejected === 1 ? "1 was rejected and is" : `${count(rowsRejected)} were rejected and are`;
  return rowsRejected === 0
    ? `${facts} No row that ${client.name} sent about its days is missing.`
    : `${facts} Of the rows that ${client.name} sent about its days, ${rejected} still missing from the figures.`;
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** How far each source reached; late ones are marked. */
function feedTable({ contract, dataQuality: { feeds } }: PackageDocument): unknown {
  return html`<div class="scroll keep">
    <table class="compact">
      <thead>
        <tr>
          <th class="name">Feed</th>
          <th>Source</th>
          <th>Data through</th>
          <th>State</th>
        </tr>
      </thead>
      <tbody>
        ${feeds.map(
          (feed) =>
            html`<tr>
              <td>${sentence(STREAM_WORDS[feed.stream])}</td>
              <td>${feed.source}</td>
              <td>${reachText(feed, contract.timeZone)}</td>
              <td>${feed.isLate ? html`<span class="badge missed">late</span>` : "in time"}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const reachText = ({ through, isDeclared }: PackageFeed, timeZone: string): string => {
  if (through === null) return "nothing yet";
  const at = DateTime.fromISO(through, { zone: timeZone }).toFormat("d LLL yyyy, HH:mm");
  return isDeclared ? `${at}, declared` : at;
};

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
