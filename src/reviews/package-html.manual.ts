import { html } from "htm/preact";
import type { PackageDocument, PackageFigure, PackageManual } from "./package-document";
import { periodShort } from "../shared/day-words";

const MARK = "✎";

/** Behind every value that somebody entered. */
export const manualMark = (figure: PackageFigure | null | undefined): unknown =>
  figure?.manual ? html`<sup class="manual">${MARK}</sup>` : "";

/** What stands in one row of a table, one figure for each period. */
export interface MarkedRow {
  readonly name: string;
  readonly figures: readonly (PackageFigure | null)[];
}

/** A footnote for each value that somebody entered: who, why, and what was measured. */
export const manualNotes = (document: PackageDocument, rows: readonly MarkedRow[]): unknown[] =>
  rows.flatMap(({ name, figures }) =>
    figures.flatMap((figure, index) => {
      const period = document.periods[index];
      if (!figure?.manual || !period) return [];
      return [html`<p class="note">${`${MARK} ${name}, ${periodShort(period)}: ${noteText(figure.manual)}`}</p>`];
    }),
  );

const noteText = ({ author, reason, attachment, measuredDisplay }: PackageManual): string =>
  `entered by ${author} instead of what was measured (${measuredDisplay}). ${reason}${attachment ? ` (${attachment})` : ""}`;
