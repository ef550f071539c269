import { html } from "htm/preact";
import { periodShort } from "../shared/day-words";
import type { ExclusionKind, Side } from "../contracts/exclusions/exclusion.rules";
import type { PackageAdjustment, PackageExclusion } from "./package-adjustment";
import type { PackageDocument, PackageObjective, PackageObjectiveResult } from "./package-document";

const MARK = "⊖";

/** Behind every figure of which something was taken out. */
export const adjustmentMark = (result: PackageObjectiveResult | null | undefined): unknown =>
  result?.adjustment ? html`<sup class="manual">${MARK}</sup>` : "";

/** A footnote for each figure of which something was taken out: what it would have been, and each exclusion. */
export const adjustmentNotes = (document: PackageDocument): unknown[] =>
  document.objectives.flatMap((objective) =>
    objective.results.flatMap((result, index) => {
      const period = document.periods[index];
      return result?.adjustment && period ? [noteOf(objective, periodShort(period), result.adjustment)] : [];
    }),
  );

const noteOf = (
  { name }: PackageObjective,
  period: string,
  { unadjustedDisplay, exclusions }: PackageAdjustment,
): unknown =>
  html`<p class="note">${`${MARK} ${name}, ${period}: ${unadjustedDisplay} with everything. Taken out as agreed:`}</p>
    <ul class="note">
      ${exclusions.map((one) => html`<li>${exclusionText(one)}</li>`)}
    </ul>`;

const KINDS: Record<ExclusionKind, string> = {
  force_majeure: "force majeure",
  client_caused: "caused by the client",
  planned_outage: "planned outage",
  volume_over_forecast: "volume above the forecast",
  other: "other",
};

const SIDES: Record<Side, string> = { ours: "the provider", client: "the client" };

const exclusionText = ({ code, kind, reason, approvals, effectDisplay, note }: PackageExclusion): string =>
  [
    `${code}${kind === null ? "" : ` (${KINDS[kind]})`}, ${effectDisplay ?? "no value to compare"}: ${sentence(reason)}`,
    approvals.length === 0
      ? ""
      : `Approved by ${approvals.map(({ side, by }) => `${by} for ${SIDES[side]}`).join(" and ")}.`,
    note ?? "",
  ]
    .filter(Boolean)
    .join(" ");

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
