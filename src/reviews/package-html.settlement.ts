import { html } from "htm/preact";
import type { PackageDocument } from "./package-document";
import type {
  PackageCounter,
  PackageMoneyCorrection,
  PackageSettlement,
  PackageSettlementLine,
  PackageStep,
  PackageTrace,
} from "./package-settlement";
import { periodTitle, shortDay } from "../shared/day-words";
import { counted } from "./package-words";
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
  const { lines, counters, traces } = settlement;
  return html`<p class="note lead">${summary(settlement)}</p>
    ${lines.length === 0 ? html`<p>${"Nothing is credited and nothing is paid on top."}</p>` : linesTable(settlement)}
    ${
      counters.length > 0 &&
      html`<ul class="note">
        ${counters.map((one) => html`<li>${counterText(one)}</li>`)}
      </ul>`
    }
    ${traces.length > 0 && html`<h3>How each amount came about</h3>`} ${traces.map((one) => trace(one, lines))}
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
          <th>Objective</th>
          <th class="reason">Reason</th>
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
    <td class="whole">${line.clause}<small>${line.cites}</small></td>
    <td>${line.objective ?? WHOLE}</td>
    <td>${line.reason}<small>${line.state === "disputed" ? "disputed: held" : ""}</small></td>
    <td class="n">${line.amount.display}</td>
  </tr>`;

function counterText({ objective, clause, failures, within, limit, consequence, isReached }: PackageCounter): string {
  const what = consequence === "default" ? "a default" : "a ground for termination";
  const verdict = isReached ? `: ${what}` : `; ${limit} are ${what}`;
  return `${objective}: ${counted(failures, "failure")} within ${counted(within, "period")} (${clause})${verdict}.`;
}

function trace({ lines: numbers, steps }: PackageTrace, lines: readonly PackageSettlementLine[]): unknown {
  const made = lines.filter(({ no }) => numbers.includes(no));
  const [first] = made;
  const amounts = made.map(({ amount }) => amount.display).join(" and ");
  return html`<div class="keep">
    <h4>
      ${`${numbers.join(", ")}. ${first?.objective ?? WHOLE}: ${amounts}`}<span
        >${`${first?.clause}, ${first?.cites}`}</span
      >
    </h4>
    ${stepList(steps)}
  </div>`;
}

const WHOLE = "The contract as a whole";

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
