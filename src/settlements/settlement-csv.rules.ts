import { moneyOf } from "../kpis/money.rules";
import { globalId } from "../shared/ids";
import { periodLabel, type Period } from "../shared/period";
import type { SettlementLine } from "./settlement-line.entity";

/** A settlement with what its lines belong to. */
export interface SettlementForCsv extends Period {
  readonly id: string;
  readonly contract: string;
  readonly version: number;
  readonly state: string;
  readonly currency: string;
}

const COLUMNS = [
  ...["settlement", "contract", "period", "period_from", "period_until", "version", "line", "kind", "clause", "cites"],
  ...["objective", "amount", "currency", "reason", "origin", "stretch_from", "stretch_until", "state", "invoice"],
];

/**
 * Lines for an invoicing system: RFC 4180, a header, amounts in the major unit with all digits of the currency and a
 * point, in the client's favour; `origin` only where the money comes from another period, `stretch_…` where the line is
 * about a part of the period.
 */
export const linesCsv = (of: SettlementForCsv, lines: readonly SettlementLine[]): string =>
  CSV_HEADER + csvRows(of, lines);

const written = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(",")}\r\n`;

/** The same of several settlements has one header. */
export const csvRows = (of: SettlementForCsv, lines: readonly SettlementLine[]): string =>
  lines.map((line) => written(cellsOf(of, line))).join("");

const cellsOf = (of: SettlementForCsv, line: SettlementLine): (string | number | null)[] => [
  ...[globalId("Settlement", of.id), of.contract, periodLabel(of), of.from, of.until, of.version, line.no, line.kind],
  ...[line.clause, line.cites, line.objectiveCode, moneyOf(line.amount, of.currency).value, of.currency, line.reason],
  ...[line.origin, line.stretchFrom, line.stretchUntil, line.state, line.invoiceReference],
];

export const CSV_HEADER = written(COLUMNS);

/** Quoted where it must be; text that a spreadsheet would take for a formula gets an apostrophe. */
function cell(value: string | number | null): string {
  const text = String(value ?? "");
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = /^[=+\-@\t\r]/.test(text) && !isNumber ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
