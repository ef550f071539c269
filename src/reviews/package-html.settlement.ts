import { html } from "htm/preact";
import type { PackageDocument } from "./package-document";
import type {
  PackageCounter,
  PackageMoneyCorrection,
  PackageSettlement,
  PackageSettlementLine,
  PackageStep,
} from "./package-settlement";
import { counted, periodTitle, shortDay } from "./package-words";
import type { Day } from "../shared/day";

/** What the period came to in money, and how each amount came about. */
export function settlementSection({ settlement, moneyCorrections = [] }: PackageDocument): unknown {
  if (!settlement && moneyCorrections.length === 0) return null;
  return html`<section>
    <h2>Settlement</h2>
    ${settlement && money(settlement)} ${moneyCorrections.length > 0 && correctionsTable(moneyCorrections)}
  </section>`;
}

function money(settlement: PackageSettlement): unknown {
  const { lines, counters } = settlement;
  const traced = lines.filter(({ steps }) => steps.length > 0);
  return html`<p class="note lead">${summary(settlement)}</p>
    ${lines.length === 0 ? html`<p>${"Nothing is credited and nothing is paid on top."}</p>` : linesTable(settlement)}
    ${
      counters.length > 0 &&
      html`<ul class="note">
        ${counters.map((one) => html`<li>${counterText(one)}</li>`)}
      </ul>`
    }
    ${traced.length > 0 && html`<h3>How each amount came about</h3>`} ${traced.map(trace)}
    ${settlement.steps.length > 0 && [html`<h3>For the period as a whole</h3>`, stepList(settlement.steps)]}`;
}

function summary({ fee, pool, issuedAt, state }: PackageSettlement): string {
  const issued = shortDay(issuedAt.slice(0, 10) as Day);
  const more = { issued: "", disputed: "; part of it is disputed", agreed: ", agreed", invoiced: ", invoiced" }[state];
  return `Fee of the period ${fee.display}, of which credits may reach ${pool.display}. Issued on ${issued}${more}. Amounts are in the client's favour; those below zero in the provider's.`;
}

const linesTable = ({ lines, net }: PackageSettlement): unknown =>
  html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th class="n">No.</th>
          <th>Clause</th>
          <th class="name">Objective</th>
          <th>Reason</th>
          <th class="n">Amount</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(lineRow)}
        <tr>
          <td></td>
          <td colspan="3"><b>Sum</b></td>
          <td class="n"><b>${net.display}</b></td>
        </tr>
      </tbody>
    </table>
  </div>`;

const lineRow = (line: PackageSettlementLine): unknown =>
  html`<tr>
    <td class="n">${line.no}</td>
    <td>${line.clause}<small>${line.cites}</small></td>
    <td>${line.objective ?? "The contract as a whole"}</td>
    <td>${line.reason}<small>${line.state === "disputed" ? "disputed: held" : ""}</small></td>
    <td class="n">${line.amount.display}</td>
  </tr>`;

function counterText({ objective, clause, failures, within, limit, consequence, isReached }: PackageCounter): string {
  const what = consequence === "default" ? "a default" : "a ground for termination";
  const verdict = isReached ? `: ${what}` : `; ${limit} are ${what}`;
  return `${objective}: ${counted(failures, "failure")} within ${counted(within, "period")} (${clause})${verdict}.`;
}

const trace = (line: PackageSettlementLine): unknown =>
  html`<div class="keep">
    <h4>
      ${`${line.no}. ${line.objective ?? "The contract as a whole"}: ${line.amount.display}`}<span
        >${`${line.clause}, ${line.cites}`}</span
      >
    </h4>
    ${stepList(line.steps)}
  </div>`;

const stepList = (steps: readonly PackageStep[]): unknown =>
  html`<ol class="steps">
    ${steps.map(
      ({ rule, inputs, output }) => html`<li>${rule} ${inputs && html`<i>${inputs}</i>`} <b>${`→ ${output}`}</b></li>`,
    )}
  </ol>`;

const correctionsTable = (corrections: readonly PackageMoneyCorrection[]): unknown =>
  html`<h3>Corrections of earlier settlements</h3>
    <div class="scroll">
      <table class="compact">
        <thead>
          <tr>
            <th>Period</th>
            <th>Why</th>
            <th>Lines</th>
            <th class="n">Difference</th>
          </tr>
        </thead>
        <tbody>
          ${corrections.map(
            ({ period, reason, lines, difference }) =>
              html`<tr>
                <td class="whole">${periodTitle(period)}</td>
                <td>${reason}</td>
                <td>${lines.map((one) => html`<div>${`${one.reason} ${one.amount.display}`}</div>`)}</td>
                <td class="n"><b>${difference.display}</b></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
